public import CanonicalJSON
import Engine
public import LifecycleModel
import LumpSum
public import Store

/// The province's science budget of a year: what there is to allot, in all and by programme, with the decision that says so.
public struct YearBudget: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// What there is in all; nil while nobody has said.
    public var total: Dong?
    /// What there is for a programme, by its code.
    public var programmes: [String: Dong]

    /// Reads it from the store; empty when nothing is on record.
    public init(_ year: Int, in reader: any StoreReader) throws {
        let entry = try reader.registered(.yearBudget, code: "\(year)")
        self.year = year
        total = try entry?.optionalValue(at: "total")
        var programmes: [String: Dong] = [:]
        for member in entry?["programmes"]?.object ?? JSONObject() { programmes[member.key] = member.value.int.map { Dong($0) } }
        self.programmes = programmes
    }

    /// Folds what was recorded of a year.
    init(_ year: Int, recorded events: [EventRecord]) throws {
        self.year = year
        programmes = [:]
        for event in events {
            let amount: Dong = try event.payload.value(at: "amount")
            set(amount, of: event.payload["programme"]?.string)
        }
    }

    /// Puts in the sum of the year, or of one programme in it.
    mutating func set(_ amount: Dong, of programme: String?) {
        if let programme { programmes[programme] = amount } else { total = amount }
    }

    /// Writes down that a sum was set, and the year as it stands.
    func record(
        _ amount: Dong,
        of programme: String?,
        decision: String,
        by actor: String,
        on day: CivilDate,
        at moment: Moment,
        in writer: any StoreWriter
    ) throws {
        var payload: JSONObject = ["amount": amount.json, "decision": .string(decision)]
        payload["programme"] = programme.map(JSONValue.string)
        let event = NewEvent(
            subject: EventRecord.Subject(.yearBudget, "\(year)"),
            kind: "year_budget_set",
            payload: .object(payload),
            actor: actor,
            happenedOn: day,
            recordedAt: moment,
            definition: nil
        )
        _ = try writer.append([event])
        try writer.register(.yearBudget, code: "\(year)", value: json, searchText: "\(year)")
    }

    /// As the register keeps it.
    public var json: JSONValue {
        [
            "total": total?.json ?? .null,
            "programmes": .object(JSONObject(programmes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })),
        ]
    }
}

extension RecordBudget.Work {
    /// Refuses an allotment beyond what the year has, in all or for the task's programme.
    func requireRoom(in year: Int, for amount: Dong) throws {
        let ceiling = try YearBudget(year, in: desk.writer)
        let programme = record.task.fact("task.programme")?.text
        guard ceiling.total != nil || programme.flatMap({ ceiling.programmes[$0] }) != nil else { return }
        var (all, own) = (Dong.zero, Dong.zero)
        for (code, entry) in try desk.writer.allRegistered(.budget) {
            let given = try BudgetSummary(json: entry).years[year]?.given ?? .zero
            all = try all.adding(given)
            guard given != .zero, let programme, try desk.writer.task(code)?.programme == programme else { continue }
            own = try own.adding(given)
        }
        var blockers: [Blocker] = []
        func check(_ most: Dong?, _ so: Dong, _ what: Phrase) throws {
            guard let most, try so.adding(amount) > most else { return }
            let left = max(try most.subtracting(so), .zero)
            blockers.append(
                Blocker(
                    code: "above-year-budget",
                    message: Phrase(
                        vi: "\(what.vi): \(most.formatted(.word)), đã giao \(so.formatted(.word)), còn \(left.formatted(.word))",
                        en: "\(what[.en]): \(most.formatted()), \(so.formatted()) allotted, \(left.formatted()) left"
                    ),
                    basis: "TTLT 27/2015/TTLT-BKHCN-BTC, Điều 13.1b",
                    cure: Phrase(vi: "Nhiều nhất \(left.formatted(.word))", en: "At most \(left.formatted())")
                )
            )
        }
        try check(ceiling.total, all, Phrase(vi: "Ngân sách KH&CN năm \(year)", en: "The science budget of \(year)"))
        if let programme {
            try check(
                ceiling.programmes[programme],
                own,
                Phrase(vi: "Chương trình \(programme) năm \(year)", en: "The programme \(programme) in \(year)")
            )
        }
        guard blockers.isEmpty else {
            throw UseCaseFault(
                .refused,
                "above-year-budget",
                Phrase(vi: "Vượt ngân sách của năm \(year)", en: "More than the budget of \(year)"),
                blockers: blockers
            )
        }
    }
}

/// Records what the province has to allot in a year.
public struct SetYearBudget: Sendable {
    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Records the sum of a year, or of one programme in it, in place of the one before.
    ///
    /// - Parameter decision: number of the decision that says so.
    /// - Throws: `UseCaseFault` for an unknown programme or an amount that is not above 0.
    public func callAsFunction(
        year: Int,
        programme: String?,
        amount: Dong,
        decision: String,
        on day: CivilDate,
        dryRun: Bool
    ) throws -> (budget: YearBudget, receipt: Receipt?) {
        guard amount > .zero, BudgetLine.years.contains(year) else {
            throw UseCaseFault(
                .badData,
                "wrong-year-budget",
                Phrase(vi: "Số tiền phải lớn hơn 0 và năm phải hợp lệ", en: "The amount must be above 0 and the year possible")
            )
        }
        guard day <= surroundings.today else { throw UseCaseFault.ahead(day) }
        let answer = try surroundings.transaction(on: day, dryRun: dryRun, definitions: Definitions()) { desk in
            guard desk.actor.roles.contains("department-finance") || desk.actor.roles.contains("province-chair") else {
                throw UseCaseFault(
                    .refused,
                    "not-your-duty",
                    Phrase(
                        vi: "Chỉ kế toán Sở hoặc lãnh đạo UBND tỉnh ghi ngân sách của năm",
                        en: "Only the department's finance officer or the province's chair records the budget of a year"
                    )
                )
            }
            var budget = try YearBudget(year, in: desk.writer)
            if let programme {
                guard try desk.writer.registered(.programme, code: programme) != nil else {
                    throw UseCaseFault(
                        .usage,
                        "unknown-programme",
                        Phrase(vi: "Không có chương trình mã «\(programme)»", en: "No programme has the code \"\(programme)\""),
                        hint: Phrase(vi: "Xem «nhiemvu programme list»", en: "See \"nhiemvu programme list\"")
                    )
                }
            }
            budget.set(amount, of: programme)
            try budget.record(
                amount,
                of: programme,
                decision: decision,
                by: surroundings.actor,
                on: day,
                at: surroundings.now,
                in: desk.writer
            )
            return budget
        }
        return (answer.record, answer.receipt)
    }
}
