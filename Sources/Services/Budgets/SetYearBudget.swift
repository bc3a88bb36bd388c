import Engine
public import LifecycleModel
import LumpSum
import Store

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
    /// - Returns: the budget of the year, what is allotted of it, and the receipt. All of it is known before anything is saved, so that what cannot
    ///   be told is not recorded either.
    /// - Throws: `UseCaseFault` for an unknown programme or an amount that is not above 0.
    public func callAsFunction(
        year: Int,
        programme: String?,
        amount: Dong,
        decision: String,
        on day: CivilDate,
        dryRun: Bool
    ) throws -> (budget: YearBudget, given: Dong, receipt: Receipt?) {
        guard amount > .zero, BudgetLine.years.contains(year) else {
            throw UseCaseFault(
                .badData,
                "wrong-year-budget",
                Phrase(vi: "Số tiền phải lớn hơn 0 và năm phải hợp lệ", en: "The amount must be above 0 and the year possible")
            )
        }
        guard day <= surroundings.today else { throw UseCaseFault.ahead(day) }
        let (answer, receipt) = try surroundings.transaction(on: day, dryRun: dryRun, definitions: Definitions()) { desk in
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
            let portfolio = try BudgetPortfolio(TaskFilter(), on: surroundings.today, in: desk.writer)
            return (budget: budget, given: try portfolio.rows(by: .programme, year: year).total.given)
        }
        return (answer.budget, answer.given, receipt)
    }
}
