import AuditTrail
import LifecycleModel
import Store

extension SQLiteSession {
    func head() throws -> LogHead {
        if let knownHead { return knownHead }
        let frontier = try currentFrontier()
        let head = LogHead(size: frontier.size, root: frontier.root)
        knownHead = head
        return head
    }

    /// The frontier of the log, read once in a transaction; the columns of the head must agree with each other.
    func currentFrontier() throws -> MerkleFrontier {
        if let frontier { return frontier }
        let stored = try database.first("SELECT frontier, size, root FROM log_head") { row in
            let (bytes, size, root) = (try row.bytes(0), try row.int(1), try row.bytes(2))
            // The same bytes have the same root: a dozen hashes that need not be worked out again.
            let found = edge?.bytes == bytes ? edge : LogEdge(bytes: bytes)
            guard let found, found.head.size == size, found.head.root.bytes == root else {
                throw row.fault(0, Self.contradiction[.en], Self.contradiction)
            }
            return found
        }
        guard let stored else {
            let explanation = Phrase(vi: "nhật ký không có phần đầu", en: "the log has no head")
            throw StoreError(.damaged, subject: path, cause: explanation[.en], explanation: explanation)
        }
        (edge, frontier, knownHead) = (stored, stored.frontier, stored.head)
        return stored.frontier
    }

    private static let contradiction = Phrase(
        vi: "số sự kiện, gốc và biên ở đầu nhật ký mâu thuẫn với nhau",
        en: "size, root and frontier of the log's head contradict each other"
    )

    /// Writes the head if events were appended; the last step before a transaction is committed.
    func saveHead() throws {
        guard frontierMoved, let frontier else { return }
        let edge = LogEdge(frontier, try head())
        try database.run(
            "UPDATE log_head SET size = ?, root = ?, frontier = ?",
            edge.head.size,
            edge.head.root,
            edge.bytes
        )
        self.edge = edge
        frontierMoved = false
    }
}
