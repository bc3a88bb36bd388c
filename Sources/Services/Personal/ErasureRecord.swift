import CanonicalJSON
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

    /// The last erasure of a person's data; nil: there was none.
    public static func last(of person: String, in reader: any StoreReader) throws -> ErasureRecord? {
        let events = try reader.events(of: EventRecord.Subject(.person, person))
        guard let event = events.last(where: { $0.kind == PersonalErasure.kind }) else { return nil }
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
