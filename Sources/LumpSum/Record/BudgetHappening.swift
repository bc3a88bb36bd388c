public import LifecycleModel

/// One thing that happened to the money of a task; the record of its budget is the fold of them.
public enum BudgetHappening: Sendable, Hashable {
    /// An estimate was recorded; it stands in place of the one before.
    case estimated(Estimate)
    /// State money of a year was allotted to the task.
    case allotted(year: Int, Dong)
    /// Allotted money of a year that is not yet advanced was taken back.
    case allotmentCut(year: Int, Dong)
    /// Money of a year that was not advanced was carried over to a later one (chuyển nguồn).
    case rolledOver(from: Int, to: Int, Dong)
    /// An advance was paid to the host, out of the allotment of a year.
    case advanced(number: Int64, year: Int, Dong)
    /// The host reported work done for an advance and how much is to be cleared.
    case volumeReported(number: Int64, Dong)
    /// Work was confirmed and a part of an advance cleared, item by item.
    case cleared(number: Int64, [BudgetLine])
    /// A part of an advance was given back to the Treasury, into it or as part of what is recovered.
    case givenBack(number: Int64, Dong)
    /// Money was moved between items within the lump sum.
    case moved([BudgetMove], reason: String)
    /// The part outside the lump sum was set anew; the lines stand in place of all lines of state money outside it.
    case setOutside([BudgetLine], reason: String)
    /// What the host spent in a year, by item and source, and what it received from the state.
    case spent(year: Int, received: Dong, [BudgetLine])
    /// The same, in the place of everything that was reported of the year: a report that was wrong.
    case spentAnew(year: Int, received: Dong, [BudgetLine], reason: String)
    /// The task was settled.
    case settled(Settlement)
    /// It was decided what is to be repaid.
    case recoveryDecided(Recovery)
    /// A part of it was paid.
    case recoveryPaid(Dong)

    /// The budget years it speaks of.
    var years: [Int] {
        switch self {
        case .estimated(let estimate): estimate.lines.map(\.year)
        case .allotted(let year, _), .allotmentCut(let year, _), .advanced(_, let year, _): [year]
        case .rolledOver(let from, let to, _): [from, to]
        case .cleared(_, let lines), .setOutside(let lines, _): lines.map(\.year)
        case .moved(let moves, _): moves.map(\.year)
        case .spent(let year, _, let lines), .spentAnew(let year, _, let lines, _): [year] + lines.map(\.year)
        case .volumeReported, .givenBack, .settled, .recoveryDecided, .recoveryPaid: []
        }
    }

    /// Whether it comes on top of what was before, so that recording it twice moves the money twice.
    public var adds: Bool {
        switch self {
        case .allotted, .allotmentCut, .rolledOver, .advanced, .cleared, .givenBack, .moved, .spent, .recoveryPaid: true
        case .estimated, .volumeReported, .setOutside, .spentAnew, .settled, .recoveryDecided: false
        }
    }

    /// The word by which the log knows it.
    public var kind: String {
        switch self {
        case .estimated: "estimate_recorded"
        case .allotted: "money_allotted"
        case .allotmentCut: "allotment_cut"
        case .rolledOver: "allotment_rolled_over"
        case .advanced: "advance_paid"
        case .volumeReported: "volume_reported"
        case .cleared: "advance_cleared"
        case .givenBack: "advance_given_back"
        case .moved: "lump_sum_moved"
        case .setOutside: "outside_set"
        case .spent: "spending_reported"
        case .spentAnew: "spending_restated"
        case .settled: "budget_settled"
        case .recoveryDecided: "recovery_decided"
        case .recoveryPaid: "recovery_paid"
        }
    }
}

/// Money moved from one item to another within the lump sum.
public struct BudgetMove: Sendable, Hashable {
    /// The item and year it is taken from.
    public var from: String
    /// The item it is given to.
    public var to: String
    /// The budget year of both.
    public var year: Int
    /// How much.
    public var amount: Dong

    /// Creates a move.
    public init(from: String, to: String, year: Int, amount: Dong) {
        self.from = from
        self.to = to
        self.year = year
        self.amount = amount
    }
}
