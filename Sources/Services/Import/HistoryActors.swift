import Engine
import LifecycleModel
import Rules
import Store

/// Whoever acts in an imported history, with the roles of the register.
///
/// What people did whose data were erased since then stands, though nobody knows any more in which role: until that day they act with every role.
struct HistoryActors {
    private let reader: any StoreReader
    private var known: [String: Known] = [:]

    private enum Known {
        case registered(Engine.Actor)
        case erased(Person.Erasure)
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
        case .erased(let erasure) where day <= erasure.day: return (Engine.Actor(id: id, roles: Set(regime.roles.keys)), true)
        case .erased: return (try Engine.Actor(id, in: reader), false)
        }
    }

    private mutating func known(_ id: String) throws -> Known {
        if let known = known[id] { return known }
        let erasure = try reader.registered(.person, code: id).flatMap { try Person(json: $0).erasure }
        let found: Known = if let erasure { .erased(erasure) } else { .registered(try Engine.Actor(id, in: reader)) }
        known[id] = found
        return found
    }
}
