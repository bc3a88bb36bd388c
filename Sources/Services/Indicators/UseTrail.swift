public import AuditTrail
import Indicators
import LifecycleModel
public import Store

/// What stands in the log under a figure about use: for each event its leaf and the way from it to the root, for each proof its documents.
///
/// It reads on while it is asked, so it is used only as long as the store is read.
public struct UseTrail {
    /// One event under a result or a proof.
    public struct Step: Sendable {
        /// The state that was come into, with the number of the event.
        public let move: UseMoveRow
        /// The hash of the event in the log.
        public let leaf: TreeHash
        /// The way from it to the root of the log (RFC 9162, 2.1.3).
        public let proof: InclusionProof
        /// The documents that came with it.
        public let documents: [DocumentRow]
    }

    /// Size and root of the log that the proofs lead to.
    public var head: LogHead { log.head }
    private let log: ProvableLog
    private let documents: [String: [DocumentRow]]
    /// Of an event that opened something the event that caused it, which its documents came with.
    private var causes: [Int64: Int64] = [:]

    /// Prepares the trail of some tasks.
    ///
    /// - Parameter progress: told how many of the tasks are read.
    /// - Throws: `UseCaseFault` when the log was altered.
    public init(of tasks: Set<String>, in reader: any StoreReader, progress: (_ done: Int) -> Void = { _ in }) throws {
        log = try ProvableLog(reader)
        var documents: [String: [DocumentRow]] = [:]
        for (done, task) in tasks.enumerated() {
            documents[task] = try reader.documents(of: task)
            var cause: Int64?
            for event in try reader.events(of: EventRecord.Subject(.task, task)) {
                if event.kind == "transitioned" { cause = event.number } else { causes[event.number] = cause }
            }
            progress(done + 1)
        }
        self.documents = documents
    }

    /// The events that brought a result or a proof where it stands.
    ///
    /// - Throws: `UseCaseFault` when the log was altered, or a row names an event that was never in it.
    public func steps(_ moves: [UseMoveRow]) throws -> [Step] {
        try moves.map { move in
            guard (1...max(head.size, 1)).contains(move.event) else { throw Self.damaged(move) }
            let (leaf, proof) = try log.inclusion(of: move.event, in: log.size)
            return Step(move: move, leaf: leaf, proof: proof, documents: documents(of: move))
        }
    }

    private static func damaged(_ move: UseMoveRow) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "use-row-damaged",
            Phrase(
                vi: "Dòng về việc sử dụng kết quả của \(move.task) trỏ tới sự kiện \(move.event), không có trong nhật ký",
                en: "A row about the use of results of \(move.task) names event \(move.event), which is not in the log"
            ),
            hint: Phrase(vi: "Dựng lại bằng «nhiemvu store verify --repair»", en: "Rebuild it with \"nhiemvu store verify --repair\"")
        )
    }

    /// The documents that an event came with.
    public func documents(of move: UseMoveRow) -> [DocumentRow] {
        (documents[move.task] ?? []).filter { $0.event == causes[move.event] ?? move.event }
    }
}
