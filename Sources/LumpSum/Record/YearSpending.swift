public import LifecycleModel

/// What the host reported of a year (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 14.2).
public struct YearSpending: Sendable, Hashable {
    /// State money it received.
    public internal(set) var received: Dong = .zero
    /// What it spent, by item and source.
    public internal(set) var lines: [BudgetLine] = []

    /// Whether it says nothing.
    var isEmpty: Bool { received == .zero && lines.isEmpty }

    /// Whether both say the same, in whatever order.
    func saysTheSame(as other: YearSpending) throws(Refusal) -> Bool {
        let (mine, others) = (try lines.totals(by: \.place), try other.lines.totals(by: \.place))
        return received == other.received && mine == others
    }
}

extension TaskBudget {
    /// State money reported as spent, year by year.
    public var stateSpending: [BudgetLine] {
        spending.sorted { $0.key < $1.key }.flatMap { $0.value.lines }.filter { $0.source == .state }
    }

    /// State money reported as received, of all years.
    public func received() throws(Refusal) -> Dong {
        var sum = Dong.zero
        for report in spending.values { sum = try sum.plus(report.received) }
        return sum
    }

    /// What was done at each place of the plan: cleared of the state's money, spent of other money.
    public func done() throws(Refusal) -> [BudgetPlace: Dong] {
        var done: [BudgetPlace: Dong] = [:]
        for posting in journal.flatMap(\.postings) {
            switch posting.account {
            // A settlement takes what was cleared out again.
            case .cleared(let place) where posting.amount > .zero: done[place] = try (done[place] ?? .zero).plus(posting.amount)
            case .ownSpending(let place): done[place] = try (done[place] ?? .zero).plus(posting.amount)
            default: break
            }
        }
        return done.filter { $0.value != .zero }
    }
}
