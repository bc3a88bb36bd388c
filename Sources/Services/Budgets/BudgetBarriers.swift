import Engine
public import LifecycleModel
import Rules

/// What of the rules stands between a task and its next money beside the sums themselves: late reports, bars, papers, a request still open.
public struct BudgetBarriers: Sendable {
    /// Each once, in the order of asking, then paying; none where the rules know neither from where the task stands.
    public let all: [Blocker]

    /// Judges the asking for an advance or for the final payment, and the paying of what was asked for, on the day of the surroundings.
    public init(to task: String, _ surroundings: Surroundings) throws {
        let actions = try ExplainTask(surroundings)(task).explanation.actions
        var blockers: [Blocker] = []
        for event in ["request-advance", "request-final-payment", "pay"] {
            for action in actions where action.transition.event == event {
                for judged in action.requirements where !judged.outcome.holds && !judged.comesWithEvent {
                    let requirement = judged.outcome.requirement
                    let blocker = Blocker(
                        code: requirement.id,
                        message: action.transition.label + Phrase(vi: ": ", en: ": ") + requirement.message,
                        basis: requirement.basis
                    )
                    if !blockers.contains(blocker) { blockers.append(blocker) }
                }
            }
        }
        all = blockers
    }
}
