import AuditTrail
import Store

/// The frontier of the log as its bytes lie in the store, with the head that follows from them.
struct LogEdge {
    let bytes: [UInt8]
    let frontier: MerkleFrontier
    let head: LogHead

    /// Reads the bytes of a frontier; nil when they are none.
    init?(bytes: [UInt8]) {
        guard let frontier = MerkleFrontier(bytes: bytes) else { return nil }
        self.bytes = bytes
        self.frontier = frontier
        head = LogHead(size: frontier.size, root: frontier.root)
    }

    /// A frontier whose head is known.
    init(_ frontier: MerkleFrontier, _ head: LogHead) {
        bytes = frontier.bytes
        self.frontier = frontier
        self.head = head
    }
}
