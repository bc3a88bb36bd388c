import Engine
public import LifecycleModel
import LumpSum
import Store

/// Records what the province has to allot in a year.
public struct SetYearBudget: Sendable {
    /// The money of a year after a decision.
    public struct Year: Sendable {
        /// What there is.
        public let budget: YearBudget
        /// What is allotted of it.
        public let given: Dong
        /// The decision of a later day that stands in place of the one recorded.
        public let later: YearDecision?
    }

    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Records the sum of a year, or of one programme in it; of several decisions the one of the latest day stands.
    ///
    /// - Parameter decision: number of the decision that says so.
    /// - Returns: the year afterwards, and the receipt. All of it is known before anything is saved, so that what cannot be told is not recorded
    ///   either.
    /// - Throws: `UseCaseFault` for an unknown programme or an amount that is not above 0.
    public func callAsFunction(
        year: Int,
        programme: String?,
        amount: Dong,
        decision: String,
        on day: CivilDate,
        dryRun: Bool
    ) throws -> (year: Year, receipt: Receipt?) {
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
            if let programme, try desk.writer.registered(.programme, code: programme) == nil { throw Self.unknown(programme) }
            let decision = YearDecision(programme: programme, amount: amount, number: decision, day: day)
            var decisions = try YearDecisions(year, in: desk.writer)
            guard !decisions.recorded.contains(decision) else { throw Self.known(decision) }
            try decisions.record(decision, by: surroundings.actor, at: surroundings.now, in: desk.writer)
            let portfolio = try BudgetPortfolio(TaskFilter(), on: surroundings.today, in: desk.writer)
            return Year(
                budget: decisions.budget,
                given: try portfolio.rows(by: .programme, year: year).total.given,
                later: YearDecision.inForce(decisions.recorded).first { $0.programme == programme && $0 != decision }
            )
        }
        return (answer, receipt)
    }

    private static func unknown(_ programme: String) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "unknown-programme",
            Phrase(vi: "Không có chương trình mã «\(programme)»", en: "No programme has the code \"\(programme)\""),
            hint: Phrase(vi: "Xem «nhiemvu programme list»", en: "See \"nhiemvu programme list\"")
        )
    }

    private static func known(_ decision: YearDecision) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "same-decision",
            Phrase(
                vi: "Quyết định \(decision.number) ngày \(decision.day.vietnamese) đã ghi đúng số tiền này",
                en: "Decision \(decision.number) of \(decision.day) is on record with this very amount"
            ),
            hint: Phrase(
                vi: "Nếu là quyết định khác, nêu đúng số và ngày của nó (--decision, --date)",
                en: "If it is another decision, give its own number and day (--decision, --date)"
            )
        )
    }
}
