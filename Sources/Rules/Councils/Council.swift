/// What the rules ask of one kind of council, by the `kind` of the small machine `council-session`: who sits, who must be there, who may not
/// sit, what is judged on its ballots and how they decide. Numbers are parameters, so that a province's decision changes them in one place.
public struct Council: Sendable, Hashable {
    /// The fewest members it may have.
    public var least: Amount
    /// The most members it may have.
    public var most: Amount
    /// The article that lets whoever founds it set another size; nil when none does.
    public var otherSize: String?
    /// How many hold each seat; the others are ordinary members.
    public var composition: [Seat: Amount]
    /// How many of its members must have sat in an earlier council of the same task.
    public var fromEarlierCouncil: Amount?
    /// How many of its members sit in it as representatives; nil when the law does not say.
    public var representatives: Amount?
    /// The parameter, a share of the members, that says how many must be present.
    public var quorum: String
    /// Members who must be among those present, by seat; an authorised deputy stands for the chair.
    public var seats: [Seat: Amount]
    /// Whether a deputy needs the chair's written authority to preside.
    public var deputyNeedsAuthority: Bool
    /// The deadline by which papers are sent.
    public var papers: String?
    /// How it may meet; empty when the law does not say.
    public var modes: [MeetingMode]
    /// What a member who cannot come may do; nil when the law does not say.
    public var absence: Absence?
    /// Whether written reviews of all members must be there before it meets.
    public var needsAllReviews: Bool
    /// Who may not sit; empty when the law has no list.
    public var conflicts: [ConflictRule]
    /// What it judges one by one; nil when that is the task itself.
    public var judges: Judged?
    /// How many of its members are elected to count the ballots; nil when the law asks for no board.
    public var countingBoard: Amount?
    /// The ballots it uses, by name.
    public var ballots: [String: BallotForm]
    /// How its ballots decide; nil when nobody wrote it down.
    public var decision: DecisionRule?
    /// How they decide instead when there are several to choose from; nil when that makes no difference.
    public var decisionAmongSeveral: DecisionRule?
    /// The articles on its composition and work.
    public var basis: String?

    /// Creates a declaration.
    public init(
        least: Amount,
        most: Amount,
        otherSize: String? = nil,
        composition: [Seat: Amount] = [:],
        fromEarlierCouncil: Amount? = nil,
        representatives: Amount? = nil,
        quorum: String,
        seats: [Seat: Amount] = [:],
        deputyNeedsAuthority: Bool = false,
        papers: String? = nil,
        modes: [MeetingMode] = [],
        absence: Absence? = nil,
        needsAllReviews: Bool = false,
        conflicts: [ConflictRule] = [],
        judges: Judged? = nil,
        countingBoard: Amount? = nil,
        ballots: [String: BallotForm] = [:],
        decision: DecisionRule? = nil,
        decisionAmongSeveral: DecisionRule? = nil,
        basis: String? = nil
    ) {
        self.least = least
        self.most = most
        self.otherSize = otherSize
        self.composition = composition
        self.fromEarlierCouncil = fromEarlierCouncil
        self.representatives = representatives
        self.quorum = quorum
        self.seats = seats
        self.deputyNeedsAuthority = deputyNeedsAuthority
        self.papers = papers
        self.modes = modes
        self.absence = absence
        self.needsAllReviews = needsAllReviews
        self.conflicts = conflicts
        self.judges = judges
        self.countingBoard = countingBoard
        self.ballots = ballots
        self.decision = decision
        self.decisionAmongSeveral = decisionAmongSeveral
        self.basis = basis
    }
}

extension Council {
    /// Whether it is a team beside a council, one of whose members sits in it.
    public var isTeam: Bool { composition[.councilMember] != nil }
}
