import CanonicalJSON
public import Engine
public import LifecycleModel
public import LumpSum
public import Rules
public import Store

/// The money of a task as the store knows it: the fold of its events. A task whose advances were recorded without a budget gives what its small
/// machines tell; that is written down as carried over with the first thing that is recorded of its budget.
public struct BudgetRecord: Sendable {
    /// The task as it stands now.
    public internal(set) var task: TaskState
    /// The rules it runs under.
    public let rules: CompiledRegime
    /// Its money.
    public internal(set) var budget: TaskBudget
    /// Everything that was recorded of it, in order; empty when it is only told by the task.
    public internal(set) var events: [EventRecord]
    /// How much of that was on record when it was read.
    private let read: Int
    /// What the small machines tell, not yet on record.
    let carriedOver: [(day: CivilDate, happening: BudgetHappening)]

    /// Reads it from the store.
    ///
    /// - Throws: `UseCaseFault` when there is no such task, its regime has no rules on money, or what is recorded does not fit together.
    public init(_ task: String, definitions: Definitions = Definitions(), in reader: any StoreReader) throws {
        let row = try requireTask(task, in: reader)
        try self.init(
            try TaskState(of: row),
            under: try definitions.regime(row.definition, in: reader),
            try reader.events(of: EventRecord.Subject(.budget, row.code))
        )
    }

    /// Folds what was recorded of the money of a task.
    ///
    /// - Throws: `UseCaseFault` when its regime has no rules on money, or what is recorded does not fit together.
    init(_ task: TaskState, under rules: CompiledRegime, _ events: [EventRecord]) throws {
        self.task = task
        self.rules = rules
        self.events = events
        read = events.count
        do {
            var budget = TaskBudget(under: try BudgetLaw(rules.regime))
            carriedOver = events.isEmpty ? self.task.movements : []
            for (day, happening) in carriedOver { try budget.apply(happening, on: day) }
            for event in events {
                try budget.apply(
                    try BudgetHappening(kind: event.kind, payload: event.payload),
                    on: event.happenedOn,
                    event: event.number
                )
            }
            self.budget = budget
        } catch let refusal as Refusal where refusal.blockers.allSatisfy({ $0.code == BudgetLaw.noRules }) {
            throw UseCaseFault(.refused, BudgetLaw.noRules, refusal.phrase, hint: refusal.blockers.first?.cure)
        } catch {
            throw UseCaseFault(
                .unavailable,
                "budget-record-broken",
                Phrase(
                    vi: "Hồ sơ kinh phí của \(task.code) không khớp",
                    en: "The record of the money of \(task.code) does not fit together"
                ),
                hint: Phrase(vi: "Kiểm tra bằng «nhiemvu audit verify»", en: "Check with \"nhiemvu audit verify\"")
            )
        }
    }

    /// What the award and the contract fix.
    public var terms: Terms { task.terms }

    /// What was recorded of it since it was read, in order.
    public var added: ArraySlice<EventRecord> { events[read...] }

    /// Whether its money is on record item by item.
    public var isOnRecord: Bool { !events.isEmpty }

    /// Advances that are asked for and neither paid nor refused.
    public var requests: [(number: Int64, amount: Dong)] {
        (task.machines["advance"] ?? []).filter { $0.end == nil && $0.facts["paid_on"] == nil }.compactMap { instance in
            instance.facts["amount"]?.int.map { (instance.number, Dong($0)) }
        }
    }

    /// The year out of whose allotment money moves on a day.
    public static func year(of day: CivilDate) -> Int { day.parts.year }
}

extension TaskState {
    /// What the award and the contract fix, by the facts of the rule files.
    public var terms: Terms {
        let mode = fact("award.mode")?.text.flatMap(LumpSumMode.init)
        let rating = fact("acceptance.rating")?.text
        return Terms(
            approved: (fact("money.approved") ?? fact("award.state_money"))?.int.map { Dong($0) },
            lumpSum: fact("award.lump_sum_money")?.int.map { Dong($0) },
            counterpart: fact("award.counterpart_money")?.int.map { Dong($0) },
            mode: mode,
            awardedOn: fact("award.on")?.date,
            signedOn: fact("contract.signed_on")?.date,
            endsOn: fact("contract.end_on")?.date,
            listedOn: fact("ordering.listed_on")?.date,
            hasPassed: rating == "excellent" || rating == "pass"
        )
    }

