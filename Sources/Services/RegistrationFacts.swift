import Engine
import Expressions
import LifecycleModel
import Rules

/// What is known of a task when it is registered, as text by fact path. The facts of `task` are recorded; what else the choice of the regime asks
/// for, such as `award.on`, only helps to choose: the event that brings it records it.
struct RegistrationFacts {
    /// The group of facts that a task is registered with.
    private static let group = "task"

    private let texts: [String: String]
    /// What only helps to choose the regime.
    private let guiding: Set<String>

    /// Facts as they were written; `choice` when the rules must choose the regime, nil when a person named it.
    init(_ texts: [String: String], choice: RegimeChoice?) {
        self.texts = texts
        guiding = Set(
            texts.keys.filter { path in
                let fact = FactName(path)
                return fact.group != Self.group && choice?.facts[fact.group]?[fact.name] != nil
            }
        )
    }

    /// The regime that the rules choose.
    func regime(by chooser: RegimeChooser, proposedOn: CivilDate, today: CivilDate) throws -> String {
        var values: [String: Value] = ["\(Self.group).proposed_on": FactEnvironment.timestamp(proposedOn)]
        for (path, text) in texts {
            values[path] = (try? CivilDate(anyForm: text)).map(FactEnvironment.timestamp) ?? .string(text)
        }
        return try chooser.regime(for: values, today: today)
    }

    /// The facts to record.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` with one blocker a fault; a fact that an event brings is one.
    func values(_ reading: FactReading, in regime: Regime) throws -> [String: FactValue] {
        let recorded = texts.filter { !guiding.contains($0.key) }
        let early = recorded.keys.sorted().filter { path in
            FactName(path).group != Self.group && regime.fact(path, of: regime.task) != nil
        }
        guard early.isEmpty else {
            throw UseCaseFault(
                .badData,
                "early-fact",
                Phrase(vi: "Có thông tin chưa thể có khi nhận nhiệm vụ", en: "Some facts cannot be known when a task is registered"),
                blockers: early.map { blocker($0, in: regime) }
            )
        }
        return try reading.values(recorded)
    }

    private func blocker(_ path: String, in regime: Regime) -> Blocker {
        var labels: [Phrase] = []
        for transition in regime.task.transitions where transition.records.contains(where: { $0.fact == path }) {
            if !labels.contains(transition.label) { labels.append(transition.label) }
        }
        let vi = labels.map { "«\($0.vi)»" }.joined(separator: ", ")
        let en = labels.map { "\"\($0[.en])\"" }.joined(separator: ", ")
        return Blocker(
            code: "early-fact",
            message: Phrase(
                vi: "\(path): chỉ ghi được các thông tin task.… khi nhận nhiệm vụ",
                en: "\(path): a task is registered with facts of task.… only"
            ),
            parameters: [Blocker.Parameter("fact", path)],
            cure: labels.isEmpty ? nil : Phrase(vi: "Ghi cùng sự kiện \(vi)", en: "Record it with the event \(en)")
        )
    }
}
