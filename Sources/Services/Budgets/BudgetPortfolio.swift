import Engine
public import LifecycleModel
public import LumpSum
import Rules
public import Store

/// The money of the whole portfolio, added up by programme, host, year or source.
public struct BudgetPortfolio: Sendable {
    /// One task's part in it.
    public struct Part: Sendable {
        /// The task as lists show it.
        public let task: TaskRow
        /// Its money.
        public let summary: BudgetSummary
        /// Whether its advances should have been cleared by now.
        public let isOverdue: Bool
    }

    /// By what money is added up.
    public enum Key: String, Sendable, CaseIterable {
        case programme, host, field, year, source, task
    }

    /// Figures of one group, in đồng.
    public struct Row: Sendable, Hashable {
        /// What the group is called: a code, a year, a source.
        public var key: String
        /// Planned of state money, or of the source the row is about.
        public var planned = Dong.zero
        /// Given by the province out of the budget of the years asked for, less what was taken back: what their ceiling is held against.
        public var given = Dong.zero
        /// Allotted by the state, carried over from other years with it.
        public var allotted = Dong.zero
        /// Advanced.
        public var advanced = Dong.zero
        /// Cleared; of other sources what was spent.
        public var cleared = Dong.zero
        /// Given back out of advances.
        public var givenBack = Dong.zero
        /// With the hosts, neither cleared nor given back.
        public var outstanding = Dong.zero
        /// The part of it that should have been cleared by now.
        public var overdue = Dong.zero
        /// Owed after decisions on recovery.
        public var owed = Dong.zero
        /// How many tasks have a part in it.
        public var tasks = 0

        /// Allotted and not yet advanced.
        public var remaining: Dong { Dong(allotted.amount - advanced.amount) }
    }

    /// The parts, by code of the task.
    public let parts: [Part]

    /// Reads the money of every task that passes the filter and has any.
    ///
    /// - Parameter day: the day by which advances are judged to be overdue.
    public init(_ filter: TaskFilter, on day: CivilDate, in reader: any StoreReader) throws {
        let definitions = Definitions()
        let late = Dictionary(
            grouping: try reader.openDeadlines(dueBefore: day) { $0.machine == Regime.taskMachine },
            by: \.task
        ).mapValues { Set($0.map(\.id)) }
        parts = try reader.tasks(filter).compactMap { row in
            let rules = try definitions.regime(row.definition, in: reader).regime.budget
            let summary: BudgetSummary
            // One entry after the other: together they are most of what a large portfolio would hold.
            if let entry = try reader.registered(.budget, code: row.code) {
                summary = try BudgetSummary(json: entry)
            } else {
                guard row.awardedOn != nil, rules != nil else { return nil }
                summary = try BudgetSummary(try BudgetRecord(row.code, definitions: definitions, in: reader))
            }
            let isOverdue = rules?.clearingDeadline.map { late[row.code]?.contains($0) ?? false } ?? false
            return Part(task: row, summary: summary, isOverdue: isOverdue)
        }
    }

    private init(parts: [Part]) { self.parts = parts }

    /// The portfolio without some tasks.
    func without(_ tasks: Set<String>) -> BudgetPortfolio { BudgetPortfolio(parts: parts.filter { !tasks.contains($0.task.code) }) }

    /// The figures by a key, and those of all together.
    ///
    /// - Parameter year: only what belongs to that year; what is outstanding or owed is always told as it stands.
    /// - Throws: `DongFault` when a sum does not fit in 64 bits.
    public func rows(by key: Key, year: Int? = nil) throws -> (rows: [Row], total: Row) {
        var rows: [String: Row] = [:]
        var (total, whole) = (Row(key: ""), Row(key: ""))
        for part in parts {
            for (name, row) in try contributions(of: part, by: key, year) {
                rows[name] = try (rows[name] ?? Row(key: name)).adding(row)
            }
            guard let (_, own) = try contributions(of: part, by: .task, year).first else { continue }
            whole = try whole.adding(own)
        }
        let sorted = rows.values.sorted { $0.key < $1.key }
        for row in sorted { total = try total.adding(row) }
        // A task in several groups is one task; what is with the hosts, overdue or owed belongs to no year.
        total.tasks = whole.tasks
        (total.outstanding, total.overdue, total.owed) = (whole.outstanding, whole.overdue, whole.owed)
        return (sorted, total)
    }

