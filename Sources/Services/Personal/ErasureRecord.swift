public import CanonicalJSON
public import LifecycleModel
public import Store

/// An erasure of personal data as people ask about it.
public struct ErasureRecord: Sendable, Hashable {
    /// Number of the event.
    public let event: Int64
    /// The day of it.
    public let day: CivilDate
    /// Who recorded it.
    public let actor: String
    /// Whether everything was erased, or what stood before the last change.
    public let scope: ErasePersonalData.Scope
    /// The decision and why it was made.
    public let decision, reason: String

    /// Every erasure of a person's data, in the order they were recorded.
    public static func all(of person: String, in reader: any StoreReader) throws -> [ErasureRecord] {
        try reader.events(of: EventRecord.Subject(.person, person)).filter { $0.kind == PersonalErasure.kind }.map { event in
            let erasure = try PersonalErasure(json: event.payload)
            return ErasureRecord(
                event: event.number,
                day: event.happenedOn,
                actor: event.actor,
                scope: erasure.scope,
                decision: erasure.decision,
                reason: erasure.reason
            )
        }
    }

    /// For programs.
    public var json: JSONValue {
        [
            "event": .int(event), "on": day.json, "actor": .string(actor), "scope": .string(scope.rawValue), "decision": .string(decision),
            "reason": .string(reason),
        ]
    }
}
