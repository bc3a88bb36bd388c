import AuditTrail
import CanonicalJSON
public import Store

/// The log for other programs, event by event: what is still sealed is given by its leaf hash alone, so that the root can be computed from it
/// all the same.
public struct SealedLog {
    private let reader: any StoreReader

    /// The log of a store.
    public init(_ reader: any StoreReader) {
        self.reader = reader
    }

    /// The canonical bytes of an event, or `{"leaf_hash":…,"number":…,"sealed":true}` for a ballot of a session that is not counted.
    public func line(_ event: EventRecord) throws -> [UInt8] {
        guard try isSealed(event) else { return event.canonicalBytes }
        return Self.line(event.number, TreeHash(leaf: event.canonicalBytes))
    }

    /// What is told of a sealed event.
    static func line(_ number: Int64, _ leaf: TreeHash) -> [UInt8] {
        let line: JSONValue = ["leaf_hash": .string(leaf.description), "number": .int(number), "sealed": true]
        return line.canonicalBytes
    }

    /// Whether it is a ballot of a session that is not counted.
    func isSealed(_ event: EventRecord) throws -> Bool {
        guard event.subject.kind == .council, CouncilSummary.sealedKinds.contains(event.kind) else { return false }
        return !CouncilSummary.isUnsealed(try reader.registered(.council, code: event.subject.code))
    }
}
