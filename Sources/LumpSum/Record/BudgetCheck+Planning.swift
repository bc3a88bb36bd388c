import LifecycleModel
import Rules

/// What is planned and what is allotted for it.
extension BudgetCheck {
    func faults(ofEstimate estimate: Estimate) throws(Refusal) -> [Blocker] {
        var faults = try EstimateCheck(budget.law, listedOn: terms.listedOn).faults(of: estimate)
        guard terms.awardedOn != nil else { return faults }
        if budget.estimates > 0 {
            faults.append(
                Blocker(
                    code: "estimate-locked",
                    message: Phrase(vi: "Dự toán đã được phê duyệt, không lập lại", en: "The estimate is approved and stands"),
                    basis: law27 + "6.2, 7.4",
                    cure: Phrase(vi: "Điều chỉnh bằng «nhiemvu budget adjust»", en: "Change it with \"nhiemvu budget adjust\"")
                )
            )
        }
        func same(_ what: Phrase, _ planned: Dong, _ approved: Dong?) {
            guard let approved, approved != planned else { return }
            faults.append(
                Blocker(
                    code: "not-as-approved",
                    message: Phrase(
                        vi: "\(what.vi): dự toán \(planned.formatted(.word)), quyết định phê duyệt \(approved.formatted(.word))",
                        en: "\(what[.en]): \(planned.formatted()) in the estimate, \(approved.formatted()) in the award"
                    ),
                    basis: law27 + "9",
                    cure: Phrase(vi: "Số đúng: \(approved.formatted(.word))", en: "The right figure: \(approved.formatted())")
                )
            )
        }
        same(Phrase(vi: "Ngân sách nhà nước", en: "State money"), try estimate.total(of: .state), terms.approved)
        same(Phrase(vi: "Kinh phí giao khoán", en: "Lump sum"), try estimate.lumpSum(), terms.lumpSum)
        same(Phrase(vi: "Đối ứng", en: "Counterpart money"), try estimate.total(of: .counterpart), terms.counterpart)
        if let mode = terms.mode, mode != estimate.mode {
            faults.append(
                Blocker(
                    code: "mode-locked",
                    message: Phrase(
                        vi: "Phương thức đã phê duyệt là \(mode.phrase.vi), không được thay đổi",
                        en: "The approved mode is a \(mode.phrase[.en]); it never changes"
                    ),
                    basis: law27 + "6.2, 7.4"
                )
            )
        }
        return faults
    }

    func faults(ofAllotment amount: Dong, year: Int) throws(Refusal) -> [Blocker] {
        guard let approved = terms.approved else {
            return [
                Blocker(
                    code: "not-approved",
                    message: Phrase(vi: "Kinh phí chưa được phê duyệt, chưa giao dự toán được", en: "No money is approved yet"),
                    basis: law27 + "9"
                )
            ]
        }
        let room = try approved.minus(try budget.allotted())
        return positive(amount)
            + above(amount, room, "allotment-above-approved", law27 + "13.1", Phrase(vi: "Giao dự toán", en: "The allotment"))
    }

    func faults(ofTaking amount: Dong, from year: Int, _ code: String) -> [Blocker] {
        positive(amount)
            + above(
                amount,
                budget.left(of: year),
                code,
                law27 + "13.4",
                Phrase(vi: "Dự toán năm \(year) chưa tạm ứng", en: "What is left of \(year)")
            )
    }
}
