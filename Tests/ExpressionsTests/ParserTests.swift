import Expressions
import Testing

/// Reading source texts into trees.
@Suite struct ParserTests {
    @Test(
        "canonical source",
        arguments: [
            ("1+2*3", "1 + 2 * 3"), ("(1+2)*3", "(1 + 2) * 3"), ("1-(2-3)", "1 - (2 - 3)"), ("(1-2)-3", "1 - 2 - 3"),
            ("a||b&&c", "a || b && c"), ("(a||b)&&c", "(a || b) && c"), ("a&&(b&&c)", "a && (b && c)"), ("(a&&b)&&c", "(a && b) && c"),
            ("a?b:c?d:e", "a ? b : c ? d : e"), ("(a?b:c)?d:e", "(a ? b : c) ? d : e"), ("a?(b?c:d):e", "a ? (b ? c : d) : e"),
            ("!a.b", "!a.b"), ("!(a.b)", "!a.b"), ("(!a).b", "(!a).b"), ("--1", "-(-1)"), ("-(1)", "-(1)"), ("-x.y", "-x.y"),
            ("- 1", "-1"), ("a - -1", "a - -1"), ("a-1", "a - 1"), ("-1.5e3", "-1500.0"), (".5", "0.5"), ("0xFFu", "255u"),
            ("- 1 .f", "-1.f"), ("-(1 .f)", "-(1.f)"), ("1 in [1,2,]", "1 in [1, 2]"), ("{'a':1,}", "{\"a\": 1}"),
            ("a .\n b // comment\n [ 0 ]", "a.b[0]"), (".a.b(.c)", ".a.b(.c)"), ("has(a.b.c)", "has(a.b.c)"), ("a.`b-c`.d", "a.`b-c`.d"),
            ("a.`b`", "a.b"), ("[1].map(x,x>0,x*2)", "[1].map(x, x > 0, x * 2)"), ("a.map(x)", "a.map(x)"),
            ("a.all(x,y,z)", "a.all(x, y, z)"),
            ("'it''s'", nil), ("'a\\'b'", "\"a'b\""), ("r'\\d'", "\"\\\\d\""), ("b'\\xff\\0001'", "b\"\\xff\\x001\""),
            ("'''a\r\nb'''", "\"a\\nb\""), ("'\\u00e9\\U0001F600\\351'", "\"é😀é\""), ("br'\\n'", "b\"\\x5cn\""), ("bR'a'", "b\"a\""),
            ("!(-a)", "!(-a)"), ("-(!a)", "-(!a)"), ("!!a", "!!a"), ("rb'a'", nil), ("!-a", nil),
            ("a < b == c", "a < b == c"), ("a < (b == c)", "a < (b == c)"), ("a.if", "a.if"), ("a.namespace()", "a.namespace()"),
        ] as [(String, String?)]
    )
    func canonical(source: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: CompileFailure.self) { try Expression.parse(source) }
            return
        }
        let parsed = try Expression.parse(source)
        #expect(parsed.description == expected)
        #expect(try Expression.parse(expected) == parsed)
    }

    @Test(
        "faults of form, with line and column",
        arguments: [
            ("", "unexpected-token", 1, 1), ("1 +", "unexpected-token", 1, 4), ("(1", "unexpected-token", 1, 3),
            ("1 2", "unexpected-token", 1, 3),
            ("a ? b", "unexpected-token", 1, 6), ("f(1,)", "unexpected-token", 1, 5), ("a.", "unexpected-token", 1, 3),
            ("a.in", "unexpected-token", 1, 3), ("a.true", "unexpected-token", 1, 3), ("a ? b ? c : d : e", "unexpected-token", 1, 7),
            ("if + 1", "reserved-word", 1, 1), ("a +\n  let", "reserved-word", 2, 3), ("'abc", "unterminated-string", 1, 1),
            ("'a\nb'", "unterminated-string", 1, 1), ("'\\q'", "invalid-escape", 1, 2), ("'\\ud800'", "invalid-escape", 1, 2),
            ("'\\U00110000'", "invalid-escape", 1, 2), ("b'\\u0041'", "invalid-escape", 1, 3), ("'\\x4'", "invalid-escape", 1, 2),
            ("'\\400'", "invalid-escape", 1, 2), ("9223372036854775808", "invalid-number", 1, 1),
            ("-9223372036854775809", "invalid-number", 1, 2),
            ("18446744073709551616u", "invalid-number", 1, 1), ("1e999", "invalid-number", 1, 1), ("a # b", "unexpected-character", 1, 3),
            ("điểm > 1", "unexpected-character", 1, 1), ("'ô' + #", "unexpected-character", 1, 7), ("has(a)", "invalid-macro", 1, 5),
            ("[1].all(a.b, true)", "invalid-macro", 1, 9), ("[1].map(.x, x)", "invalid-macro", 1, 9), ("Task{id: 1}", "unsupported", 1, 5),
            ("a.`b", "unexpected-character", 1, 3), ("a & b", "unexpected-character", 1, 3), ("a = b", "unexpected-character", 1, 3),
            ("-1u.f + '", "unterminated-string", 1, 9),
        ]
    )
    func fault(source: String, code: String, line: Int, column: Int) throws {
        let fault = try #require(Runs.faults(source, options: CompileOptions(isChecked: false)).first)
        #expect(fault.code.rawValue == code)
        #expect(fault.location.line == line)
        #expect(fault.location.column == column)
        #expect(!fault.message.isEmpty)
    }

    @Test("every token that cannot be read is reported")
    func allTokens() {
        let faults = Runs.faults("'\\q' + # + '\\w' +\n 99999999999999999999u")
        #expect(faults.map(\.code) == [.invalidEscape, .unexpectedCharacter, .invalidEscape, .invalidNumber])
        #expect(faults.map(\.location.line) == [1, 1, 1, 2])
    }

    @Test("nodes know where they stand")
    func places() throws {
        let source = "task.money  >= (param.limit * 2)"
        let syntax = try Expression.parse(source)
        guard case .binary(.greaterOrEqual, let left, let right) = syntax.kind else {
            Issue.record("not a comparison")
            return
        }
        #expect(syntax.range == 0..<32)
        #expect(syntax.focus == 12)
        #expect(left.range == 0..<10)
        #expect(left.focus == 5)
        #expect(right.range == 16..<31)
        #expect(right.focus == 28)
    }

    @Test("a chain of one logical operator is one node")
    func logicalChain() throws {
        guard case .logical(.or, let terms) = try Expression.parse("a || b && c && d || e").kind else {
            Issue.record("not a chain")
            return
        }
        #expect(terms.map(\.description) == ["a", "b && c && d", "e"])
        #expect(terms.map(\.height) == [1, 2, 1])
    }
}
