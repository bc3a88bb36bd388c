public import LifecycleModel

/// How a council's conclusion follows from its ballots, with the article that says so.
public struct DecisionRule: Sendable, Hashable {
    /// How it is computed.
    public var way: Way
    /// The article.
    public var basis: String?

    /// Ways to decide, a closed set.
    public enum Way: Sendable, Hashable {
        /// Points: valid ballots, mean, bonus, ranking, winner.
        case scores(Scores)
        /// For or against, by a share.
        case votes(Votes)
        /// Ratings excellent, pass, fail.
        case ratings(Ratings)
        /// One conclusion reached together; who disagrees is minuted.
        case collective
    }

    /// Deciding by points.
    public struct Scores: Sendable, Hashable {
        /// The lowest mean that can win.
        public var pass: Amount?
        /// A ballot further than this share from the mean of all members is void.
        public var deviation: Amount?
        /// The share of its mean that a passing dossier of the proposing host gets on top.
        public var bonus: Amount?
        /// A criterion that more than this share of the members present scored zero bars the dossier.
        public var zeroes: Amount?
        /// What decides between equal dossiers, in this order.
        public var ties: [TieBreak]

        /// Creates a rule.
        public init(pass: Amount? = nil, deviation: Amount? = nil, bonus: Amount? = nil, zeroes: Amount? = nil, ties: [TieBreak] = []) {
            self.pass = pass
            self.deviation = deviation
            self.bonus = bonus
            self.zeroes = zeroes
            self.ties = ties
        }
    }

    /// Deciding by votes.
    public struct Votes: Sendable, Hashable {
        /// The share of ballots in favour.
        public var share: Amount
        /// Whether the share itself is enough.
        public var reach: Reach
        /// Of whom.
        public var among: Among
        /// Whether the chair decides when the share is met exactly and had to be exceeded.
        public var chairBreaksTies: Bool

        /// Creates a rule.
        public init(share: Amount, reach: Reach, among: Among, chairBreaksTies: Bool = false) {
            self.share = share
            self.reach = reach
            self.among = among
            self.chairBreaksTies = chairBreaksTies
        }
    }

    /// Deciding by ratings: shares of the members present.
    public struct Ratings: Sendable, Hashable {
        /// Excellent when at least this share says so and nobody says fail.
        public var excellent: Amount
        /// Fail when more than this share says so.
        public var fail: Amount

        /// Creates a rule.
        public init(excellent: Amount, fail: Amount) {
            self.excellent = excellent
            self.fail = fail
        }
    }

    /// Whether a share must be met or passed.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// More than the share.
        case over
        /// The share or more.
        case atLeast = "at-least"
    }

    /// What a share is taken of.
    public enum Among: String, Sendable, Hashable, CaseIterable {
        /// The valid ballots.
        case ballots
        /// The members present.
        case present
    }

    /// What decides between dossiers with the same score.
    public enum TieBreak: String, Sendable, Hashable, CaseIterable {
        /// The one that asks for less state money.
        case lessStateMoney = "less-state-money"
        /// The one whose investigator or host had a task rated excellent in the years the law names.
        case excellentBefore = "excellent-before"
        /// The one with the higher mean on the criteria that decide ties.
        case decidingCriteria = "deciding-criteria"
        /// The one whose host carried the task.
        case hostOfTask = "host-of-task"

        /// For people.
        public var phrase: Phrase {
            switch self {
            case .lessStateMoney: Phrase(vi: "kinh phí đề nghị từ ngân sách nhà nước ít hơn", en: "less state money asked for")
            case .excellentBefore:
                Phrase(vi: "đã có nhiệm vụ xếp loại Xuất sắc trong thời gian quy định", en: "a task rated excellent in the time set")
            case .decidingCriteria:
                Phrase(vi: "điểm trung bình về nội dung, phương án triển khai cao hơn", en: "higher mean on content and plan")
            case .hostOfTask: Phrase(vi: "là tổ chức chủ trì nhiệm vụ", en: "hosted the task")
            }
        }
    }

    /// Creates a rule.
    public init(_ way: Way, basis: String?) {
        self.way = way
        self.basis = basis
    }

    /// Whether ballots with such content are what it counts.
    public func counts(_ content: BallotForm.Content) -> Bool {
        switch (way, content) {
        case (.scores, .scores), (.votes, .items), (.votes, .choice), (.ratings, .ratings): true
        default: false
        }
    }
}
