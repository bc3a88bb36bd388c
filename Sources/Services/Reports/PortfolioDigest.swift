public import Indicators
public import LifecycleModel
public import RuleLoading
import Rules
public import Store

/// What a director wants to know of the whole portfolio on one day, collected once.
///
/// Deadlines, advances and use are judged as of the day; where tasks stand and what money moved is told as the log has it.
public struct PortfolioDigest: Sendable {
    /// A result that nobody is proved to use, months after its task was accepted.
    public struct Unused: Sendable {
        /// The result.
        public let result: ResultRecord
        /// The last day on which use would have counted.
        public let lastDay: CivilDate
        /// Who answers for its use and can be asked.
        public let people: [FollowUpDuty.Contact]
    }

    /// Reports that a host owes.
    public struct MissingReports: Sendable, Hashable {
        /// Code of the host; empty: the task names none.
        public let host: String
        /// How many reports of how many tasks.
        public let reports, tasks: Int
        /// Since when the oldest is owed.
        public let oldest: CivilDate
    }

    /// What it rests on.
    public let stamp: ReportStamp
    /// Tasks by stage, deadlines overdue.
    public let overview: Overview
    /// Money by year and by programme, with the sums of all.
    public let moneyByYear, moneyByProgramme: [BudgetPortfolio.Row]
    /// The money of everything together.
    public let money: BudgetPortfolio.Row
    /// The science budget of each of those years, where it is on record.
    public let yearBudgets: [String: Dong]
    /// Use of results by year; nil where no rule file says how it is counted.
    public let use: UseByYear?
    /// Indicators worked out of the record for the year of the day, with the values, in the order of the book.
    public let computed: [(entry: IndicatorBook.Entry, value: PrintedFigure?)]
    /// Results not in use after their last day, the longest first.
    public let unused: [Unused]
    /// What about the use of results is overdue, early warnings among it.
    public let duties: [FollowUpDuty]
    /// Hosts that owe reports, who owes most first.
    public let missing: [MissingReports]

    /// Small machines that are reports which a host hands in.
    private static let reports: Set<String> = ["periodic-report", "application-report", "commercialisation-report"]

    /// Collects it.
    ///
    /// - Throws: `UseCaseFault` when the log is empty, `DongFault` when a sum does not fit in 64 bits.
    public init(asOf day: CivilDate?, by library: IndicatorLibrary, in reader: any StoreReader) throws {
        stamp = try ReportStamp(asOf: day, in: reader)
        let day = stamp.day
        overview = try Overview(on: day, in: reader)
        let portfolio = try BudgetPortfolio(TaskFilter(), on: day, in: reader)
        (moneyByYear, _) = try portfolio.rows(by: .year)
        (moneyByProgramme, money) = try portfolio.rows(by: .programme)
        yearBudgets = try moneyByYear.reduce(into: [:]) { budgets, row in
            budgets[row.key] = try Int(row.key).flatMap { try YearBudget($0, in: reader).total }
        }
        let use = try UseByYear(by: library, knownOn: day, in: reader)
        self.use = use
        computed = try library.books.sorted { $0.key < $1.key }.flatMap { _, book in
            let figures = try ComputedIndicators(of: book, year: day.year, on: day, by: library, in: reader).figures
            return book.entries.filter { $0.computedBy != nil }.map { ($0, figures[$0.number]) }
        }
        let hostRoles = try Self.hostRoles(in: reader)
        let people = try RoleContacts(reader)
        unused = (use.map { use in use.years.flatMap(\.cases).flatMap(\.verdicts).filter { $0.isStillUnused(by: use, on: day) } } ?? [])
            .sorted { ($0.lastDay, $0.result.task, $0.result.number) < ($1.lastDay, $1.result.task, $1.result.number) }
            .map { verdict in
                Unused(
                    result: verdict.result,
                    lastDay: verdict.lastDay,
                    people: verdict.result.host.map { host in hostRoles.sorted().flatMap { people.holding($0, at: host) } } ?? []
                )
            }
        duties = try FollowUpDuties(dueUntil: day.adding(days: -1), in: reader).duties
        missing = Self.missing(overview, hostRoles)
    }

    /// The roles that people of host organisations have, over every definition tasks may be pinned to.
    private static func hostRoles(in reader: any StoreReader) throws -> Set<String> {
        let definitions = Definitions()
        return try reader.definitions().reduce(into: []) { roles, row in
            roles.formUnion(try definitions.regime(row.hash, in: reader).regime.roles.filter { $0.value.heldBy == .host }.keys)
        }
    }

    private static func missing(_ overview: Overview, _ hostRoles: Set<String>) -> [MissingReports] {
        let owed = overview.overdue.filter { reports.contains($0.machine) && hostRoles.contains($0.owner) }
        return Dictionary(grouping: owed) { $0.host ?? "" }.map { host, clocks in
            MissingReports(
                host: host,
                reports: Set(clocks.map { "\($0.task)/\($0.machine)/\($0.number)" }).count,
                tasks: Set(clocks.map(\.task)).count,
                oldest: clocks.map(\.due).min() ?? .latest
            )
        }.sorted { ($1.reports, $0.oldest, $0.host) < ($0.reports, $1.oldest, $1.host) }
    }
}

extension Verdict {
    /// Whether its time is over without use, nothing since proves one, and its follow-up goes on.
    fileprivate func isStillUnused(by use: UseByYear, on day: CivilDate) -> Bool {
        outcome == .notUsed && result.followedUntil == nil && use.indicator.terms.firstUse(of: result, knownOn: day) == nil
    }
}
