import Engine
import Importing
import LifecycleModel
import Rules

/// People whom an export names by their codes alone, since their data were erased: what they did before stands, though nobody knows any more in
/// which role.
struct ErasedActors {
    private let days: [String: CivilDate]

    /// Those that the files name, with the day on which their data were erased.
    init(_ portfolio: Portfolio) {
        days = portfolio.people.reduce(into: [:]) { days, draft in
            if let erasure = draft.value.erasure { days[draft.value.code.text] = erasure.day }
        }
    }

    /// The actor; where nothing is known of such a person, with every role for what happened until that day.
    func acting(_ actor: Engine.Actor, on day: CivilDate, under regime: Regime) -> Engine.Actor {
        guard actor.roles.isEmpty, actor.organisation == nil, let last = days[actor.id], day <= last else { return actor }
        return Engine.Actor(id: actor.id, roles: Set(regime.roles.keys))
    }
}