    /// What a forecast needs of the tasks: the plan of that year and later, what is left of its allotment, the contract's end.
    ///
    /// - Parameter only: codes of the tasks looked at; empty for all.
    public func forecast(of year: Int, only: Set<String>, in reader: any StoreReader) throws -> [WhatIf.Task] {
        try parts.filter { only.isEmpty || only.contains($0.task.code) }.map { part in
            let figures = part.summary.years[year]
            return WhatIf.Task(
                code: part.task.code,
                planned: part.summary.years.filter { $0.key >= year }.compactMapValues { $0.planned[.state] },
                undrawn: try (figures?.allotted ?? .zero).subtracting(figures?.advanced ?? .zero),
                unadvanced: try part.summary.approved.subtracting(try part.summary.years.values.map(\.advanced).total()),
                endsOn: try TaskState(of: requireTask(part.task.code, in: reader)).terms.endsOn
            )
        }
    }

    /// What one task brings to which groups.
    private func contributions(of part: Part, by key: Key, _ wanted: Int?) throws -> [(String, Row)] {
        let years = part.summary.years.filter { year, _ in wanted.map { $0 == year } ?? true }
        let planned = try part.planned(in: years)
        var own = Row(key: "")
        for (_, figures) in years { own = try own.adding(figures) }
        own.planned = planned[.state] ?? .zero
        (own.outstanding, own.owed) = (part.summary.outstanding, part.summary.owed)
        own.overdue = part.isOverdue ? part.summary.outstanding : .zero
        own.tasks = 1
        guard own.hasMoney else { return [] }
        switch key {
        case .programme: return [(part.task.programme ?? "", own)]
        case .host: return [(part.task.host ?? "", own)]
        case .field: return [(part.task.field ?? "", own)]
        case .task: return [(part.task.code, own)]
        case .year:
            return try years.map { year, figures in
                var row = try Row(key: "").adding(figures)
                row.planned = try part.planned(in: [year: figures])[.state] ?? .zero
                row.tasks = 1
                return ("\(year)", row)
            }
        case .source:
            return try FundingSource.allCases.compactMap { source in
                var row = source == .state ? own : Row(key: "")
                row.planned = planned[source] ?? .zero
                row.cleared =
                    source == .state ? own.cleared : try years.values.compactMap { $0.ownSpending[source] }.total()
                row.tasks = 1
                guard row.hasMoney else { return nil }
                return (source.rawValue, row)
            }
        }
    }
}

extension BudgetPortfolio.Part {
    /// Planned by source; where there is no estimate, what was approved, in the first year in which money moved.
    fileprivate func planned(in years: [Int: BudgetSummary.Year]) throws -> [FundingSource: Dong] {
        var planned: [FundingSource: Dong] = [:]
        for figures in years.values {
            for (source, amount) in figures.planned { planned[source] = try (planned[source] ?? .zero).adding(amount) }
        }
        let hasEstimate = summary.years.values.contains { !$0.planned.isEmpty }
        if !hasEstimate, summary.years.keys.min().map({ years.keys.contains($0) }) ?? true, summary.approved > .zero {
            planned[.state] = summary.approved
        }
        return planned
    }
}

extension BudgetPortfolio.Row {
    fileprivate var hasMoney: Bool {
        [planned, allotted, advanced, cleared, givenBack, outstanding, owed].contains { $0 != .zero }
    }

    fileprivate func adding(_ other: Self) throws -> Self {
        var sum = self
        sum.planned = try planned.adding(other.planned)
        sum.given = try given.adding(other.given)
        sum.allotted = try allotted.adding(other.allotted)
        sum.advanced = try advanced.adding(other.advanced)
        sum.cleared = try cleared.adding(other.cleared)
        sum.givenBack = try givenBack.adding(other.givenBack)
        sum.outstanding = try outstanding.adding(other.outstanding)
        sum.overdue = try overdue.adding(other.overdue)
        sum.owed = try owed.adding(other.owed)
        sum.tasks = tasks + other.tasks
        return sum
    }

    fileprivate func adding(_ figures: BudgetSummary.Year) throws -> Self {
        var sum = self
        sum.given = try given.adding(figures.given)
        sum.allotted = try allotted.adding(figures.allotted)
        sum.advanced = try advanced.adding(figures.advanced)
        sum.cleared = try cleared.adding(figures.cleared)
        sum.givenBack = try givenBack.adding(figures.givenBack)
        return sum
    }
}
