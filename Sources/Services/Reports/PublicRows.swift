import CanonicalJSON
import Indicators
import LifecycleModel
import RuleLoading
import Store

/// Everything that could be made public of the tasks that are not withheld, as records by column; the rules choose among it.
struct PublicRows {
    typealias Record = [String: JSONValue]

    private let tasks: [TaskRow]
    private let codes: Set<String>
    private let day: CivilDate
    private let use: UseByYear?
    private let results: [ResultRecord]
    private let money: BudgetPortfolio
    private let reader: any StoreReader

    init(_ tasks: [TaskRow], hiding hidden: Set<String>, on day: CivilDate, by library: IndicatorLibrary, in reader: any StoreReader) throws
    {
        self.tasks = tasks
        codes = Set(tasks.map(\.code))
        self.day = day
        let use = try UseByYear(by: library, knownOn: day, in: reader)
        self.use = use
        let codes = codes
        results = (use?.history.results(knownOn: day) ?? []).filter { codes.contains($0.task) }
            .sorted { ($0.task, $0.number) < ($1.task, $1.number) }
        money = try BudgetPortfolio(TaskFilter(), on: day, in: reader).without(hidden)
        self.reader = reader
    }

    /// The records of a table, in an order that the store alone decides.
    func records(of table: String) throws -> [Record] {
        switch table {
        case "tasks": try tasks.map(record)
        case "hosts": try hosts()
        case "money": try moneyRows()
        case "results": results.map(record)
        case "use": useRows()
        default: []
        }
    }

    private func record(_ task: TaskRow) throws -> Record {
        let money = try task.stateMoney.map { try $0.adding(task.counterpartMoney ?? .zero) }
        return [
            "code": .string(task.code), "title": .string(task.title), "level": JSONValue(task.level), "kind": JSONValue(task.kind),
            "field": JSONValue(task.field), "route": JSONValue(task.route), "regime": .string(task.regime),
            "programme": JSONValue(task.programme), "host": JSONValue(task.host), "orderer": JSONValue(task.orderer),
            "list_year": task.year.map { .int($0) } ?? .null, "stage": .string(task.position.stage),
            "awarded_on": task.awardedOn?.json ?? .null, "accepted_on": task.acceptedOn?.json ?? .null,
            "months": task.months.map { .int($0) } ?? .null,
            // What an order asks for is no decision yet.
            "total_money": task.awardedOn == nil ? .null : money?.json ?? .null,
        ]
    }

    private func verdict(on result: ResultRecord) -> Verdict? { use?.indicator.terms.verdict(on: result, knownOn: day) }

    private func firstUse(of result: ResultRecord) -> CivilDate? { use?.indicator.terms.firstUse(of: result, knownOn: day) }

    private func hosts() throws -> [Record] {
        let own = Dictionary(grouping: tasks.filter { $0.host != nil }) { $0.host ?? "" }
        let held = Dictionary(grouping: results.filter { $0.host != nil }) { $0.host ?? "" }
        return try Set(own.keys).union(held.keys).sorted().map { code in
            let entry = try reader.registered(.organisation, code: code)
            let results = held[code] ?? []
            return [
                "code": .string(code), "name": JSONValue(entry?["name"]?.string), "kind": JSONValue(entry?["kind"]?.string),
                "province": JSONValue(entry?["province"]?.string), "tasks": JSONValue(own[code]?.count ?? 0),
                "accepted": JSONValue(own[code]?.count { $0.acceptedOn != nil } ?? 0), "results": JSONValue(results.count),
                "results_in_use": JSONValue(results.count { firstUse(of: $0) != nil }),
            ]
        }
    }

    /// Year by year and programme by programme the tasks that have money of that year.
    private func moneyRows() throws -> [Record] {
        let programmes = Dictionary(tasks.map { ($0.code, $0.programme ?? "") }) { first, _ in first }
        let years = try money.rows(by: .year).rows.compactMap { Int($0.key) }
        var records: [Record] = []
        for year in years.sorted() {
            let own = try money.rows(by: .task, year: year).rows.filter { row in
                [row.planned, row.given, row.advanced, row.cleared].contains { $0 != .zero }
            }
            let groups = Dictionary(grouping: own) { programmes[$0.key] ?? "" }
            for (programme, rows) in groups.sorted(by: { $0.key < $1.key }) {
                var record: Record = ["year": JSONValue(year), "tasks": JSONValue(rows.count)]
                record["programme"] = programme.isEmpty ? .null : .string(programme)
                record["planned"] = try rows.map(\.planned).total().json
                record["allotted"] = try rows.map(\.given).total().json
                record["advanced"] = try rows.map(\.advanced).total().json
                record["cleared"] = try rows.map(\.cleared).total().json
                records.append(record)
            }
        }
        return records
    }

    private func record(_ result: ResultRecord) -> Record {
        let verdict = verdict(on: result)
        return [
            "task": .string(result.task), "number": JSONValue(result.number), "name": .string(result.name), "kind": .string(result.kind),
            "programme": JSONValue(result.programme), "host": JSONValue(result.host), "accepted_on": result.acceptedOn.json,
            "last_day": verdict?.lastDay.json ?? .null, "verdict": JSONValue(verdict?.outcome.rawValue),
            "first_use_on": firstUse(of: result)?.json ?? .null,
        ]
    }

    private func useRows() -> [Record] {
        guard let use else { return [] }
        let years = Dictionary(grouping: results) { use.indicator.terms.lastDay(acceptedOn: $0.acceptedOn).year }
        return years.sorted { $0.key < $1.key }.flatMap { year, own in
            let target = use.entry.target(for: year).flatMap { $0.year == year ? $0.figure.text : nil }
            return UseReport(own, year: year, knownOn: day, terms: use.indicator.terms).groups(by: .programme).map { group in
                [
                    "year": JSONValue(year), "programme": group.key.isEmpty ? .null : .string(group.key),
                    "in_use": JSONValue(group.figure.numerator), "counted": JSONValue(group.figure.denominator),
                    "percent": JSONValue(group.figure.percent), "open": JSONValue(group.figure.open), "target": JSONValue(target),
                ]
            }
        }
    }
}
