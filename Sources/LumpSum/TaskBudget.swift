public import LifecycleModel
import Rules

/// The money of one task: the fold of what happened to it. Every movement is an entry of the journal; every figure is read off the accounts.
public struct TaskBudget: Sendable, Hashable {
    /// The law it runs under.
    public let law: BudgetLaw
    /// The estimate as it stands after moves; nil before the first.
    public internal(set) var estimate: Estimate?
    /// How many times an estimate was recorded.
    public internal(set) var estimates = 0
    /// The journal, in order.
    public private(set) var journal: [JournalEntry] = []
    /// What was posted on each account.
    public private(set) var balances = Balances()
    /// The advances in order of their numbers, with the day they were paid.
    public internal(set) var advances: [Advance] = []
    /// What the host reported as received and spent, by the year of the report.
    public internal(set) var spending: [Int: YearSpending] = [:]
    /// The settlement; nil before it.
    public internal(set) var settlement: Settlement?
    /// The decision on recovery; nil without one.
    public internal(set) var recovery: Recovery?

    /// One advance.
    public struct Advance: Sendable, Hashable {
        /// Its number beside the task.
        public let number: Int64
        /// The year whose allotment it came out of.
        public let year: Int
        /// How much was paid.
        public let amount: Dong
        /// The day it was paid.
        public let paidOn: CivilDate
        /// What the host last reported as done and asked to be cleared; nil before that and after it was answered.
        public internal(set) var reported: Dong?
    }

    /// A task without money yet.
    public init(under law: BudgetLaw) {
        self.law = law
    }

    /// Folds in what happened, without asking whether it may.
    ///
    /// - Parameters:
    ///   - day: the day it happened.
    ///   - event: the number of its event in the log.
    /// - Throws: `Refusal` when an amount does not fit in 64 bits.
    public mutating func apply(_ happening: BudgetHappening, on day: CivilDate, event: Int64? = nil) throws(Refusal) {
        var next = self
        let postings = try next.postings(of: happening)
        try next.keep(happening, on: day)
        if !postings.isEmpty {
            let entry = try JournalEntry(day: day, kind: happening.kind, event: event, postings: postings)
            try next.balances.post(entry)
            next.journal.append(entry)
        }
        self = next
    }

    /// What is remembered beside the accounts.
    private mutating func keep(_ happening: BudgetHappening, on day: CivilDate) throws(Refusal) {
        switch happening {
        case .estimated(let new):
            estimate = new
            estimates += 1
        case .advanced(let number, let year, let amount):
            advances.append(Advance(number: number, year: year, amount: amount, paidOn: day))
        case .volumeReported(let number, let amount): report(amount, on: number)
        case .cleared(let number, _): report(nil, on: number)
        case .moved(let moves, _):
            estimate = try estimate?.moving(moves)
        case .setOutside(let lines, _): estimate?.replaceOutside(with: lines)
        case .spent(let year, let amount, let lines):
            var report = spending[year] ?? YearSpending()
            report.received = try report.received.plus(amount)
            report.lines += lines
            spending[year] = report
        case .spentAnew(let year, let amount, let lines, _):
            let report = YearSpending(received: amount, lines: lines)
            spending[year] = report.isEmpty ? nil : report
        case .settled(let settlement): self.settlement = settlement
        case .recoveryDecided(let recovery): self.recovery = recovery
        case .allotted, .allotmentCut, .rolledOver, .givenBack, .recoveryPaid: break
        }
    }

    private mutating func report(_ amount: Dong?, on number: Int64) {
        guard let index = advances.firstIndex(where: { $0.number == number }) else { return }
        advances[index].reported = amount
    }
}

extension TaskBudget {
    /// What was allotted by the province, less what was taken back; of one year or of all.
    public func allotted(year: Int? = nil) throws(Refusal) -> Dong {
        Dong(
            -(try balances.balance { if case .province(let of) = $0 { year.map { $0 == of } ?? true } else { false } }).amount
        )
    }

    /// What of a year's allotment is not yet advanced.
    public func left(of year: Int) -> Dong { balances[.allotted(year: year)] }

    /// The years with something allotted and not yet advanced.
    public var openYears: [Int] {
        balances.accounts.compactMap { if case .allotted(let year) = $0, balances[$0] > .zero { year } else { nil } }.sorted()
    }

    /// Everything ever advanced.
    public func advanced() throws(Refusal) -> Dong {
        try balances.debits { if case .advanced = $0 { true } else { false } }
    }

    /// Everything ever cleared.
    public func cleared(isLumpSum: Bool? = nil) throws(Refusal) -> Dong {
        try balances.debits {
            if case .cleared(let place) = $0 { isLumpSum.map { $0 == place.isLumpSum } ?? true } else { false }
        }
    }

    /// What is cleared of an item within the lump sum or outside it.
    func cleared(of item: String, isLumpSum: Bool) throws(Refusal) -> Dong {
        try balances.debits { if case .cleared(let place) = $0 { place.item == item && place.isLumpSum == isLumpSum } else { false } }
    }

    /// Everything given back out of advances, be it as part of what was recovered.
    public func givenBack() throws(Refusal) -> Dong {
        try advanced().minus(try cleared()).minus(try outstanding())
    }

    /// What of the money approved is not paid out, or was given back; never negative.
    public func unpaid(of approved: Dong) throws(Refusal) -> Dong {
        max(try approved.minus(try advanced()).plus(try givenBack()), .zero)
    }

    /// What the host holds of all advances.
    public func outstanding() throws(Refusal) -> Dong {
        try balances.balance { if case .advanced = $0 { true } else { false } }
    }

    /// What it holds of one.
    public func outstanding(_ number: Int64) -> Dong { balances[.advanced(number: number)] }

    /// What it owes after a decision on recovery.
    public var owed: Dong { balances[.owed] }

    /// The advance of that number.
    public func advance(_ number: Int64) -> Advance? { advances.first { $0.number == number } }

    /// Whether money of the state for an item is lump-summed: as planned, and by the rules where nothing is planned for it.
    public func isLumpSum(_ item: String) -> Bool {
        guard let estimate else { return false }
        let lines = estimate.lines.filter { $0.item == item && $0.source == .state }
        guard let line = lines.first(where: \.isLumpSum) ?? lines.first else {
            return estimate.mode == .finalProduct || law.rules.item(item)?.mayBeLumpSum ?? false
        }
        return line.isLumpSum
    }
}
