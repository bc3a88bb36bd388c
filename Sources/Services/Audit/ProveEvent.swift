public import AuditTrail
import LifecycleModel
public import Store

/// Proves to somebody without the store that an event stands in the log (RFC 6962 §2.1.1).
public struct ProveEvent: Sendable {
    /// A proof, with everything that is needed to check it.
    public struct Answer: Sendable, Hashable {
        /// Number of the event, from 1.
        public let number: Int64
        /// Size and root of the log it is proved for.
        public let head: LogHead
        /// Hash of the event as a leaf.
        public let leaf: TreeHash
        /// The way from the leaf to the root.
        public let proof: InclusionProof
        /// The bytes that were hashed; nil for a ballot that is still sealed.
        public let bytes: [UInt8]?
    }

    private let store: any Store

    /// Prepares proofs over a store.
    public init(_ store: any Store) {
        self.store = store
    }

    /// Proves one event, for the log as it is or as it was with so many events.
    ///
    /// - Throws: `UseCaseFault` when there is no such event or size, or the log was altered.
    public func callAsFunction(_ number: Int64, size: Int64? = nil) throws -> Answer {
        try store.read { reader in
            let tree = try ProvableLog(reader)
            let size = try tree.expect(size ?? tree.size)
            guard (1...max(size, 1)).contains(number), size > 0, let event = try reader.event(number) else {
                throw UseCaseFault(
                    .usage,
                    "unknown-event-number",
                    Phrase(vi: "Không có sự kiện số \(number) trong \(size) sự kiện", en: "There is no event \(number) among \(size)"),
                    hint: Phrase(vi: "Xem số sự kiện bằng «nhiemvu task log»", en: "See the numbers with \"nhiemvu task log\"")
                )
            }
            let bytes = event.canonicalBytes
            let root = try tree.root(size)
            guard let proof = tree.merkle.inclusionProof(of: Int(number) - 1, inSize: Int(size)),
                proof.shows(TreeHash(leaf: bytes), in: root)
            else { throw ProvableLog.altered }
            let isSealed = try SealedLog(reader).isSealed(event)
            return Answer(
                number: number,
                head: LogHead(size: size, root: root),
                leaf: TreeHash(leaf: bytes),
                proof: proof,
                bytes: isSealed ? nil : bytes
            )
        }
    }
}
