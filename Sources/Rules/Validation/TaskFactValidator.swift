import LifecycleModel

/// `missing-fact`, `wrong-fact-type`: the facts every task is listed by, which must be there with their names and types.
struct TaskFactValidator: RegimeValidator {
    /// The facts of the group `task` that lists of tasks show.
    static let required: [(name: String, type: Fact.Kind)] = [
        ("title", .text), ("proposed_on", .date), ("level", .choice), ("kind", .choice), ("field", .choice), ("programme", .programme),
        ("route", .choice), ("host", .organisation), ("investigator", .person), ("orderer", .organisation), ("state_money", .dong),
        ("counterpart_money", .dong), ("months", .int),
    ]

    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        let path = RulePath("facts/task")
        return Self.required.compactMap { name, type in
            guard let fact = regime.facts["task"]?[name] else {
                return Finding(
                    "missing-fact",
                    at: path,
                    Phrase(
                        vi: "thiếu dữ kiện ‘task.\(name)’ kiểu \(type.rawValue)",
                        en: "the fact ‘task.\(name)’ of type \(type.rawValue) is missing"
                    )
                )
            }
            guard fact.type != type else { return nil }
            return Finding(
                "wrong-fact-type",
                at: path / name,
                Phrase(
                    vi: "dữ kiện ‘task.\(name)’ phải có kiểu \(type.rawValue)",
                    en: "the fact ‘task.\(name)’ must be of type \(type.rawValue)"
                )
            )
        }
    }
}
