import Importing
import LifecycleModel

/// Tells the money of a task item by item, after its history: an estimate that adds up to the award, and every allotment, advance and clearing of
/// the history with what it was for. What the history says in sums stays as it is.
struct MoneyTelling {
    private let task: TaskCode
    private var chance: Chance
    private var rows: [MoneyEntry] = []
    private var entry = 0
    /// What of each item is planned and not yet cleared.
    private var open: [(line: PlannedLine, left: Int64)] = []
    /// What of each year's allotment is not yet advanced.
    private var left: [Int: Int64] = [:]
    private var advances: [Int: (amount: Int64, left: Int64, paidOn: CivilDate)] = [:]
    private var clearedByYear: [Int: [(line: PlannedLine, amount: Int64)]] = [:]
    private var receivedByYear: [Int: Int64] = [:]
    private var reported: Set<Int> = []
    private let savesSome: Bool
    private var counterpart: [PlannedLine] = []

    /// The rows of one task; none when it was never awarded under rules on money.
    static func rows(of task: TaskCode, regime: String?, _ history: [HistoryEntry]) -> [MoneyEntry] {
        guard regime != "base-level" else { return [] }
        var telling = MoneyTelling(task)
        for entry in history { telling.tell(entry) }
        return telling.rows
    }

    private init(_ task: TaskCode) {
        self.task = task
        chance = Chance(named: "money of \(task.text)")
        savesSome = chance.happens(35)
    }

    private mutating func tell(_ happened: HistoryEntry) {
        if happened.facts.contains(where: { $0.path == "award.state_money" }) { plan(happened) }
        guard !open.isEmpty, let actor = try? PersonCode(SamplePeople.finance) else { return }
        let day = happened.happenedOn
        reportYears(before: day, by: actor)
        let number = happened.machine?.split(separator: ":").last.flatMap { Int($0) } ?? 0
        switch happened.event {
        case "allot":
            let (amount, year) = (happened.money("money.allotment"), Int(happened.money("money.allotment_year")))
            left[year, default: 0] += amount
            add("money_allotted", day, actor) { ($0.year, $0.amount) = (year, Dong(amount)) }
        case "roll-over":
            let (amount, year) = (happened.money("money.rolled"), Int(happened.money("money.rolled_from")))
            left[year, default: 0] -= amount
            left[year + 1, default: 0] += amount
            add("allotment_rolled_over", day, actor) { ($0.year, $0.toYear, $0.amount) = (year, year + 1, Dong(amount)) }
        case "cut-allotment":
            let (amount, year) = (happened.money("money.cut"), Int(happened.money("money.cut_year")))
            left[year, default: 0] -= amount
            add("allotment_cut", day, actor) { ($0.year, $0.amount) = (year, Dong(amount)) }
        case "request-advance", "request-final-payment": requested = happened.money("money.request")
        case "pay": pay(number, day, actor)
        case "report-volume":
            let amount = happened.money("this.volume")
            add("volume_reported", day, actor) { ($0.number, $0.amount) = (number, Dong(amount)) }
        case "clear-part": clear(number, happened.money("this.part"), day, actor)
        case "clear": clear(number, advances[number]?.left ?? 0, day, actor)
        case "return-part": giveBack(number, happened.money("this.part"), day, actor)
        case "return-rest": giveBack(number, advances[number]?.left ?? 0, day, actor)
        case "settle": settle(day, actor)
        case "decide-repayment": decide(happened, day, actor)
        case "confirm-repayment":
            let amount = owed
            add("recovery_paid", day, actor) { $0.amount = Dong(amount) }
            owed = 0
        default: break
        }
    }

    private var requested: Int64 = 0
    private var owed: Int64 = 0

    // MARK: Plan

    private mutating func plan(_ award: HistoryEntry) {
        guard open.isEmpty, let actor = try? PersonCode(SamplePeople.finance) else { return }
        let mode = award.text("award.mode") ?? "partial"
        let estimate = EstimateTelling.lines(
            state: award.money("award.state_money"),
            lumpSum: award.money("award.lump_sum_money"),
            counterpart: award.money("award.counterpart_money"),
            isFinalProduct: mode == "final-product",
            from: award.happenedOn,
            months: Int(award.money("award.months")),
            &chance
        )
        entry += 1
        rows.append(row("estimate_recorded", award.happenedOn, actor) { ($0.part, $0.text) = ("mode", mode) })
        for line in estimate {
            rows.append(row("estimate_recorded", award.happenedOn, actor) { line.write(to: &$0) })
        }
        open = estimate.filter { $0.source == nil }.map { ($0, $0.amount) }
        counterpart = estimate.filter { $0.source != nil }
    }

    // MARK: Advances

    private mutating func pay(_ number: Int, _ day: CivilDate, _ actor: PersonCode) {
        let amount = requested
        let own = day.parts.year
        let year = left[own, default: 0] >= amount ? own : left.keys.sorted().first { left[$0, default: 0] >= amount } ?? own
        left[year, default: 0] -= amount
        advances[number] = (amount, amount, day)
        receivedByYear[own, default: 0] += amount
        add("advance_paid", day, actor) { ($0.number, $0.year, $0.amount) = (number, year, Dong(amount)) }
    }

