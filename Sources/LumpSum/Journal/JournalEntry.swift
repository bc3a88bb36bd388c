public import LifecycleModel

/// One movement of money in double entry: postings that add up to nothing, with the day and what it is.
public struct JournalEntry: Sendable, Hashable {
    /// An amount on an account; a debit is positive, a credit negative.
    public struct Posting: Sendable, Hashable {
        /// The account.
        public let account: Account
        /// How much.
        public let amount: Dong

        /// Creates a posting.
        public init(_ account: Account, _ amount: Dong) {
            self.account = account
            self.amount = amount
        }
    }

    /// The day it happened.
    public let day: CivilDate
    /// The happening it comes from, as the log calls it.
    public let kind: String
    /// The number of its event in the log; nil for what was not recorded as such.
    public let event: Int64?
    /// The postings.
    public let postings: [Posting]

    /// Creates an entry.
    ///
    /// - Throws: `Refusal` when the postings do not add up to nothing.
    public init(day: CivilDate, kind: String, event: Int64?, postings: [Posting]) throws(Refusal) {
        var sum = Dong.zero
        for posting in postings { sum = try sum.plus(posting.amount) }
        guard sum == .zero else {
            throw Refusal(
                "entry-unbalanced",
                Phrase(vi: "Bút toán lệch \(sum.formatted(.word))", en: "The entry is off by \(sum.formatted())")
            )
        }
        self.day = day
        self.kind = kind
        self.event = event
        self.postings = postings
    }
}
