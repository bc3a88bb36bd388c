import Engine
import Indicators
import LifecycleModel
import RuleLoading

/// Which goals the results of a task may name: the countable ones of its programme. The rules do not know them, so they are looked at here, before the
/// rules decide.
struct GoalChoice {
    /// The fact of a result's small machine that names its goal.
    static let fact = "this.goal"

    private let goals: [ProgrammeGoals.Goal]

    /// Takes the goals of the rule files; where there are none, no result serves one.
    init(_ library: RuleLibrary?) throws {
        goals = try library?.indicators().goals.flatMap(\.goals).filter { !$0.isPercent } ?? []
    }

    /// Whether a command names a goal.
    static func isAsked(by command: Command) -> Bool {
        command.machine.use == .result && command.facts[fact] != nil
    }

    /// Refuses a goal that is none of the programme of the task.
    func require(_ command: Command, of state: TaskState) throws(UseCaseFault) {
        guard command.machine.use == .result, let id = command.facts[Self.fact]?.text else { return }
        let programme = state.fact("task.programme")?.text
        let fitting = goals.filter { $0.programme != nil && $0.programme == programme }
        guard !fitting.contains(where: { $0.id == id }) else { return }
        let list = Phrase.list(fitting.map { goal in goal.name.mapped { "\(goal.id) (\($0))" } }, "; ")
        let hint =
            if let programme {
                fitting.isEmpty
                    ? Phrase(
                        vi: "Chương trình \(programme) không có mục tiêu đếm được nào",
                        en: "The programme \(programme) has no countable goal"
                    )
                    : Phrase(vi: "Mục tiêu của \(programme): \(list.vi)", en: "Goals of \(programme): \(list[.en])")
            } else {
                Phrase(vi: "Nhiệm vụ \(state.code) không thuộc chương trình nào", en: "The task \(state.code) belongs to no programme")
            }
        if let other = goals.first(where: { $0.id == id })?.programme {
            throw UseCaseFault(
                .badData,
                "goal-of-another-programme",
                Phrase(vi: "Mục tiêu «\(id)» thuộc chương trình \(other)", en: "The goal \"\(id)\" is one of the programme \(other)"),
                hint: hint
            )
        }
        throw UseCaseFault(
            .badData,
            "unknown-goal",
            Phrase(vi: "Không có mục tiêu đếm được «\(id)»", en: "There is no countable goal \"\(id)\""),
            hint: hint
        )
    }
}
