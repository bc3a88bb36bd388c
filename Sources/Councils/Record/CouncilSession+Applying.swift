public import LifecycleModel

extension CouncilSession {
    /// A session as it was formed, without members.
    public init(_ formation: CouncilHappening.Formation, under law: CouncilLaw) throws(Refusal) {
        try self.init(
            law: law,
            composition: Composition(members: [], otherSizeDecision: formation.otherSizeDecision),
            subjects: formation.subjects
        )
    }

    /// Does what happened, or refuses it with every reason: the one way a session changes, whether something is recorded now or read back.
    public mutating func apply(_ happening: CouncilHappening) throws(Refusal) {
        switch happening {
        case .formed:
            throw Refusal("formed_twice", Phrase(vi: "phiên họp đã được lập", en: "the session is formed already"))
        case .seated(let member): try seat(member)
        case .described(let member): try describe(member)
        case .unseated(let person, let reason): try unseat(person, reason: reason)
        case .arrived(let person): try arrive(person)
        case .left(let person): try leave(person)
        case .deputyAuthorised(let paper): try authoriseDeputy(by: paper)
        case .reviewReceived(let person): try receiveReview(of: person)
        case .guestWelcomed(let guest): try welcome(guest: guest)
        case .opened: try open()
        case .adjourned(let reason, let day): try adjourn(reason: reason, until: day)
        case .ballotCast(let vote): try cast(vote.marks, on: vote.subject, by: vote.voter)
        case .ballotSuperseded(let vote, let reason): try supersede(vote.marks, on: vote.subject, by: vote.voter, reason: reason)
        case .conflictFound(let conflict): try find(conflict)
        case .counted(let board): try countVotes(by: board)
        case .concluded(let conclusion): try conclude(conclusion)
        }
    }
}
