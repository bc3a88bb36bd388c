public import LifecycleModel

/// So much money of one source for one item in one year: a line of an estimate, of a clearing, of a report of spending.
public struct BudgetLine: Sendable, Hashable {
    /// The item of the rules: `labour`.
    public var item: String
    /// The budget year.
    public var year: Int
    /// Where the money comes from.
    public var source: FundingSource
    /// How much, never negative.
    public var amount: Dong
    /// Whether it is lump-summed (giao khoán).
    public var isLumpSum: Bool

    /// Creates a line.
    public init(item: String, year: Int, source: FundingSource = .state, amount: Dong, isLumpSum: Bool = false) {
        self.item = item
        self.year = year
        self.source = source
        self.amount = amount
        self.isLumpSum = isLumpSum
    }

    /// Years that money can be planned for: those of the law and a lifetime after it.
    public static let years = 2000...2100
}

extension Sequence<BudgetLine> {
    /// What the lines come to, all of them or those that fit.
    ///
    /// - Throws: `Refusal` when the sum does not fit in 64 bits.
    public func total(where fits: (BudgetLine) -> Bool = { _ in true }) throws(Refusal) -> Dong {
        var sum = Dong.zero
        for line in self where fits(line) {
            sum = try exactly { () throws(DongFault) in try sum.adding(line.amount) }
        }
        return sum
    }

    /// What they come to by something of theirs.
    public func totals<Key: Hashable>(by key: (BudgetLine) -> Key) throws(Refusal) -> [Key: Dong] {
        var sums: [Key: Dong] = [:]
        for line in self {
            let (name, so) = (key(line), sums[key(line)] ?? .zero)
            sums[name] = try exactly { () throws(DongFault) in try so.adding(line.amount) }
        }
        return sums
    }
}
