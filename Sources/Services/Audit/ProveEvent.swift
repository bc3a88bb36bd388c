public import AuditTrail
public import CanonicalJSON
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
        /// Personal data that the event holds the commitment to, where they were asked for and are there.
        public internal(set) var personal: PersonalPart?
    }

    private let store: any Store

    /// Prepares proofs over a store.
    public init(_ store: any Store) {
        self.store = store
    }

    /// Proves one event, for the log as it is or as it was with so many events.
    ///
    /// - Parameter withPersonalData: whether to hand out the personal data that the event holds the commitment to.
    /// - Throws: `UseCaseFault` when there is no such event or size, or the log was altered.
    public func callAsFunction(_ number: Int64, size: Int64? = nil, withPersonalData: Bool = false) throws -> Answer {
        try store.read { reader in
            let tree = try ProvableLog(reader)
            let size = try tree.expect(size ?? tree.size)
            guard (1...max(size, 1)).contains(number), size > 0, let event = try reader.event(number) else {
                throw UseCaseFault(
                    .usage,
                    "unknown-event-number",
                    Phrase(vi: "Không có sự kiện số \(number) trong \(size) sự kiện", en: "There is no event \(number) among \(size)"),
                    hint: Phrase(
                        vi: "Số sự kiện từ 1 đến \(size); của một nhiệm vụ: «nhiemvu task log MÃ»",
                        en: "The numbers are 1 to \(size); those of a task: \"nhiemvu task log CODE\""
                    )
                )
            }
            let root = try tree.root(size)
            let proof = try tree.inclusion(of: number, in: size).proof
            var answer = try Answer(event, proof, in: LogHead(size: size, root: root), isSealed: try SealedLog(reader).isSealed(event))
            if withPersonalData { answer.personal = try reader.personalRows(at: number).first?.part }
            return answer
        }
    }
}

extension ProveEvent.Answer {
    /// An event with its proof.
    ///
    /// - Throws: `UseCaseFault` when the proof does not lead from the event to the root: the log was altered.
    init(_ event: EventRecord, _ proof: InclusionProof, in head: LogHead, isSealed: Bool) throws {
        let bytes = event.canonicalBytes
        let leaf = TreeHash(leaf: bytes)
        guard proof.shows(leaf, in: head.root) else { throw ProvableLog.altered }
        self.init(number: event.number, head: head, leaf: leaf, proof: proof, bytes: isSealed ? nil : bytes)
    }

    /// What a stranger needs to check it, as docs/verify-a-proof.md describes.
    public var json: JSONValue {
        var object: JSONObject = [
            "event": .int(number), "leaf_index": .int(proof.index), "tree_size": .int(head.size), "leaf_hash": .string(leaf.description),
            "root": .string(head.root.description), "path": JSONValue(proof.path.map(\.description)), "sealed": .bool(bytes == nil),
            "event_bytes": JSONValue(bytes.map { Base64.encode($0) }),
        ]
        if let personal {
            object["personal"] = [
                "commitment": .string(personal.commitment.description), "salt": JSONValue(TreeHash(bytes: personal.salt)?.description),
                "person": .string(personal.person), "content": .object(personal.content),
            ]
        }
        return .object(object)
    }
}
