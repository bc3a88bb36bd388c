import LifecycleModel
import Rules

/// A transition of a task that opens a session of a council, with what it wants to know.
struct ConvenedCouncil {
    /// The transition.
    let transition: Transition
    /// The kind of council it opens.
    let kind: String
    /// The facts of the task that the number of members and the day of the meeting come from; nil where the rule computes them.
    let members, meetingOn: String?

    /// All in a regime.
    static func all(in regime: Regime) -> [ConvenedCouncil] {
        regime.task.transitions.flatMap { transition in
            transition.effects.compactMap { effect in
                guard case .open(CouncilCode.machine, _, let facts) = effect, let kind = facts["kind"].flatMap(literal) else { return nil }
                let recorded = Set(transition.records.map(\.fact))
                func fact(_ name: String) -> String? { facts[name].flatMap { recorded.contains($0) ? $0 : nil } }
                return ConvenedCouncil(transition: transition, kind: kind, members: fact("members"), meetingOn: fact("meeting_on"))
            }
        }
    }

    /// A text that an expression writes out.
    private static func literal(_ expression: String) -> String? {
        guard expression.count > 2, let quote = expression.first, quote == "\"" || quote == "'", expression.last == quote else {
            return nil
        }
        return String(expression.dropFirst().dropLast())
    }
}
