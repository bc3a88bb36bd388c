public import LifecycleModel

/// What was posted on each account: debits and credits apart, so that both what is left and what ever passed can be told.
public struct Balances: Sendable, Hashable {
    private struct Sums: Sendable, Hashable {
        var debit = Dong.zero
        var credit = Dong.zero
    }

    private var sums: [Account: Sums] = [:]

    /// Nothing posted.
    public init() {}

    /// Posts an entry.
    mutating func post(_ entry: JournalEntry) throws(Refusal) {
        for posting in entry.postings {
            var sum = sums[posting.account] ?? Sums()
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
        let sum = sums[account] ?? Sums()
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

    /// Accounts that can never be below nothing and are: allotments, advances, debts.
    public var overdrawn: [Account] {
        sums.keys.filter { account in
            switch account {
            case .allotted, .advanced, .owed: self[account].isNegative
            default: false
            }
        }.sorted { $0.path.lexicographicallyPrecedes($1.path) }
    }

    /// The accounts ever posted on.
    public var accounts: [Account] { Array(sums.keys) }
}
