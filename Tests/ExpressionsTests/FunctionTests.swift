import Expressions
import Testing

/// Functions that the application declares.
@Suite struct FunctionTests {
    static let declarations = Declarations(
        variables: ["list": .list(.int)],
        functions: [
            FunctionDeclaration(
                "sum",
                overloads: [
                    .init(id: "sum_list", isMethod: true, parameters: [.list(.int)], result: .int) { arguments throws(EvaluationError) in
                        guard case .list(let elements) = arguments[0] else { throw EvaluationError(.invalidArgument("list")) }
                        var total: Int64 = 0
                        for case .int(let number) in elements { total += number }
                        return .int(total)
                    }
                ]
            ),
            FunctionDeclaration(
                "law.article",
                overloads: [.init(id: "law_article", parameters: [.string], result: .string) { $0[0] }]
            ),
            FunctionDeclaration("size", overloads: [.init(id: "size_bool", parameters: [.bool], result: .int) { _ in 1 }]),
            FunctionDeclaration("later", overloads: [.init(id: "later", parameters: [], result: .bool)]),
            FunctionDeclaration(
                "refuse",
                overloads: [
                    .init(id: "refuse", parameters: [.dyn], result: .bool) { _ throws(EvaluationError) in
                        throw EvaluationError(.invalidArgument("refused"))
                    }
                ]
            ),
        ]
    )

    @Test(
        "calls",
        arguments: [
            ("list.sum() == 6", true), ("law.article('12') == '12'", true), ("size(true) + size('ab') + size(list) == 6", true),
            ("refuse(1) || true", true), ("later() || true", true),
        ],
        [true, false]
    )
    func call(_ pair: (source: String, expected: Bool), isChecked: Bool) throws {
        let options = CompileOptions(isChecked: isChecked)
        #expect(try Runs.value(pair.source, ["list": [1, 2, 3]], Self.declarations, options: options) == .bool(pair.expected))
    }

    @Test("a function without an implementation can be checked, not called")
    func declaredOnly() throws {
        let expression = try Expression.compile("later()", declarations: Self.declarations)
        #expect(expression.type == .bool)
        #expect(throws: EvaluationError(.unknownFunction("later"))) { try expression.evaluate() }
    }
}
