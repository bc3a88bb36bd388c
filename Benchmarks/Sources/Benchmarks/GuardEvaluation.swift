import Expressions

/// One guard of the kind that rule files have, beside the same written in Swift.
struct GuardEvaluation {
    private static let source =
        "selection.mean_score_x100 >= param.pass_mark_x100 && selection.members_voting >= 5 && task.state_money <= param.ceiling"

    func figures() throws -> [Figure] {
        let group: (String, [String]) -> ValueType = { name, fields in
            .record(RecordType(name: name, fields: Dictionary(uniqueKeysWithValues: fields.map { ($0, .int) })))
        }
        let declarations = Declarations(variables: [
            "selection": group("selection", ["mean_score_x100", "members_voting"]), "task": group("task", ["state_money"]),
            "param": group("param", ["pass_mark_x100", "ceiling"]),
        ])
        let expression = try Expression.compile(Self.source, declarations: declarations, options: CompileOptions(resultType: .bool))
        let known: [String: Int64] = [
            "selection.mean_score_x100": 8250, "selection.members_voting": 7, "task.state_money": 900_000_000, "param.pass_mark_x100": 7000,
            "param.ceiling": 3_000_000_000,
        ]
        let reader = Reader(expression.facts.map { Value.int(known[$0.description] ?? 0) })
        let count = 100_000
        var held = 0
        let guarded = try Timing.perSecond(count) {
            for _ in 0..<count where try expression.evaluate(reading: reader) == .bool(true) { held += 1 }
        }
        let record = Record()
        let closure: (Record) -> Bool = Self.handWritten
        let written = Timing.perSecond(count) {
            for _ in 0..<count where closure(record) { held += 1 }
        }
        precondition(held > 0)
        let limit = Figure.Limit(name: "the same as a Swift closure", value: 1e9 / written, ratio: guarded / written)
        return [Figure(id: "guard", name: "a guard of three comparisons over five facts", value: 1e9 / guarded, unit: "ns", limit: limit)]
    }

    /// Facts by place.
    private final class Reader: FactReader {
        private let values: [Value]

        init(_ values: [Value]) { self.values = values }

        func value(at place: Int) -> Value? { values[place] }
    }

    /// The same facts as a Swift programmer would keep them.
    private final class Record {
        var meanScore: Int64? = 8250
        var membersVoting: Int64? = 7
        var stateMoney: Int64? = 900_000_000
        var passMark: Int64 = 7000
        var ceiling: Int64 = 3_000_000_000
    }

    @inline(never)
    private static func handWritten(_ record: Record) -> Bool {
        guard let score = record.meanScore, let voting = record.membersVoting, let money = record.stateMoney else { return false }
        return score >= record.passMark && voting >= 5 && money <= record.ceiling
    }
}