    /// The movements that the small machines of advances tell, in the order of days: each advance out of an allotment of its year, what was
    /// cleared of it without saying for what, what was given back.
    fileprivate var movements: [(day: CivilDate, happening: BudgetHappening)] {
        var movements: [(day: CivilDate, happening: BudgetHappening)] = []
        var drawn: Int64 = 0
        for advance in machines["advance"] ?? [] {
            guard let day = advance.facts["paid_on"]?.date, let amount = advance.facts["amount"]?.int, amount > 0 else { continue }
            let year = BudgetRecord.year(of: day)
            movements.append((day, .allotted(year: year, Dong(amount))))
            movements.append((day, .advanced(number: advance.number, year: year, Dong(amount))))
            let sum = drawn.addingReportingOverflow(amount)
            drawn = sum.overflow ? .max : sum.partialValue
            if let cleared = advance.facts["cleared_amount"]?.int, cleared > 0 {
                let line = BudgetLine(
                    item: BudgetLaw.unitemised,
                    year: BudgetRecord.year(of: advance.movedOn),
                    amount: Dong(cleared),
                    isLumpSum: terms.mode == .finalProduct
                )
                movements.append((advance.movedOn, .cleared(number: advance.number, [line])))
            }
            if let back = advance.facts["returned"]?.int, back > 0 {
                movements.append((advance.movedOn, .givenBack(number: advance.number, Dong(back))))
            }
        }
        if let allotted = fact("money.allotted")?.int, allotted > drawn, let year = fact("money.allotment_year")?.int {
            let day = terms.signedOn ?? terms.awardedOn ?? lastHappenedOn
            movements.append((day, .allotted(year: Int(clamping: year), Dong(allotted - drawn))))
        }
        return movements.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

extension BudgetRecord {
    /// The command that records what an event of the rules moves, by machine and event.
    private static let verbs: [String: [String: String]] = [
        "task": [
            "record-estimate": "plan", "allot": "allot", "cut-allotment": "cut", "roll-over": "roll-over", "adjust-lump-sum": "adjust",
            "adjust-outside": "adjust", "settle": "settle", "decide-repayment": "recover", "waive-repayment": "recover",
            "confirm-repayment": "recover",
        ],
        "advance": [
            "pay": "advance", "report-volume": "report", "clear": "clear", "clear-part": "clear", "return-part": "return",
            "return-rest": "return",
        ],
    ]

    /// Refuses to move money by a bare event of the rules when it is on record item by item.
    static func requireUnrecorded(_ request: FireEvent.Request, in reader: any StoreReader) throws {
        guard let verb = verbs[request.machine.kind]?[request.event],
            try reader.registered(.budget, code: request.task) != nil
        else { return }
        throw UseCaseFault(
            .refused,
            "budget-on-record",
            Phrase(
                vi: "Kinh phí của \(request.task) được ghi theo bút toán, không ghi bằng số liệu nhập tay",
                en: "The money of \(request.task) is kept in its journal; numbers typed by hand are not taken"
            ),
            hint: Phrase(
                vi: "Dùng «nhiemvu budget \(verb) \(request.task)»",
                en: "Use \"nhiemvu budget \(verb) \(request.task)\""
            )
        )
    }
}

extension UseCaseFault {
    /// A refusal of the law on money, with all its reasons.
    init(_ refusal: Refusal, of task: String) {
        self.init(
            .refused,
            "budget-refused",
            Phrase(vi: "Không ghi được vào kinh phí của \(task)", en: "Nothing was recorded of the money of \(task)"),
            blockers: refusal.blockers
        )
    }
}
