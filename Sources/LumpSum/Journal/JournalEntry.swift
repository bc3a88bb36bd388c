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

/// What was posted on each account: debits and credits apart, so that both what is left and what ever passed can be told.
public struct Balances: Sendable, Hashable {
    private var sums: [Account: (debit: Dong, credit: Dong)] = [:]

    /// Nothing posted.
    public init() {}

    /// Posts an entry.
    mutating func post(_ entry: JournalEntry) throws(Refusal) {
        for posting in entry.postings {
            var sum = sums[posting.account] ?? (.zero, .zero)
            if posting.amount.isNegative {
                sum.credit = try sum.credit.minus(posting.amount)
            } else {
                sum.debit = try sum.debit.plus(posting.amount)
            }
            sums[posting.account] = sum
        }
    }

    /// Debits less credits of an account.
    public subscript(account: Account) -> Dong {
        let sum = sums[account] ?? (.zero, .zero)
        return Dong(sum.debit.amount - sum.credit.amount)
    }

    /// All debits ever posted on the accounts that fit.
    public func debits(where fits: (Account) -> Bool) throws(Refusal) -> Dong {
        var total = Dong.zero
        for (account, sum) in sums where fits(account) { total = try total.plus(sum.debit) }
        return total
    }

    /// All credits ever posted on the accounts that fit.
    public func credits(where fits: (Account) -> Bool) throws(Refusal) -> Dong {
        var total = Dong.zero
        for (account, sum) in sums where fits(account) { total = try total.plus(sum.credit) }
        return total
    }

    /// What is left on the accounts that fit.
    public func balance(where fits: (Account) -> Bool) throws(Refusal) -> Dong {
        try debits(where: fits).minus(try credits(where: fits))
    }

    /// The accounts ever posted on.
    public var accounts: [Account] { Array(sums.keys) }

    /// Compares what was posted.
    public static func == (left: Balances, right: Balances) -> Bool {
        left.sums.count == right.sums.count
            && left.sums.allSatisfy { account, sum in right.sums[account].map { $0 == sum } ?? false }
    }

    /// Feeds what was posted.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(sums.count)
    }
}
