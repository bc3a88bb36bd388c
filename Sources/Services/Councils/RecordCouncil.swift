import Councils
import Engine
public import LifecycleModel
import Rules
import Store

/// Records what happens to the sessions of councils. Every act is one transaction: what happened to the session, and what follows for the
/// task's small machines, together or not at all.
public struct RecordCouncil: Sendable {
    /// Common to every act.
    public struct Act: Sendable {
        /// The session as a person names it: `NV-2025-047:2`, or the task alone for its newest one.
        public var session: String
        /// The day it happened.
        public var day: CivilDate
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates the common part of an act.
        public init(session: String, day: CivilDate, dryRun: Bool = false) {
            self.session = session
            self.day = day
            self.dryRun = dryRun
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The session afterwards.
        public let record: CouncilRecord
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?
    }

    let surroundings: Surroundings
    let definitions: Definitions

    /// Prepares the use case.
    public init(_ surroundings: Surroundings, definitions: Definitions = Definitions()) {
        self.surroundings = surroundings
        self.definitions = definitions
    }

    /// What an act works with inside its transaction.
    struct Desk {
        let writer: any StoreWriter
        let journal: CouncilJournal
        let actor: Actor
        fileprivate let fire: FireEvent

        /// Fires an event on a small machine or on the task; a refusal of the rules undoes the whole act.
        @discardableResult
        func fire(_ request: FireEvent.Request) throws -> TaskState {
            let answer = try fire(request, in: writer)
            guard answer.receipt != nil else {
                throw UseCaseFault(
                    .refused,
                    "refused",
                    Phrase(
                        vi: "Quy tắc không cho phép «\(request.event)» với \(request.task)",
                        en: "The rules refuse \"\(request.event)\" for \(request.task)"
                    ),
                    blockers: answer.decision.blockers
                )
            }
            return answer.after
        }
    }

    /// Carries out an act on a session that is on record.
    ///
    /// - Parameter voters: whose ballots it puts in; nil for every other act.
    func change(_ act: Act, votingFor voters: Set<PersonCode>? = nil, _ work: (inout CouncilRecord, Desk) throws -> Void) throws -> Answer {
        try transaction(act.day, dryRun: act.dryRun) { desk in
            var record = try CouncilRecord(try CouncilCode(act.session, in: desk.writer), definitions: definitions, in: desk.writer)
            let duty = CouncilDuty(record)
            if let voters { try duty.check(desk.actor, votingFor: voters) } else { try duty.check(desk.actor) }
            guard !record.isCalledOff else {
                throw UseCaseFault(
                    .refused,
                    "session-void",
                    Phrase(vi: "Phiên họp \(record.code) đã hủy", en: "The session \(record.code) was called off")
                )
            }
            try work(&record, desk)
            return record
        }
    }

    /// Runs the work as one transaction and answers with the receipt; undone when it was only to be shown.
    func transaction(_ day: CivilDate, dryRun: Bool, _ work: (Desk) throws -> CouncilRecord) throws -> Answer {
        struct Shown: Error { let record: CouncilRecord }
        do {
            return try surroundings.store.write { writer in
                let size = try writer.head().size
                let desk = Desk(
                    writer: writer,
                    journal: CouncilJournal(writer: writer, surroundings: surroundings, day: day),
                    actor: try Actor(surroundings.actor, in: writer),
                    fire: FireEvent(surroundings, definitions: definitions)
                )
                let record = try work(desk)
                if dryRun { throw Shown(record: record) }
                let head = try writer.head()
                return Answer(record: record, receipt: Receipt(events: head.size > size ? size + 1...head.size : nil, head: head))
            }
        } catch let shown as Shown {
            return Answer(record: shown.record, receipt: nil)
        }
    }
}
