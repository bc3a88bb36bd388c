import AuditTrail
import LifecycleModel
import Store

/// The leaves of a log with the head that belongs to them, for proofs of any size it had.
struct ProvableLog {
    let merkle: MerkleTree
    let size: Int64

    init(_ reader: any StoreReader) throws {
        let head = try reader.head()
        size = head.size
        merkle = MerkleTree(try reader.leafHashes(first: size))
        guard merkle.size == Int(size), merkle.root == head.root else { throw Self.altered }
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
        guard let root = merkle.root(ofSize: Int(size)) else { throw Self.altered }
        return root
    }

    func `extension`(from first: Int64, to second: Int64) throws -> ProveExtension.Answer {
        let heads = (LogHead(size: first, root: try root(first)), LogHead(size: second, root: try root(second)))
        guard first > 0 else { return ProveExtension.Answer(first: heads.0, second: heads.1, proof: nil) }
        guard let proof = merkle.consistencyProof(from: Int(first), to: Int(second)),
            proof.shows(oldRoot: heads.0.root, newRoot: heads.1.root)
        else { throw Self.altered }
        return ProveExtension.Answer(first: heads.0, second: heads.1, proof: proof)
    }

    static let altered = UseCaseFault(
        .unavailable,
        "log-altered",
        Phrase(vi: "Nhật ký không nguyên vẹn nên không chứng minh được gì", en: "The log is not whole, so nothing can be proved of it"),
        hint: Phrase(vi: "Xem «nhiemvu audit verify»", en: "See \"nhiemvu audit verify\"")
    )
}
