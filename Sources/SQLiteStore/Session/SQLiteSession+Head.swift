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
            let frontier = MerkleFrontier(bytes: try row.bytes(0))
            guard let frontier, frontier.size == (try row.int(1)), frontier.root.bytes == (try row.bytes(2)) else {
                throw row.fault(0, Self.contradiction[.en], Self.contradiction)
            }
            return frontier
        }
        guard let stored else {
            let explanation = Phrase(vi: "nhật ký không có phần đầu", en: "the log has no head")
            throw StoreError(.damaged, subject: path, cause: explanation[.en], explanation: explanation)
        }
        frontier = stored
        return stored
    }

    private static let contradiction = Phrase(
        vi: "số sự kiện, gốc và biên ở đầu nhật ký mâu thuẫn với nhau",
        en: "size, root and frontier of the log's head contradict each other"
    )

    /// Writes the head if events were appended; the last step before a transaction is committed.
    func saveHead() throws {
        guard frontierMoved, let frontier else { return }
        let head = try head()
        try database.run(
            "UPDATE log_head SET size = ?, root = ?, frontier = ?",
            head.size,
            head.root,
            frontier.bytes
        )
        frontierMoved = false
    }
}
