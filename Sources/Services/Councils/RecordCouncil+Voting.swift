public import Councils
public import LifecycleModel
import Engine
import Rules
import Store

extension RecordCouncil {
    /// A ballot as it is put into the box.
    public struct Cast: Sendable {
        /// Whose, on what, with which marks.
        public let vote: CouncilHappening.Vote
        /// Why it takes the place of an earlier one; nil for a first one.
        public let reason: String?

        /// Creates a cast.
        public init(_ vote: CouncilHappening.Vote, insteadBecause reason: String? = nil) {
            self.vote = vote
            self.reason = reason
        }
    }

    /// Puts ballots into the box: all, or none when one is refused. A member may put in the own ones, whoever serves the session any.
    ///
    /// - Throws: `UseCaseFault` of kind `refused` with everything that is wrong with every ballot.
    public func vote(_ act: Act, _ casts: [Cast]) throws -> Answer {
        try change(act, votingFor: Set(casts.map(\.vote.voter))) { record, desk in
            try requireAll(casts, of: record)
            try desk.journal.append(
                casts.map { cast in cast.reason.map { .ballotSuperseded(cast.vote, reason: $0) } ?? .ballotCast(cast.vote) },
                to: &record
            )
        }
    }

    /// Tries every ballot, so that a box is mended in one go.
    private func requireAll(_ casts: [Cast], of record: CouncilRecord) throws {
        guard casts.count > 1 else { return }
        var session = record.session
        var blockers: [Blocker] = []
        for cast in casts {
            do throws(Refusal) {
                try session.apply(cast.reason.map { .ballotSuperseded(cast.vote, reason: $0) } ?? .ballotCast(cast.vote))
            } catch {
                let place = "\(cast.vote.voter), \(cast.vote.subject): "
                blockers += error.blockers.map { $0.placed(Phrase(vi: place, en: place)) }
            }
        }
        guard !blockers.isEmpty else { return }
        throw UseCaseFault(
            .refused,
            "council-refused",
            Phrase(vi: "Không ghi phiếu nào: có phiếu sai", en: "No ballot was recorded: some are wrong"),
            blockers: blockers
        )
    }

    /// The subject of that name, or which there are.
    public static func require(_ subject: String, of record: CouncilRecord) throws -> Subject {
        try UseCaseFault.explaining(record.code) { () throws(Refusal) in try record.session.subject(subject) }
    }

    /// The members whose ballots the actor may put in, in the order of their seats: all who are there, or the actor alone.
    public func voters(of record: CouncilRecord) throws -> [CouncilMember] {
        let actor = try surroundings.store.read { try Actor(surroundings.actor, in: $0) }
        let there = record.session.composition.members.filter {
            record.session.roll.present.contains($0.person) || record.session.law.council.absence == .mailedBallot
        }
        if let own = there.first(where: { $0.person.text == actor.id }) { return [own] }
        try CouncilDuty(record).check(actor, votingFor: Set(there.map(\.person)))
        return there
    }

    /// Counts the ballots. A trial says whether they can be counted and nothing of what they say.
    ///
    /// - Parameter board: the members who count, their head first.
    public func count(_ act: Act, by board: [PersonCode]) throws -> Answer {
        let answer = try change(act) { record, desk in try desk.journal.append([.counted(by: board)], to: &record) }
        guard act.dryRun else { return answer }
        let sealed = try surroundings.store.read { try CouncilRecord(answer.record.code, definitions: definitions, in: $0) }
        return Answer(record: sealed, receipt: nil)
    }
}

extension Blocker {
    /// The same with its place before the message.
    fileprivate func placed(_ place: Phrase) -> Blocker {
        Blocker(code: code, message: place + message, parameters: parameters, facts: facts, basis: basis, cure: cure)
    }
}
