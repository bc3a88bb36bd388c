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
        let (record, receipt) = try surroundings.transaction(on: day, dryRun: dryRun, definitions: definitions, work)
        return Answer(record: record, receipt: receipt)
    }
}

extension Desk {
    /// The journal of sessions.
    var journal: CouncilJournal { CouncilJournal(writer: writer, surroundings: surroundings, day: day) }
}
