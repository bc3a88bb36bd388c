public import LifecycleModel
public import Rules

/// What a task is expected to cost (dự toán): by item, year and source, with the mode in which the host asks for it to be lump-summed.
public struct Estimate: Sendable, Hashable {
    /// The lines; one for each item, year, source and way of spending.
    public var lines: [BudgetLine]
    /// The lump-sum mode that the host proposes.
    public var mode: LumpSumMode
    /// How labour was reckoned; empty when it is only stated as a sum.
    public var labour: [LabourLine]
    /// Why a limit that may be exceeded with a reason is exceeded, by limit.
    public var reasons: [String: String]
    /// What the host states as totals, by source; checked against the lines.
    public var stated: [FundingSource: Dong]

    /// Creates an estimate.
    public init(
        lines: [BudgetLine],
        mode: LumpSumMode = .partial,
        labour: [LabourLine] = [],
        reasons: [String: String] = [:],
        stated: [FundingSource: Dong] = [:]
    ) {
        self.lines = lines
        self.mode = mode
        self.labour = labour
        self.reasons = reasons
        self.stated = stated
    }

    /// The years in which something is planned, in order.
    public var years: [Int] { Set(lines.map(\.year)).sorted() }

    /// All money of one source.
    public func total(of source: FundingSource) throws(Refusal) -> Dong {
        try lines.total { $0.source == source }
    }

    /// The lump-summed part of the state money.
    public func lumpSum() throws(Refusal) -> Dong {
        try lines.total { $0.source == .state && $0.isLumpSum }
    }

    /// State money for fixed assets and missions abroad (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 6.1c).
    public func assets(under rules: BudgetRules) throws(Refusal) -> Dong {
        let assets = Set(rules.items.filter(\.isAsset).map(\.id))
        return try lines.total { $0.source == .state && assets.contains($0.item) }
    }
}

/// The labour of one person or of some of one title, as TT 02/2023/TT-BKHCN, Điều 5 reckons it: people × months × the month's rate.
public struct LabourLine: Sendable, Hashable {
    /// The title.
    public var title: LabourTitle
    /// How many people.
    public var people: Int
    /// Converted months each of them works, an exact share for days (22 days a month).
    public var months: Fraction
    /// What one month is paid, in đồng.
    public var rate: Dong

    /// Creates a line.
    public init(title: LabourTitle, people: Int = 1, months: Fraction, rate: Dong) {
        self.title = title
        self.people = people
        self.months = months
        self.rate = rate
    }

    /// What it comes to; a part of a đồng is cut off, since nobody can be paid it.
    public func amount() throws(Refusal) -> Dong {
        let exact = try exactly { () throws(FractionFault) in
            try months.multiplied(by: Fraction(rate.amount)).multiplied(by: Fraction(Int64(people)))
        }
        return Dong(exact.floor)
    }
}
