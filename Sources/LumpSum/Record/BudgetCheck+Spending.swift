import LifecycleModel
import Rules

/// What the host reports of a year.
extension BudgetCheck {
    /// Something, of known items, of the state's money no more in all than was advanced to it and not given back.
    ///
    /// - Parameter former: the report whose place it takes; it does not count beside the new one.
    func faults(ofSpending lines: [BudgetLine], received: Dong, insteadOf former: YearSpending? = nil) throws(Refusal) -> [Blocker] {
        guard received != .zero || !lines.isEmpty || former != nil else {
            return [
                Blocker(
                    code: "nothing-spent",
                    message: Phrase(vi: "Chưa ghi số thực nhận hay thực chi nào", en: "Nothing received or spent is given")
                )
            ]
        }
        if received.isNegative || lines.contains(where: { $0.amount.isNegative }) {
            return [Blocker(code: "amount-negative", message: Phrase(vi: "Số tiền không được âm", en: "An amount may not be negative"))]
        }
        let before = try budget.received().minus(former?.received ?? .zero)
        let spent = try budget.stateSpending.total().minus(try (former?.lines ?? []).total { $0.source == .state })
        return unknownItems(lines)
            + above(
                received,
                try budget.advanced().minus(before),
                "received-above-advanced",
                law27 + "14.2",
                Phrase(
                    vi: "Thực nhận từ ngân sách: số đã tạm ứng mà chưa báo cáo",
                    en: "Received from the state: what was advanced and not yet reported"
                )
            )
            + above(
                try lines.total { $0.source == .state },
                max(try budget.advanced().minus(try budget.givenBack()).minus(spent), .zero),
                "spent-above-advanced",
                law27 + "14.2",
                Phrase(
                    vi: "Thực chi từ ngân sách: số đã tạm ứng, chưa nộp trả, chưa báo cáo chi",
                    en: "Spent of the state's money: what was advanced, not given back and not yet reported as spent"
                )
            )
    }

    /// A report takes the place of one that is there and says something else.
    func faults(ofRestating year: Int, _ report: YearSpending) throws(Refusal) -> [Blocker] {
        guard let former = budget.spending[year] else {
            let years = budget.spending.keys.sorted().map { "\($0)" }.joined(separator: ", ")
            return [
                Blocker(
                    code: "no-spending-to-restate",
                    message: Phrase(
                        vi: "Năm \(year) chưa có báo cáo chi nào để thay",
                        en: "Nothing is reported of \(year) that could be restated"
                    ),
                    cure: years.isEmpty
                        ? Phrase(vi: "Ghi báo cáo đầu tiên: bỏ --restate", en: "Record the first report: leave --restate out")
                        : Phrase(vi: "Đã có báo cáo của: \(years)", en: "There are reports of \(years)")
                )
            ]
        }
        guard try !former.saysTheSame(as: report) else {
            return [
                Blocker(
                    code: "restated-the-same",
                    message: Phrase(vi: "Báo cáo chi năm \(year) đã đúng như vậy", en: "The report of \(year) says this already")
                )
            ]
        }
        return try faults(ofSpending: report.lines, received: report.received, insteadOf: former)
    }
}
