import Expressions

/// Guards of the kind that rule files have, beside the same written in Swift.
struct GuardEvaluation {
    private static let threeComparisons =
        "selection.mean_score_x100 >= param.pass_mark_x100 && selection.members_voting >= 5 && task.state_money <= param.ceiling"
    private static let tenOperators = threeComparisons + " && task.kind == 'science-topic' && task.months + 6 <= 36"

    private static let known: [String: Value] = [
        "selection.mean_score_x100": 8250, "selection.members_voting": 7, "task.state_money": 900_000_000, "param.pass_mark_x100": 7000,
        "param.ceiling": 3_000_000_000, "task.kind": "science-topic", "task.months": 24,
    ]

    private static let declarations = Declarations(variables: [
        "selection": .record("selection", fields: ["mean_score_x100": .int, "members_voting": .int]),
        "task": .record("task", fields: ["state_money": .int, "kind": .string, "months": .int]),
        "param": .record("param", fields: ["pass_mark_x100": .int, "ceiling": .int]),
    ])

    func figures() throws -> [Figure] {
        [
            try figure("guard", "a guard of three comparisons over five facts", Self.threeComparisons, beside: Self.writtenThree),
            try figure("guard-ten", "a guard of ten operators over seven facts", Self.tenOperators, beside: Self.writtenTen),
        ]
    }

    private func figure(_ id: String, _ name: String, _ source: String, beside closure: (Record) -> Bool) throws -> Figure {
        let expression = try Expression.compile(source, declarations: Self.declarations, options: CompileOptions(resultType: .bool))
        let reader = Reader(expression.facts.map { Self.known[$0.description] ?? 0 })
        let count = 100_000
        var held = 0
        let guarded = try Timing.perSecond(count) {
            for _ in 0..<count where try expression.evaluate(reading: reader) == .bool(true) { held += 1 }
        }
        let record = Record()
        let written = Timing.perSecond(count) {
            for _ in 0..<count where closure(record) { held += 1 }
        }
        precondition(held > 0)
        let limit = Figure.Limit(name: "the same as a Swift closure", value: 1e9 / written, ratio: guarded / written)
        return Figure(id: id, name: name, value: 1e9 / guarded, unit: "ns", limit: limit)
    }

    /// Facts by place.
    private final class Reader: FactReader {
        private let values: [Value]

        init(_ values: [Value]) { self.values = values }

        override func value(at place: Int) -> Value? { values[place] }
    }

    /// The same facts as a Swift programmer would keep them.
    private final class Record {
        var meanScore: Int64? = 8250
        var membersVoting: Int64? = 7
        var stateMoney: Int64? = 900_000_000
        var kind: String? = "science-topic"
        var months: Int64? = 24
        var passMark: Int64 = 7000
        var ceiling: Int64 = 3_000_000_000
    }

    @inline(never)
    private static func writtenThree(_ record: Record) -> Bool {
        guard let score = record.meanScore, let voting = record.membersVoting, let money = record.stateMoney else { return false }
        return score >= record.passMark && voting >= 5 && money <= record.ceiling
    }

    @inline(never)
    private static func writtenTen(_ record: Record) -> Bool {
        guard writtenThree(record), let kind = record.kind, let months = record.months else { return false }
        let (sum, overflow) = months.addingReportingOverflow(6)
        return kind == "science-topic" && !overflow && sum <= 36
    }
}
