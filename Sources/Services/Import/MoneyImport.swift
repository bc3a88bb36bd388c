import CanonicalJSON
import Engine
import Importing
import LifecycleModel
import LumpSum
import Rules
import Store

/// Loads the money of tasks after their history was replayed: every movement is checked as it would have been on its day, and at the end the
/// journal must agree with what the history says was allotted, advanced, cleared and given back.
struct MoneyImport {
    private(set) var faults: [ImportFault] = []
    private let surroundings: Surroundings
    private let writer: any StoreWriter
    private let definitions = Definitions()

    init(_ surroundings: Surroundings, writer: any StoreWriter) {
        self.surroundings = surroundings
        self.writer = writer
    }

    /// Loads the rows, task by task in the order of the file.
    mutating func run(_ drafts: [MoneyDraft], _ summary: inout ImportPortfolio.Summary) throws {
        var tasks: [String: [MoneyDraft]] = [:]
        var order: [String] = []
        for draft in drafts {
            if tasks[draft.value.task.text] == nil { order.append(draft.value.task.text) }
            tasks[draft.value.task.text, default: []].append(draft)
        }
        for code in order { try load(tasks[code] ?? [], of: code, &summary) }
    }

    private mutating func load(_ drafts: [MoneyDraft], of code: String, _ summary: inout ImportPortfolio.Summary) throws {
        guard let last = drafts.last else { return }
        var record: BudgetRecord
        do { record = try BudgetRecord(code, definitions: definitions, in: writer) } catch let fault as UseCaseFault {
            faults.append(last.source.fault(.refusedByRules, fault.message, hint: fault.hint))
            return
        }
        // Rows tell everything themselves; what the small machines tell is not carried over.
        var budget = record.isOnRecord ? record.budget : TaskBudget(under: record.budget.law)
        var known = record.events[...]
        var day = CivilDate.earliest
        for movement in drafts.chunked() {
            guard let first = movement.first else { continue }
            do {
                guard first.value.happenedOn >= day else {
                    throw Refusal("date-goes-back", Phrase(vi: "ngày trước bút toán phía trên", en: "before the entry above it"))
                }
                day = first.value.happenedOn
                let happening = try MoneyRows.happening(movement.map(\.value))
                if let recorded = known.popFirst() {
                    guard recorded.kind == happening.kind, recorded.happenedOn == day,
                        try BudgetHappening(kind: recorded.kind, payload: recorded.payload) == happening
                    else {
                        faults.append(
                            first.source.fault(
                                .differsFromRecord,
                                Phrase(
                                    vi: "bút toán khác sự kiện số \(recorded.number) đã ghi",
                                    en: "the entry differs from event \(recorded.number) on record"
                                )
                            )
                        )
                        return
                    }
                    continue
                }
                try BudgetCheck(budget, terms: record.terms(for: happening)).check(
                    happening,
                    on: day,
                    equipmentException: record.task.excepts(happening)
                )
                let event = NewEvent(
                    subject: EventRecord.Subject(.budget, code),
                    kind: happening.kind,
                    payload: happening.payload,
                    actor: first.value.actor.text,
                    happenedOn: day,
                    recordedAt: surroundings.now,
                    definition: record.rules.hash
                )
                record.events += try writer.append([event])
                try budget.apply(happening, on: day, event: record.events.last?.number)
                summary.movements += 1
            } catch let refusal as Refusal {
                for blocker in refusal.blockers {
                    faults.append(first.source.fault(.refusedByRules, blocker.message, hint: blocker.cure))
                }
                return
            }
        }
        record.budget = budget
        if let gap = try record.gap {
            faults.append(last.source.fault(.differsFromRecord, gap))
            return
        }
        try writer.register(
            .budget,
            code: code,
            value: try BudgetSummary(record).json,
            searchText: VietnameseText.folded(code)
        )
    }
}

extension TaskState {
    /// Whether the history says of an advance that equipment could not be cleared for an objective reason.
    fileprivate func excepts(_ happening: BudgetHappening) -> Bool {
        guard case .advanced(let number, _, _) = happening else { return false }
        return machines["advance"]?.first { $0.number == number }?.facts["equipment_exception"] == .bool(true)
    }
}

extension BudgetRecord {
    /// The terms under which something in the past is checked: before the part outside the lump sum was set anew, what was awarded.
    fileprivate func terms(for happening: BudgetHappening) -> Terms {
        var terms = terms
        if case .estimated = happening { terms.approved = task.fact("award.state_money")?.int.map { Dong($0) } ?? terms.approved }
        return terms
    }

    /// Where the journal and the facts of the task disagree; nil where they agree.
    var gap: Phrase? {
        get throws {
            var figures: [(String, Phrase, Dong)] = [
                ("money.allotted", Phrase(vi: "được giao", en: "allotted"), try budget.allotted()),
                ("money.advanced", Phrase(vi: "tạm ứng", en: "advanced"), try budget.advanced()),
                ("money.cleared", Phrase(vi: "thanh toán", en: "cleared"), try budget.cleared()),
                ("money.returned", Phrase(vi: "nộp trả", en: "given back"), try budget.givenBack()),
            ]
            if let settlement = budget.settlement, task.fact("closing.settled_money") != nil {
                figures.append(("closing.settled_money", Phrase(vi: "quyết toán", en: "settled"), settlement.settled))
            }
            for (fact, label, amount) in figures {
                let told = Dong(task.fact(fact)?.int ?? 0)
                guard told != amount else { continue }
                return Phrase(
                    vi: "Số \(label.vi) theo bút toán \(amount.formatted(.word)), theo hồ sơ nhiệm vụ \(told.formatted(.word))",
                    en: "\(amount.formatted()) \(label[.en]) by the journal, \(told.formatted()) by the task's record"
                )
            }
            return nil
        }
    }
}

extension [MoneyDraft] {
    /// The rows of each movement, which stand one below the other.
    fileprivate func chunked() -> [[MoneyDraft]] {
        var chunks: [[MoneyDraft]] = []
        for draft in self {
            if let last = chunks.last?.last, last.value.entry == draft.value.entry {
                chunks[chunks.count - 1].append(draft)
            } else {
                chunks.append([draft])
            }
        }
        return chunks
    }
}
