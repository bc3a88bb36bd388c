import CanonicalJSON
public import Engine
public import Importing
import LifecycleModel
import LumpSum
import Rules
public import Store

/// Gives a portfolio back as the rows it could be imported from: register, tasks, history.
///
/// Importing the rows into an empty store leads to the same states; moments of recording and overridden refusals are not part of them.
public struct ExportPortfolio {
    private let reader: any StoreReader
    private let definitions = Definitions()
    /// Files that are no longer there: an erased one is exported as a paper without a file.
    private let erased: [String: Int64]

    /// Prepares the export of what a store holds.
    public init(_ reader: any StoreReader) throws {
        self.reader = reader
        erased = try reader.erasedFiles()
    }

    /// Does it.
    public func callAsFunction() throws -> Portfolio {
        var portfolio = Portfolio()
        for (index, item) in try reader.allRegistered(.organisation).enumerated() {
            portfolio.organisations.append(OrganisationDraft(try Organisation(json: item.value), source: row(.organisations, index)))
        }
        for (index, item) in try reader.allRegistered(.person).enumerated() {
            portfolio.people.append(PersonDraft(try Person(json: item.value), source: row(.people, index)))
        }
        for (index, item) in try reader.allRegistered(.programme).enumerated() {
            portfolio.programmes.append(ProgrammeDraft(try Programme(json: item.value), source: row(.programmes, index)))
        }
        for (code, _) in try reader.allRegistered(.yearBudget) {
            for event in try reader.events(of: EventRecord.Subject(.yearBudget, code)) { try addYear(code, event, to: &portfolio) }
        }
        for code in try reader.taskCodes() {
            try add(code, to: &portfolio)
            try addMoney(of: code, to: &portfolio)
        }
        portfolio.tellErasuresAfterActs()
        return portfolio
    }

    private func addYear(_ code: String, _ event: EventRecord, to portfolio: inout Portfolio) throws {
        guard let year = Int(code) else { return }
        let entry = YearBudgetEntry(
            year: year,
            programme: try event.payload["programme"]?.string.map { try ProgrammeCode($0) },
            amount: try event.payload.value(at: "amount"),
            decision: try event.payload.string(at: "decision"),
            decidedOn: event.happenedOn,
            actor: try PersonCode(event.actor)
        )
        portfolio.yearBudgets.append(YearBudgetDraft(entry, source: row(.yearBudgets, portfolio.yearBudgets.count)))
    }

    private func addMoney(of code: String, to portfolio: inout Portfolio) throws {
        for (index, event) in try reader.events(of: EventRecord.Subject(.budget, code)).enumerated() {
            let head = MoneyRows.Head(
                task: try TaskCode(code),
                entry: index + 1,
                day: event.happenedOn,
                actor: try PersonCode(event.actor)
            )
            for entry in MoneyRows.rows(try BudgetHappening(kind: event.kind, payload: event.payload), head) {
                portfolio.money.append(MoneyDraft(entry, source: row(.money, portfolio.money.count)))
            }
        }
    }

    private func row(_ file: PortfolioFile, _ index: Int) -> SourceRow { SourceRow(file: file, row: index + 2, line: index + 2) }

    private func add(_ code: String, to portfolio: inout Portfolio) throws {
        var regime: Regime?
        for event in try reader.events(of: EventRecord.Subject(.task, code)) {
            switch try Happening(kind: event.kind, payload: event.payload) {
            case .registered(let it):
                regime = try definitions.regime(it.definition, in: reader).regime
                let task = try TaskRegistration(it, on: event.happenedOn)
                portfolio.tasks.append(TaskDraft(task, source: row(.tasks, portfolio.tasks.count)))
            case .regimeChanged(_, let definition, _):
                regime = try definitions.regime(definition, in: reader).regime
            case .migrated(let it): regime = try definitions.regime(it.definition, in: reader).regime
            case .transitioned(let move):
                guard let entry = try HistoryEntry(move, event, regime, erased) else { continue }
                portfolio.history.append(HistoryDraft(entry, source: row(.history, portfolio.history.count)))
            default: continue
            }
        }
    }
}

extension TaskRegistration {
    fileprivate init(_ registered: Happening.Registered, on day: CivilDate) throws {
        var facts = registered.facts
        func text(_ name: String) -> String? { facts.removeValue(forKey: "task.\(name)")?.written }
        func money(_ name: String) -> Dong? { facts.removeValue(forKey: "task.\(name)")?.int.map { Dong($0) } }
        self.init(code: try TaskCode(registered.code), title: text("title") ?? "", proposedOn: day)
        facts["task.proposed_on"] = nil
        year = facts.removeValue(forKey: "task.year")?.int.map { Int($0) }
        regime = registered.regime
        level = text("level")
        kind = text("kind")
        field = text("field")
        route = text("route")
        programme = try text("programme").map { try ProgrammeCode($0) }
        host = try text("host").map { try OrganisationCode($0) }
        investigator = try text("investigator").map { try PersonCode($0) }
        orderer = try text("orderer").map { try OrganisationCode($0) }
        stateMoney = money("state_money")
        counterpartMoney = money("counterpart_money")
        months = facts.removeValue(forKey: "task.months")?.int
        self.facts = facts.sorted { $0.key < $1.key }.map { FactText(path: $0.key, text: $0.value.written) }
    }
}

extension HistoryEntry {
    /// The row a move was made from; nil for a move that followed by itself from another.
    fileprivate init?(
        _ move: Happening.Transitioned,
        _ event: EventRecord,
        _ regime: Regime?,
        _ erased: [String: Int64]
    ) throws {
        guard !move.isConsequence else { return nil }
        let rules = regime?.machine(move.machine.kind)?.transitions.filter { $0.event == move.event && $0.from.contains(move.from) } ?? []
        let recorded = Set(rules.flatMap { $0.records.map(\.fact) })
        self.init(
            task: try TaskCode(event.subject.code),
            happenedOn: event.happenedOn,
            event: move.event,
            machine: move.machine == .task ? nil : move.machine.description,
            actor: event.actor,
            facts: move.facts.filter { recorded.contains($0.key) }.sorted { $0.key < $1.key }.map {
                FactText(path: $0.key, text: $0.value.written)
            },
            documents: move.documents.map {
                let isErased = $0.sha256.map { erased[$0] != nil } ?? false
                return DocumentReference(form: $0.form, number: $0.number, date: $0.date, path: isErased ? nil : $0.keptPath)
            }
        )
    }
}

extension AttachedDocument {
    /// Where its file lies in an exported folder; nil without a file.
    public var keptPath: String? { sha256.map { "files/\($0)/\(fileName ?? $0)" } }
}

extension FactValue {
    /// As a file or an option writes it.
    var written: String {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .text(let value): value
        case .date(let value): value.description
        }
    }
}