    /// Clears item by item, what stands outside the lump sum first and the rest in proportion.
    private mutating func clear(_ number: Int, _ amount: Int64, _ day: CivilDate, _ actor: PersonCode) {
        guard amount > 0 else { return }
        advances[number]?.left -= amount
        var rest = amount
        var lines: [(PlannedLine, Int64)] = []
        let order = open.indices.sorted { (open[$0].line.isLumpSum ? 1 : 0, $0) < (open[$1].line.isLumpSum ? 1 : 0, $1) }
        for index in order where rest > 0 && open[index].left > 0 {
            let part = min(rest, open[index].left)
            open[index].left -= part
            rest -= part
            lines.append((open[index].line, part))
        }
        guard !lines.isEmpty else { return }
        entry += 1
        for (line, part) in lines {
            rows.append(
                row("advance_cleared", day, actor) {
                    line.write(to: &$0)
                    ($0.number, $0.amount) = (number, Dong(part))
                }
            )
        }
        clearedByYear[day.parts.year, default: []] += lines.map { (line: $0.0, amount: $0.1) }
    }

    private mutating func giveBack(_ number: Int, _ amount: Int64, _ day: CivilDate, _ actor: PersonCode) {
        guard amount > 0 else { return }
        advances[number]?.left -= amount
        add("advance_given_back", day, actor) { ($0.number, $0.amount) = (number, Dong(amount)) }
    }

    // MARK: Spending and the end

    /// What was received and spent in each year that is over: what was cleared, a little less where something is saved, and the host's own money.
    private mutating func reportYears(before day: CivilDate, by actor: PersonCode) {
        for year in Set(clearedByYear.keys).union(receivedByYear.keys).sorted() where year < day.parts.year && !reported.contains(year) {
            report(year, on: CivilDate(year: year, month: 12, day: 31) ?? day, actor)
        }
    }

    private mutating func report(_ year: Int, on day: CivilDate, _ actor: PersonCode) {
        reported.insert(year)
        let cleared = clearedByYear[year] ?? []
        let own = counterpart.filter { $0.year == year }
        let received = receivedByYear[year] ?? 0
        guard received > 0 || !cleared.isEmpty || !own.isEmpty else { return }
        entry += 1
        rows.append(row("spending_reported", day, actor) { ($0.part, $0.year, $0.amount) = ("received", year, Dong(received)) })
        for (line, amount) in cleared {
            let spent = savesSome && line.isLumpSum ? amount - amount / 1000 * 18 : amount
            spentSums[line.isLumpSum, default: 0] += spent
            rows.append(
                row("spending_reported", day, actor) {
                    line.write(to: &$0)
                    ($0.year, $0.amount) = (year, Dong(spent))
                }
            )
        }
        for line in own { rows.append(row("spending_reported", day, actor) { line.write(to: &$0) }) }
        clearedSums[true, default: 0] += cleared.filter(\.line.isLumpSum).reduce(0) { $0 + $1.amount }
        clearedSums[false, default: 0] += cleared.filter { !$0.line.isLumpSum }.reduce(0) { $0 + $1.amount }
    }

    private var spentSums: [Bool: Int64] = [:]
    private var clearedSums: [Bool: Int64] = [:]

    private mutating func settle(_ day: CivilDate, _ actor: PersonCode) {
        for year in Set(clearedByYear.keys).union(receivedByYear.keys).sorted() where !reported.contains(year) {
            report(year, on: day, actor)
        }
        let parts: [(String, Int64)] = [
            ("cleared_lump_sum", clearedSums[true, default: 0]), ("cleared_other", clearedSums[false, default: 0]),
            ("spent_lump_sum", spentSums[true, default: 0]), ("spent_other", spentSums[false, default: 0]), ("not_done", 0),
            ("to_host_fund", 0), ("to_state_fund", 0),
        ]
        entry += 1
        for (part, amount) in parts {
            rows.append(row("budget_settled", day, actor) { ($0.part, $0.amount) = (part, Dong(amount)) })
        }
    }

    private mutating func decide(_ decision: HistoryEntry, _ day: CivilDate, _ actor: PersonCode) {
        entry += 1
        for (part, fact) in [
            ("unused", "unused_money"), ("proper", "proper_money"), ("unproven", "unproven_money"), ("decided", "repay_money"),
        ] {
            rows.append(
                row("recovery_decided", day, actor) {
                    ($0.part, $0.amount) = (part, Dong(decision.money("failure.\(fact)")))
                    $0.text = part == "decided" ? decision.text("failure.fault") : nil
                }
            )
        }
        owed = decision.money("failure.repay_money")
    }

    // MARK: Rows

    private mutating func add(_ movement: String, _ day: CivilDate, _ actor: PersonCode, _ change: (inout MoneyEntry) -> Void) {
        entry += 1
        rows.append(row(movement, day, actor, change))
    }

    private func row(_ movement: String, _ day: CivilDate, _ actor: PersonCode, _ change: (inout MoneyEntry) -> Void) -> MoneyEntry {
        var row = MoneyEntry(task: task, entry: entry, happenedOn: day, actor: actor, movement: movement)
        change(&row)
        return row
    }
}

extension HistoryEntry {
    fileprivate func text(_ path: String) -> String? { facts.first { $0.path == path }?.text }

    /// A whole number or an amount; 0 where there is none.
    fileprivate func money(_ path: String) -> Int64 {
        text(path).flatMap { try? Dong(parsing: $0) }?.amount ?? 0
    }
}
