import Engine
import LifecycleModel
import Rules
import Store

/// Whoever acts in an imported history, with the roles of the register.
///
/// What people did whose data were erased since then in the store the history comes from stands, though nobody knows any more in which role:
/// until that day they act with every role that people have.
struct HistoryActors {
    private let reader: any StoreReader
    private var known: [String: Known] = [:]

    private enum Known {
        case registered(Engine.Actor)
        case erased(Person, Person.Erasure)
    }

    init(_ reader: any StoreReader) {
        self.reader = reader
    }

    /// The actor of something that happened on a day.
    ///
    /// - Returns: the actor, and whether they were erased since then.
    /// - Throws: `UseCaseFault` when nobody has that code, or the data were erased before that day.
    mutating func actor(_ id: String, on day: CivilDate, under regime: Regime) throws -> (actor: Engine.Actor, isErased: Bool) {
        switch try known(id) {
        case .registered(let actor): return (actor, false)
        case .erased(let person, let erasure):
            guard erasure.admits(day) else { throw person.erasedFault(erasure) }
            return (Engine.Actor(id: id, roles: Set(regime.roles.filter { $0.value.heldBy != .system }.keys)), true)
        }
    }

    private mutating func known(_ id: String) throws -> Known {
        if let known = known[id] { return known }
        let person = try reader.registered(.person, code: id).map { try Person(json: $0) }
        let found: Known =
            if let person, let erasure = person.erasure { .erased(person, erasure) } else { .registered(try Engine.Actor(id, in: reader)) }
        known[id] = found
        return found
    }
}
