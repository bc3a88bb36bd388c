import LifecycleModel
import Rules

/// Reasons that several movements share.
extension BudgetCheck {
    func positive(_ amount: Dong) -> [Blocker] {
        amount > .zero
            ? [] : [Blocker(code: "amount-not-positive", message: Phrase(vi: "Số tiền phải lớn hơn 0", en: "The amount must be above 0"))]
    }

    func given(_ reason: String) -> [Blocker] {
        reason.isEmpty ? [Blocker(code: "no-reason", message: Phrase(vi: "Phải nêu lý do", en: "A reason is needed"))] : []
    }

    /// Years that no budget is for; a journal with one of them could not be read any more.
    func impossibleYears(_ happening: BudgetHappening) -> [Blocker] {
        let years = BudgetLine.years
        return Set(happening.years).filter { !years.contains($0) }.sorted().map {
            Blocker(
                code: "year-impossible",
                message: Phrase(vi: "Năm \($0) không hợp lệ", en: "\($0) is no possible year"),
                cure: Phrase(vi: "Từ \(years.lowerBound) đến \(years.upperBound)", en: "\(years.lowerBound) to \(years.upperBound)")
            )
        }
    }

    /// Years of no use: those before the award, and those after the last one that counts.
    func otherTimes(_ years: [Int], after last: Int) -> [Blocker] {
        let first = min(terms.awardedOn?.parts.year ?? BudgetLine.years.lowerBound, last)
        return Set(years).filter { !(first...last).contains($0) }.sorted().map {
            Blocker(
                code: "year-of-no-use",
                message: Phrase(vi: "Năm \($0): chưa thể có chi", en: "Nothing can have been spent in \($0)"),
                cure: Phrase(vi: "Từ \(first) đến \(last)", en: "\(first) to \(last)")
            )
        }
    }

    /// The last year that money is planned for: of the estimate or the contract, if that is later than the day.
    func lastPlanned(on day: CivilDate) -> Int {
        max(day.parts.year, budget.estimate?.years.last ?? 0, terms.endsOn?.parts.year ?? 0)
    }

    func notOfState(_ lines: [BudgetLine]) -> [Blocker] {
        lines.contains { $0.source != .state }
            ? [
                Blocker(
                    code: "not-state-money",
                    message: Phrase(
                        vi: "Chỉ ghi kinh phí ngân sách nhà nước; vốn đối ứng và nguồn khác ghi bằng «nhiemvu budget spend»",
                        en: "State money alone; what is spent of other sources goes into \"nhiemvu budget spend\""
                    )
                )
            ] : []
    }

    func unknownItems(_ lines: [BudgetLine]) -> [Blocker] {
        let known = budget.law.rules.items.map(\.id)
        let all = known.joined(separator: ", ")
        return Set(lines.map(\.item)).sorted().filter { budget.law.rules.item($0) == nil }.map {
            Blocker(
                code: "item-unknown",
                message: Phrase(vi: "Không có nội dung chi ‘\($0)’", en: "There is no item ‘\($0)’"),
                cure: VietnameseText.nearest(to: $0, among: known).first.map {
                    Phrase(vi: "Có phải ý bạn là: \($0)?", en: "Did you mean: \($0)?")
                } ?? Phrase(vi: "Các mã: \(all)", en: "The codes: \(all)")
            )
        }
    }

    func above(_ amount: Dong, _ most: Dong, _ code: String, _ basis: String, _ what: Phrase) -> [Blocker] {
        guard amount > most else { return [] }
        let right = max(most, .zero)
        return [
            Blocker(
                code: code,
                message: Phrase(
                    vi: "\(what.vi): nhiều nhất \(right.formatted(.word)), ghi \(amount.formatted(.word))",
                    en: "\(what[.en]): at most \(right.formatted()), given \(amount.formatted())"
                ),
                basis: basis,
                cure: Phrase(vi: "Nhiều nhất \(right.formatted(.word))", en: "At most \(right.formatted())")
            )
        ]
    }
}
