public import LifecycleModel

/// Something that happened to a session of a council. The record of a session is a list of these; the session is their fold.
public enum CouncilHappening: Sendable, Hashable {
    /// It was formed to judge something.
    case formed(Formation)
    /// A member was seated, free of conflicts for the seat.
    case seated(CouncilMember)
    /// More became known of a member who has a seat.
    case described(CouncilMember)
    /// A member was taken out before the session opened, for a reason.
    case unseated(PersonCode, reason: String)
    /// A member came.
    case arrived(PersonCode)
    /// A member left.
    case left(PersonCode)
    /// The chair's written authority for the deputy came, named by its number or as it is filed.
    case deputyAuthorised(by: String)
    /// A member's written review came.
    case reviewReceived(PersonCode)
    /// A guest came, who has no vote.
    case guestWelcomed(String)
    /// The session opened.
    case opened
    /// The session was put off to another day; whoever was there went home.
    case adjourned(reason: String, until: CivilDate?)
    /// A ballot went into the box.
    case ballotCast(Vote)
    /// A ballot went into the box in place of the same member's earlier one.
    case ballotSuperseded(Vote, reason: String)
    /// A conflict of interest of a seated member came to light.
    case conflictFound(Conflict)
    /// The ballots were counted by these members.
    case counted(by: [PersonCode])
    /// The council concluded.
    case concluded(CouncilSession.Conclusion)

    /// What a session is formed for.
    public struct Formation: Sendable, Hashable {
        /// The kind of council.
        public let kind: String
        /// What it judges.
        public let subjects: [Subject]
        /// The decision that sets another size than usual; nil usually.
        public let otherSizeDecision: String?

        /// Creates a formation.
        public init(kind: String, subjects: [Subject], otherSizeDecision: String? = nil) {
            self.kind = kind
            self.subjects = subjects
            self.otherSizeDecision = otherSizeDecision
        }
    }

    /// A ballot on its way into the box.
    public struct Vote: Sendable, Hashable {
        /// Whose it is.
        public let voter: PersonCode
        /// What it is about, the `id` of a subject.
        public let subject: String
        /// What stands on it.
        public let marks: Ballot.Marks

        /// Creates a vote.
        public init(by voter: PersonCode, on subject: String, _ marks: Ballot.Marks) {
            self.voter = voter
            self.subject = subject
            self.marks = marks
        }
    }

    /// Its word in the log, past tense.
    public var kind: String {
        switch self {
        case .formed: "council_formed"
        case .seated: "member_seated"
        case .described: "member_described"
        case .unseated: "member_unseated"
        case .arrived: "member_arrived"
        case .left: "member_left"
        case .deputyAuthorised: "deputy_authorised"
        case .reviewReceived: "review_received"
        case .guestWelcomed: "guest_welcomed"
        case .opened: "session_opened"
        case .adjourned: "session_adjourned"
        case .ballotCast: "ballot_cast"
        case .ballotSuperseded: "ballot_superseded"
        case .conflictFound: "conflict_found"
        case .counted: "ballots_counted"
        case .concluded: "session_concluded"
        }
    }

    /// Whether nothing of it may be told before the count, not even that it happened.
    public var isSealed: Bool {
        switch self {
        case .ballotCast, .ballotSuperseded: true
        default: false
        }
    }
}
