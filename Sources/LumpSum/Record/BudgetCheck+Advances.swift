import LifecycleModel
import Rules

/// Advances, and what becomes of them.
extension BudgetCheck {
    func beyond(_ room: Working, _ amount: Dong) -> [Blocker] {
        guard amount > room.result else { return [] }
        if room.result == .zero, !room.blockers.isEmpty { return room.blockers }
        let over = Dong(amount.amount - room.result.amount)
        let steps = room.steps.map { "\($0.label.vi): \($0.amount.formatted(.word))" }.joined(separator: "; ")
        return [
            Blocker(
                code: "advance-above-room",
                message: Phrase(
                    vi: "Tạm ứng \(amount.formatted(.word)) vượt mức được phép \(over.formatted(.word)): nhiều nhất "
                        + room.result.formatted(.word),
                    en: "An advance of \(amount.formatted()) is \(over.formatted()) too much: at most \(room.result.formatted())"
                ),
                basis: room.steps.last { $0.amount == room.result }?.basis ?? law27 + "13",
                cure: Phrase(vi: "Nhiều nhất \(room.result.formatted(.word)) (\(steps))", en: "At most \(room.result.formatted())")
            )
        ] + room.blockers
    }

    func faults(ofUsing amount: Dong, of number: Int64) throws(Refusal) -> [Blocker] {
        guard budget.advance(number) != nil else {
            let known = budget.advances.map { "\($0.number)" }.joined(separator: ", ")
            return [
                Blocker(
                    code: "advance-unknown",
                    message: Phrase(vi: "Không có đợt tạm ứng \(number) đã chi", en: "No advance \(number) is paid"),
                    cure: known.isEmpty ? nil : Phrase(vi: "Các đợt đã chi: \(known)", en: "Paid: \(known)")
                )
            ]
        }
        return positive(amount) + recovering()
            + above(
                amount,
                budget.outstanding(number),
                "above-outstanding",
                law27 + "13.2",
                Phrase(vi: "Đợt tạm ứng \(number) chưa thanh toán", en: "What is open of advance \(number)")
            )
    }

    /// What the host still holds is part of what was decided to be repaid; it goes back with that.
    private func recovering() -> [Blocker] {
        budget.owed > .zero
            ? [
                Blocker(
                    code: "recovery-decided",
                    message: Phrase(
                        vi: "Đã quyết định hoàn trả, còn \(budget.owed.formatted(.word)); phần chưa sử dụng nộp cùng khoản này",
                        en: "Repayment is decided and \(budget.owed.formatted()) is owed; what was not used goes back with it"
                    ),
                    basis: law27 + "16.2, 17",
                    cure: Phrase(vi: "Ghi bằng «nhiemvu budget recover --paid»", en: "Record it with \"nhiemvu budget recover --paid\"")
                )
            ] : []
    }

    func faults(ofClearing lines: [BudgetLine], of number: Int64) throws(Refusal) -> [Blocker] {
        var faults = try faults(ofUsing: try lines.total(), of: number) + unknownItems(lines) + notOfState(lines)
        if lines.contains(where: { $0.amount <= .zero }) {
            faults.append(
                Blocker(
                    code: "amount-not-positive",
                    message: Phrase(vi: "Số tiền từng dòng phải lớn hơn 0", en: "Each amount must be above 0")
                )
            )
        }
        guard let estimate = budget.estimate else {
            faults.append(
                Blocker(
                    code: "no-estimate",
                    message: Phrase(vi: "Chưa có dự toán theo nội dung chi", en: "There is no estimate by item"),
                    basis: law27 + "5",
                    cure: Phrase(vi: "Ghi bằng «nhiemvu budget plan»", en: "Record it with \"nhiemvu budget plan\"")
                )
            )
            return faults
        }
        // Within the lump sum money moves freely; outside it each item stands for itself (Điều 10).
        func limit(_ planned: Dong, _ done: Dong, _ now: Dong, _ what: Phrase) throws(Refusal) {
            faults += above(now, try planned.minus(done), "above-plan", law27 + "10", what)
        }
        try limit(
            try estimate.lumpSum(),
            try budget.cleared(isLumpSum: true),
            try lines.total(where: \.isLumpSum),
            Phrase(vi: "Phần khoán còn lại", en: "What is left of the lump sum")
        )
        for (item, now) in try lines.filter({ !$0.isLumpSum }).totals(by: \.item).sorted(by: { $0.key < $1.key }) {
            let planned = try estimate.lines.total { $0.item == item && $0.source == .state && !$0.isLumpSum }
            let done = try budget.cleared(of: item, isLumpSum: false)
            let label = budget.law.label(of: item)
            try limit(planned, done, now, Phrase(vi: "«\(label.vi)» còn lại", en: "What is left of “\(label[.en])”"))
        }
        return faults
    }
}
