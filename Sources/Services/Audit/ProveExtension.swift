public import AuditTrail
import LifecycleModel
public import Store

/// Proves that the log only grew between two sizes (RFC 6962 §2.1.2), and holds it against what a checkpoint says it was.
public struct ProveExtension: Sendable {
    /// A proof with the two logs it is about.
    public struct Answer: Sendable, Hashable {
        /// The earlier and the later log.
        public let first, second: LogHead
        /// The proof; nil when the earlier log is empty, which every log extends.
        public let proof: ConsistencyProof?
    }

    /// What a checkpoint comes to.
    public enum Comparison: Sendable, Hashable {
        /// The log extends it.
        case extended(Answer)
        /// The log has fewer events than the checkpoint saw: so many are gone.
        case shorter(missing: Int64)
        /// The log had another root when it had so many events: events were changed together with their hashes.
        case differs(TreeHash)
    }

    private let store: any Store

    /// Prepares proofs over a store.
    public init(_ store: any Store) {
        self.store = store
    }

    /// Proves it for two sizes; without the second one, for the log as it is.
    ///
    /// - Throws: `UseCaseFault` when the log never had such a size, the first is larger than the second, or the log was altered.
    public func callAsFunction(from first: Int64, to second: Int64? = nil) throws -> Answer {
        try store.read { reader in
            let log = try ProvableLog(reader)
            let (first, second) = (try log.expect(first), try log.expect(second ?? log.size))
            guard first <= second else {
                throw UseCaseFault(
                    .usage,
                    "sizes-swapped",
                    Phrase(
                        vi: "Cỡ đầu (\(first)) lớn hơn cỡ sau (\(second))",
                        en: "The first size (\(first)) is larger than the second (\(second))"
                    )
                )
            }
            return try log.extension(from: first, to: second)
        }
    }

    /// Holds the log as it is against a checkpoint.
    public func compare(with checkpoint: Checkpoint) throws -> Comparison {
        try store.read { reader in
            let log = try ProvableLog(reader)
            guard checkpoint.size <= log.size else { return .shorter(missing: checkpoint.size - log.size) }
            let then = try log.root(checkpoint.size)
            guard then == checkpoint.root else { return .differs(then) }
            return .extended(try log.extension(from: checkpoint.size, to: log.size))
        }
    }
}
