import Expressions
import Testing

/// Types and faults that are found before anything is evaluated.
@Suite struct CheckerTests {
    static let declarations = Declarations(
        variables: [
            "n": .int, "s": .string, "d": .dyn, "t": .timestamp, "list": .list(.int), "m": .map(.string, .double),
            "a.b": .map(.string, .int),
            "com.example.limit": .uint,
        ],
        functions: [
            FunctionDeclaration(
                "pick",
                overloads: [.init(id: "pick_list", isMethod: true, parameters: [.list(.parameter("T")), .int], result: .parameter("T"))]
            ),
            FunctionDeclaration("law.article", overloads: [.init(id: "law_article", parameters: [.string], result: .int)]),
        ],
        container: "com.example.deep"
    )

    @Test(
        "types",
        arguments: [
            ("n + 1", "int"), ("n > 1 && s == 'a'", "bool"), ("d", "dyn"), ("d + 1", "int"), ("d + d", "dyn"), ("dyn(1) < 2u", "bool"),
            ("[]", "list(dyn)"), ("[1, 2]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("[[], [1]]", "list(list(int))"),
            ("{}", "map(dyn, dyn)"),
            ("{'a': 1}", "map(string, int)"), ("{'a': 1, 'b': 'c'}", "map(string, dyn)"), ("m.x", "double"), ("m['x']", "double"),
            ("list[0]", "int"), ("list.map(x, x > 1)", "list(bool)"), ("list.filter(x, x > 1)", "list(int)"),
            ("list.all(x, x > 1)", "bool"),
            ("m.map(k, k)", "list(string)"), ("[].map(x, x)", "list(dyn)"), ("t - t", "duration"), ("t + duration('1h')", "timestamp"),
            ("t.getFullYear()", "int"), ("type(n)", "type(int)"), ("int", "type(int)"), ("type", "type(type)"), ("null", "null_type"),
            ("true ? t : null", "timestamp"), ("true ? null : t", "timestamp"), ("[t, null]", "list(timestamp)"),
            ("[null, dyn(1)]", "list(dyn)"), ("[null, t]", "list(timestamp)"), ("list.pick(0)", "int"), ("[s].pick(0)", "string"),
            ("law.article('12')", "int"), ("a.b.c", "int"), ("limit", "uint"), ("[limit].all(limit, limit > 0u)", "bool"),
            ("google.protobuf.Timestamp", "type(timestamp)"), ("size(s) + s.size() + size(list) + m.size()", "int"),
            ("['a'].exists(x, x == s)", "bool"), ("true ? dyn(1) : 'a'", "dyn"), ("has(m.x)", "bool"), ("[1.0, 2.5] == [1u, 2]", "bool"),
        ]
    )
    func type(source: String, expected: String) throws {
        #expect(try Expression.compile(source, declarations: Self.declarations).type.description == expected)
    }

    @Test(
        "faults",
        arguments: [
            ("1 + 'a'", "no-matching-overload", 3), ("1 == 'a'", "no-matching-overload", 3), ("1 < 2.0", "no-matching-overload", 3),
            ("x", "unknown-name", 1), ("s.y", "not-selectable", 3), ("n.a.b", "not-selectable", 3), ("f(1)", "unknown-function", 1),
            ("s.foo()", "unknown-function", 3), ("size(1)", "no-matching-overload", 1), ("n && true", "type-mismatch", 1),
            ("true || s", "type-mismatch", 9), ("n ? 1 : 2", "no-matching-overload", 3), ("true ? 1 : 'a'", "no-matching-overload", 6),
            ("n.all(x, true)", "not-iterable", 1), ("list.all(x, x)", "type-mismatch", 13), ("list.map(x, x, x)", "type-mismatch", 13),
            ("-s", "no-matching-overload", 1), ("!n", "no-matching-overload", 1), ("1 in s", "no-matching-overload", 3),
            ("list['a']", "no-matching-overload", 5), ("has(a.b)", "invalid-macro", 7), ("contains(s, s)", "no-matching-overload", 1),
            ("47.5 % 5.5", "no-matching-overload", 6), ("[].exists(x, x == 1 && x == 'a')", "no-matching-overload", 26),
        ]
    )
    func fault(source: String, code: String, column: Int) throws {
        let faults = Runs.faults(source, Self.declarations)
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code.rawValue == code)
        #expect(fault.location.column == column)
    }

    @Test("all faults are reported, in the order of the text, and one wrong part is complained about once")
    func allFaults() {
        let faults = Runs.faults("nn > 1 && s.lenth() == 2 &&\n list.all(x, y > x) && (1 + 'a') * 2 > foo(3)", Self.declarations)
        #expect(faults.map(\.code) == [.unknownName, .unknownFunction, .unknownName, .noMatchingOverload, .unknownFunction])
        #expect(faults.map(\.location.line) == [1, 1, 2, 2, 2])
    }

    @Test("candidates for misspelt names", arguments: [("lisst", "list"), ("s.startWith('a')", "startsWith"), ("tpye(1)", "type")])
    func candidates(source: String, expected: String) throws {
        let fault = try #require(Runs.faults(source, Self.declarations).first)
        #expect(fault.parameters["candidates"]?.split(separator: ",").first.map(String.init) == expected)
        #expect(fault.message.contains("did you mean \(expected)"))
    }

    @Test("the wanted result type is demanded")
    func resultType() throws {
        let options = CompileOptions(resultType: .bool)
        #expect(Runs.faults("1 + 1", options: options).map(\.code) == [.typeMismatch])
        #expect(Runs.faults("1 == 1", options: options).isEmpty)
        #expect(Runs.faults("dyn(1)", options: options).isEmpty)
        #expect(Runs.faults("[]", options: CompileOptions(resultType: .list(.int))).isEmpty)
    }

    @Test("the checked tree has resolved names and a type everywhere")
    func checkedTree() throws {
        let expression = try Expression.compile("list.all(x, x < limit_of.size() + n)", declarations: Self.withList)
        var pending = [expression.syntax]
        while let node = pending.popLast() {
            #expect(node.type != nil)
            if case .identifier(let name) = node.kind { Issue.record("unresolved \(name)") }
            pending += node.parts
        }
        guard case .comprehension(let macro) = expression.syntax.kind, case .binary(_, let left, _) = macro.body.kind else {
            Issue.record("not a comprehension")
            return
        }
        #expect(macro.range.kind == .variable("list"))
        #expect(left.kind == .local("x"))
    }

    static let withList: Declarations = {
        var declarations = Self.declarations
        declarations.variables["limit_of"] = .string
        return declarations
    }()
}
