public import LifecycleModel
public import Rules

/// The result of a count with its working.
public struct VoteCount: Sendable, Hashable {
    /// One tally for each subject, in the order of the session.
    public let tallies: [Tally]
    /// For points: the dossiers from best to worst.
    public let ranking: Ranking?
    /// What was looked at for all subjects together.
    public let steps: [WorkingStep]

    /// The tally of a subject.
    public subscript(subject: String) -> Tally? {
        tallies.first { $0.subject == subject }
    }
}

/// One step of the working: what was computed or looked at, and the article that says so.
public struct WorkingStep: Sendable, Hashable {
    /// In words with the numbers.
    public let text: Phrase
    /// The article.
    public let basis: String?
    /// How firmly a number of the rules in it stands.
    public let standing: Standing?

    /// Creates a step.
    public init(_ text: Phrase, basis: String? = nil, standing: Standing? = nil) {
        self.text = text
        self.basis = basis
        self.standing = standing
    }

    init(_ vi: String, _ en: String, _ number: LegalNumber) {
        self.init(Phrase(vi: vi, en: en), basis: number.basis, standing: number.standing)
    }
}

/// What the ballots on one subject say.
public struct Tally: Sendable, Hashable {
    /// The subject, by its id.
    public let subject: String
    /// Members who took part in the vote in the room.
    public let present: Int
    /// Every ballot on it, also those that do not count, with the reason.
    public let ballots: [CountedBallot]
    /// The numbers that the result rests on.
    public let figures: Figures
    /// What follows.
    public let outcome: Outcome
    /// How it follows.
    public let steps: [WorkingStep]

    /// A ballot and what became of it.
    public struct CountedBallot: Sendable, Hashable {
        /// The ballot.
        public let ballot: Ballot
        /// Why it does not count; nil when it does.
        public let void: WorkingStep?
    }

    /// Ballots that count.
    public var valid: [Ballot] {
        ballots.filter { $0.void == nil }.map(\.ballot)
    }

    /// Results in the words of the machine `council-session`.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case recommended
        case notRecommended = "not-recommended"
        case excellent, pass, fail
    }

    /// The numbers of a result.
    public enum Figures: Sendable, Hashable {
        /// By points.
        case scores(ScoreFigures)
        /// By votes: in favour, and of how many the share was taken.
        case votes(inFavour: Int, of: Int, chairInFavour: Bool?)
        /// By ratings.
        case ratings(excellent: Int, pass: Int, fail: Int)
    }
}

/// The numbers of a dossier that was given points.
public struct ScoreFigures: Sendable, Hashable {
    /// Ballots in the box that were filled in properly: those the first mean is taken of.
    public let cast: Int
    /// The mean of all of them; nil without any.
    public let meanOfAll: Fraction?
    /// The mean of the valid ones; nil without any.
    public let mean: Fraction?
    /// The mean with the bonus, by which dossiers are ranked.
    public let total: Fraction?
    /// The lowest valid ballot.
    public let lowest: Fraction?
    /// The highest valid ballot.
    public let highest: Fraction?
    /// The most zeroes on one criterion.
    public let zeroes: Int
    /// Which criterion that is; nil without any zero.
    public let zeroCriterion: String?
    /// The mean of each criterion over the valid ballots.
    public let criterionMeans: [String: Fraction]
    /// The mean of the criteria that decide ties.
    public let decidingMean: Fraction?
}
