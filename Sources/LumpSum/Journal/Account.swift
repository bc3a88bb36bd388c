import LifecycleModel

/// An account of the journal under a task's budget. Debits are positive: what was planned, what may still be drawn, what the host holds, what it
/// was spent on.
public enum Account: Sendable, Hashable {
    /// Planned for an item in a year from a source.
    case planned(BudgetPlace)
    /// What stands against the plan: money promised by a source.
    case promised(FundingSource)
    /// Given by the province out of the science budget of a year.
    case province(year: Int)
    /// Allotted for a year and not yet advanced.
    case allotted(year: Int)
    /// Advanced to the host and neither cleared nor given back, by advance.
    case advanced(number: Int64)
    /// Confirmed as work done, by item.
    case cleared(BudgetPlace)
    /// Given back to the Treasury out of advances.
    case givenBack
    /// Spent by the host of money that is not the state's.
    case ownSpending(BudgetPlace)
    /// Money of the host or of others.
    case ownMoney(FundingSource)
    /// Recognised at settlement as spent, within the lump sum or outside it.
    case settled(isLumpSum: Bool)
    /// Saved within the lump sum: other income of the host.
    case hostIncome
    /// Saved outside it: the host's fund.
    case hostFund
    /// Saved outside it: the S&T fund of the approving body or the state budget.
    case stateFund
    /// Owed by the host after a decision on recovery.
    case owed
    /// What stands against it.
    case recovery
    /// Repaid to the state budget.
    case repaid
}

/// Where a line of money belongs: item, year, source and way of spending.
public struct BudgetPlace: Sendable, Hashable {
    /// The item of the rules.
    public var item: String
    /// The budget year.
    public var year: Int
    /// Where the money comes from.
    public var source: FundingSource
    /// Whether it is lump-summed.
    public var isLumpSum: Bool

    /// Creates a place.
    public init(item: String, year: Int, source: FundingSource = .state, isLumpSum: Bool = false) {
        self.item = item
        self.year = year
        self.source = source
        self.isLumpSum = isLumpSum
    }
}

extension BudgetLine {
    /// Where it belongs.
    public var place: BudgetPlace { BudgetPlace(item: item, year: year, source: source, isLumpSum: isLumpSum) }

    /// So much at a place.
    init(_ amount: Dong, at place: BudgetPlace) {
        self.init(item: place.item, year: place.year, source: place.source, amount: amount, isLumpSum: place.isLumpSum)
    }
}

extension Account {
    /// Its path as plain-text accounting writes it, from the widest part to the narrowest: `planned:state:2026:labour:lump-sum`.
    public var path: [String] {
        switch self {
        case .planned(let place): ["planned"] + place.path
        case .promised(let source): ["promised", source.rawValue]
        case .province(let year): ["province", "\(year)"]
        case .allotted(let year): ["allotted", "\(year)"]
        case .advanced(let number): ["advanced", "\(number)"]
        case .cleared(let place): ["cleared"] + place.path
        case .givenBack: ["given-back"]
        case .ownSpending(let place): ["own-spending"] + place.path
        case .ownMoney(let source): ["own-money", source.rawValue]
        case .settled(let isLumpSum): ["settled", isLumpSum ? "lump-sum" : "outside"]
        case .hostIncome: ["saved", "host-income"]
        case .hostFund: ["saved", "host-fund"]
        case .stateFund: ["saved", "state-fund"]
        case .owed: ["owed"]
        case .recovery: ["recovery"]
        case .repaid: ["repaid"]
        }
    }
}

extension BudgetPlace {
    fileprivate var path: [String] { [source.rawValue, "\(year)", item, isLumpSum ? "lump-sum" : "outside"] }
}
