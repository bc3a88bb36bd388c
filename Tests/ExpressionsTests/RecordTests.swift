import Expressions
import Testing

/// Records of facts: closed fields, full paths in errors, references.
@Suite struct RecordTests {
    static let host = ValueType.record("host", fields: ["name": .string, "barred": .bool])
    static let declarations = Declarations(variables: [
        "task": .record(
            "task",
            fields: ["state_money": .int, "host": host, "members": .list(host), "labels": .map(.string, .string), "end": .timestamp]
        ),
        "param": .record("param", fields: ["pass_mark": .int, "limit": .int]),
    ])
    static let facts: [String: Value] = [
        "task": .record([
            "state_money": 500, "host": .record(["name": "Đại học Hồng Đức"]), "members": [.record(["name": "A", "barred": false])],
            "labels": .record(["a": "b"]),
        ]),
        "param": .record(["pass_mark": 70]),
    ]

    @Test(
        "values",
        arguments: [
            ("task.state_money >= param.pass_mark * 5", true), ("task.host.name.startsWith('Đại học')", true),
            ("has(task.host) && !has(task.host.barred)", true), ("has(task.end)", false), ("task.members.all(m, !m.barred)", true),
            ("task.members.exists(m, m.name == 'B')", false), ("task.labels.a == 'b'", true), ("task.labels['a'] == 'b'", true),
            ("has(task.labels.zz)", false), ("task == task", true), ("task.host == task.members[0]", false),
            ("param.limit > 1 || task.state_money == 500", true),
        ]
    )
    func value(source: String, expected: Bool) throws {
        #expect(try Runs.value(source, Self.facts, Self.declarations) == .bool(expected))
    }

    @Test(
        "a missing fact is named by its full path",
        arguments: [
            ("param.limit > 1", "param.limit"), ("task.host.barred", "task.host.barred"), ("task.end > timestamp(0)", "task.end"),
            ("has(task.end) || task.host.barred", "task.host.barred"), ("size(task.members) == 1 && param.limit == 2", "param.limit"),
        ]
    )
    func missing(source: String, path: String) throws {
        let expression = try Expression.compile(source, declarations: Self.declarations)
        #expect(throws: EvaluationError(.missingFact(path: path))) { try expression.evaluate(Self.facts) }
    }

    @Test("a missing record is missing by the path that was read; other errors keep their kind")
    func missingRecords() throws {
        let expression = try Expression.compile("task.host.name == ''", declarations: Self.declarations)
        #expect(throws: EvaluationError(.missingFact(path: "task.host.name"))) { try expression.evaluate() }
        #expect(throws: EvaluationError(.missingFact(path: "task.host.name"))) { try expression.evaluate(["task": .record([:])]) }
        #expect(throws: EvaluationError(.noMatchingOverload(function: "select", arguments: ["int"]))) {
            try expression.evaluate(["task": .record(["host": 7])])
        }
        #expect(throws: EvaluationError(.noMatchingOverload(function: "select", arguments: ["int"]))) {
            try expression.evaluate(["task": 7])
        }
        let label = try Expression.compile("task.labels.zz", declarations: Self.declarations)
        #expect(throws: EvaluationError(.noSuchKey("zz"))) { try label.evaluate(Self.facts) }
        #expect(EvaluationError(.missingFact(path: "task.end")).message == "missing fact: task.end")
    }

    @Test("facts of another type than declared are an error, never a guess")
    func wrongType() throws {
        let expression = try Expression.compile("task.state_money > 1", declarations: Self.declarations)
        #expect(throws: EvaluationError.self) { try expression.evaluate(["task": .record(["state_money": "many"])]) }
    }

    @Test(
        "unknown fields are faults at the field, with candidates",
        arguments: [
            ("task.state_mony > 1", "state_mony", 6, "state_money"), ("task.host.nmae == ''", "nmae", 11, "name"),
            ("has(task.edn)", "edn", 10, "end"), ("task.members[0].bared", "bared", 17, "barred"), ("task.zzzzzz == 1", "zzzzzz", 6, ""),
        ]
    )
    func unknownField(source: String, field: String, column: Int, candidate: String) throws {
        let faults = Runs.faults(source, Self.declarations)
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code == .unknownField)
        #expect(fault.parameters["field"] == field)
        #expect(fault.parameters["candidates"] == candidate)
        #expect(fault.location.column == column)
    }

    @Test("the facts an expression reads, once each, in order")
    func references() throws {
        let source =
            "task.state_money > param.limit && task.members.all(m, m.name != task.host.name) && task.state_money > 0 && has(task.end)"
        let expression = try Expression.compile(source, declarations: Self.declarations)
        #expect(
            expression.references.map(\.description) == ["task.state_money", "param.limit", "task.members", "task.host.name", "task.end"]
        )
        #expect(expression.rootVariables == ["task", "param"])
        #expect(expression.reads(anyOf: ["host", "param"]))
        #expect(!expression.reads(anyOf: ["host"]))
    }

    @Test("an explanation shows every fact, also the missing ones")
    func explanation() throws {
        let expression = try Expression.compile("task.state_money > param.limit || task.host.name == 'x'", declarations: Self.declarations)
        let explanation = expression.explain(Self.facts)
        #expect(explanation.outcome == .failure(EvaluationError(.missingFact(path: "param.limit"))))
        #expect(!explanation.holds)
        #expect(explanation.facts.map(\.value) == [500, nil, "Đại học Hồng Đức"])
        #expect(explanation.missing.map(\.description) == ["param.limit"])
        let fulfilled = try Expression.compile("param.pass_mark == 70", declarations: Self.declarations).explain(Facts(Self.facts))
        #expect(fulfilled.holds)
        #expect(fulfilled.missing.isEmpty)
    }

    @Test("cost is bounded where no list of facts is gone through")
    func cost() throws {
        let cost = { (source: String) in try Expression.compile(source, declarations: Self.declarations).estimatedCost }
        #expect(try cost("1 + 2") == 3)
        #expect(try cost("[1, 2, 3].all(x, x > 0)") == 1 + 4 + 3 * 4)
        #expect(try cost("task.members.all(m, m.barred)") == nil)
    }
}
