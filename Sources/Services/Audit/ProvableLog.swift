import AuditTrail
import LifecycleModel
import Store

/// A log whose hashes lead to its head, for proofs of any size it had; used only as long as the store is read.
///
/// The hashes of the log's tiles stand beside it and could be altered, so every answer is held against the head's root before it is given.
struct ProvableLog {
    let head: LogHead
    var size: Int64 { head.size }
    private let merkle: MerkleTree

    init(_ reader: any StoreReader) throws {
        let head = try reader.head()
        self.head = head
        merkle = MerkleTree(size: Int(head.size)) { level, places in
            let places = Int64(places.lowerBound)..<Int64(places.upperBound)
            return level == 0
                ? try reader.leafHashes(of: places.lowerBound + 1..<places.upperBound + 1)
                : try reader.tileHashes(level: level, places: places)
        }
        guard try Self.whole({ try merkle.root(ofSize: merkle.size) }) == head.root else { throw Self.altered }
    }

    /// What the log lacks is told as an alteration of it.
    private static func whole<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch is LogFault { throw altered }
    }

    /// Refuses a size that the log never had.
    func expect(_ size: Int64) throws -> Int64 {
        guard 0...self.size ~= size else {
            throw UseCaseFault(
                .usage,
                "no-such-size",
                Phrase(vi: "Nhật ký chưa có \(size) sự kiện: có \(self.size)", en: "The log never had \(size) events: it has \(self.size)")
            )
        }
        return size
    }

    func root(_ size: Int64) throws -> TreeHash {
        guard size != head.size else { return head.root }
        guard let root = try Self.whole({ try merkle.root(ofSize: Int(size)) }) else { throw Self.altered }
        if size > 0 { _ = try prove(from: LogHead(size: size, root: root), to: head) }
        return root
    }

    private func prove(from first: LogHead, to second: LogHead) throws -> ConsistencyProof {
        guard let proof = try Self.whole({ try merkle.consistencyProof(from: Int(first.size), to: Int(second.size)) }),
            proof.shows(oldRoot: first.root, newRoot: second.root)
        else { throw Self.altered }
        return proof
    }

    /// The event's hash, and the way from it to the root of the log when it had so many events.
    func inclusion(of number: Int64, in size: Int64) throws -> (leaf: TreeHash, proof: InclusionProof) {
        guard (1...max(size, 1)).contains(number) else { throw Self.altered }
        let index = Int(number) - 1
        guard let leaf = try Self.whole({ try merkle.leaf(index) }),
            let proof = try Self.whole({ try merkle.inclusionProof(of: index, inSize: Int(size)) }), proof.shows(leaf, in: try root(size))
        else { throw Self.altered }
        return (leaf, proof)
    }

    func `extension`(from first: Int64, to second: Int64) throws -> ProveExtension.Answer {
        let heads = (LogHead(size: first, root: try root(first)), LogHead(size: second, root: try root(second)))
        guard first > 0 else { return ProveExtension.Answer(first: heads.0, second: heads.1, proof: nil) }
        return ProveExtension.Answer(first: heads.0, second: heads.1, proof: try prove(from: heads.0, to: heads.1))
    }

    static let altered = UseCaseFault(
        .unavailable,
        "log-altered",
        Phrase(vi: "Nhật ký không nguyên vẹn nên không chứng minh được gì", en: "The log is not whole, so nothing can be proved of it"),
        hint: Phrase(
            vi: "Xem «nhiemvu audit verify»; nếu nhật ký nguyên vẹn: «nhiemvu store verify --repair»",
            en: "See \"nhiemvu audit verify\"; if the log is whole: \"nhiemvu store verify --repair\""
        )
    )
}
