import AuditTrail

extension StoreReader {
    /// Recomputes the whole log: every leaf hash from its event, the order without gaps, the head, and the roots in `known` (by size,
    /// recorded elsewhere). Answers with the head, or throws the first `LogFault`. Memory does not grow with the log.
    ///
    /// `progress` is called now and then with the number of events checked and the number there should be.
    public func verifyLog(known: [LogHead] = [], progress: (Int64, Int64) -> Void = { _, _ in }) throws -> LogHead {
        let recorded: LogHead
        do {
            recorded = try head()
        } catch let error as StoreError where error.code == .damaged {
            throw LogFault(number: nil, reason: .head(error.cause))
        }
        var verifier = LogVerifier(known: Dictionary(known.map { ($0.size, $0.root) }) { first, _ in first })
        try eachLogEntry(after: 0) { entry in
            switch (entry.content, entry.leafHash) {
            case (.bytes(let content), let leaf?): try verifier.check(number: entry.number, content: content, recorded: leaf)
            case (.unreadable(let reason), _): try verifier.unreadable(number: entry.number, because: reason)
            case (_, nil): try verifier.unreadable(number: entry.number, because: "leaf_hash is no hash")
            }
            if verifier.size % 8192 == 0 { progress(verifier.size, recorded.size) }
            return true
        }
        try verifier.finish(size: recorded.size, root: recorded.root)
        progress(recorded.size, recorded.size)
        return recorded
    }
}
