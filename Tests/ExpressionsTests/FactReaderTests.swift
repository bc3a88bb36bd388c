import Expressions
import Testing

/// Facts given singly, by place.
@Suite struct FactReaderTests {
    private final class Reader: FactReader {
        private let values: [Value?]

        init(_ expression: Expression, _ known: [String: Value]) { values = expression.facts.map { known[$0.description] } }

        override func value(at place: Int) -> Value? { values[place] }
    }

    private static let declarations = Declarations(variables: [
        "task": .record("task", fields: ["money": .int, "months": .int, "kind": .string, "open": .bool, "rate": .double, "any": .dyn]),
        "limit": .int, "papers": .map(.string, .list(.int)),
    ])

    private func outcome(_ source: String, _ facts: [String: Value]) throws -> Result<Value, EvaluationError> {
        let expression = try Expression.compile(source, declarations: Self.declarations)
        return Result { () throws(EvaluationError) in try expression.evaluate(reading: Reader(expression, facts)) }
    }

    private static let known: [String: Value] = [
        "task.money": 900, "task.months": 24, "task.kind": "topic", "task.open": true, "task.rate": 0.5, "task.any": "x", "limit": 1_000,
        "papers.order": [1, 2, 3], "papers": .record(["order": [1, 2, 3]]),
    ]

    @Test(
        "values",
        arguments: [
            ("task.money <= limit && task.months + 6 <= 36 && task.kind == 'topic' && task.open", true),
            ("task.money < limit", true), ("task.money > limit", false), ("task.money >= 900", true), ("task.money != 900", false),
            ("limit == 1000", true), ("limit - task.money * 2", -800), ("limit / 7", 142), ("limit % 7", 6),
            ("(task.months > 12 ? task.money / 2 : task.money) < 500", true), ("!task.open || task.rate > 0.25", true),
            ("task.kind in ['project', 'topic']", true), ("task.kind in ['project']", false), ("task.kind in []", false),
            ("has(task.money)", true), ("'order' in papers", true), ("'other' in papers", false),
            ("papers['order'].exists(n, n > 2 && task.open)", true), ("papers.order.map(n, n * task.money)[1]", 1_800),
            ("task.any == 'x' ? 1 : 2", 1), ("task.open ? task.open : !task.open", true),
        ] as [(String, Value)]
    )
    func values(source: String, expected: Value) throws {
        #expect(try outcome(source, Self.known).get() == expected)
    }

    @Test(
        "what is missing or of another type than declared is an error, unless another operand decides",
        arguments: [
            ("task.money <= limit", "task.money", "missing-fact"), ("task.money <= limit || task.open", "task.money", nil),
            ("task.open || task.money <= limit", "task.open", nil), ("!task.open && task.money > limit", "task.money", nil),
            ("task.open && limit > 0", "limit", "missing-fact"), ("task.open ? limit : task.money", "task.money", nil),
            ("task.kind in ['a']", "task.kind", "missing-fact"),
        ] as [(String, String, String?)]
    )
    func missing(source: String, fact: String, code: String?) throws {
        var facts = Self.known
        facts[fact] = nil
        if case .failure(let error) = try outcome(source, facts) {
            #expect(error.code == code)
            #expect(error.missingPath == fact)
        } else {
            #expect(code == nil)
        }
        facts[fact] = .bytes([])
        if case .failure(let error) = try outcome(source, facts) {
            #expect(error.code == "no-matching-overload")
        } else {
            #expect(code == nil)
        }
    }

    @Test("whether a fact is there") func presence() throws {
        #expect(try outcome("has(task.money)", Self.known).get() == true)
        #expect(try outcome("has(task.money)", [:]).get() == false)
    }
}
