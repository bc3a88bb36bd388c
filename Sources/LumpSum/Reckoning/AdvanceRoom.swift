public import LifecycleModel
import Rules

extension TaskBudget {
    /// What may be advanced on a day out of a year's allotment, and why exactly that much (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 13).
    ///
    /// - Parameter equipmentException: whether the fund-managing unit confirms that equipment could not be cleared for an objective reason
    ///   (Điều 13.2a), which lets the next advance be paid before half of the earlier ones is cleared.
    public func room(on day: CivilDate, year: Int, terms: Terms, equipmentException: Bool = false) throws(Refusal) -> Working {
        var steps: [Working.Step] = []
        var blockers: [Blocker] = []
        let law27 = "TTLT 27/2015/TTLT-BKHCN-BTC, Điều "
        if settlement != nil {
            blockers.append(Blocker(code: "settled", message: Phrase(vi: "Nhiệm vụ đã quyết toán", en: "The task is settled")))
        }
        guard let approved = terms.approved else {
            blockers.append(
                Blocker(
                    code: "not-approved",
                    message: Phrase(vi: "Kinh phí chưa được phê duyệt", en: "No money is approved yet"),
                    basis: law27 + "9"
                )
            )
            return Working(steps: steps, result: .zero, blockers: blockers)
        }
        if terms.signedOn.map({ $0 > day }) ?? true {
            blockers.append(
                Blocker(
                    code: "before-contract",
                    message: terms.signedOn.map {
                        Phrase(
                            vi: "Hợp đồng ký ngày \($0.vietnamese), chưa được chi tạm ứng ngày \(day.vietnamese)",
                            en: "The contract was signed on \($0); nothing may be advanced on \(day)"
                        )
                    } ?? Phrase(vi: "Chưa ký hợp đồng", en: "No contract is signed"),
                    basis: law27 + "13.1a"
                )
            )
        }
        let (paid, back, done) = (try advanced(), try givenBack(), try cleared())
        steps.append(Working.Step(Phrase(vi: "Ngân sách nhà nước được duyệt", en: "State money approved"), approved, basis: law27 + "9"))
        let net = try paid.minus(back)
        if net != .zero {
            steps.append(
                Working.Step(Phrase(vi: "Đã tạm ứng, trừ số đã nộp trả", en: "Advanced, less what was given back"), Dong(-net.amount))
            )
        }
        let rest = try approved.minus(net)
        steps.append(Working.Step(Phrase(vi: "Còn lại trong kinh phí được duyệt", en: "Left of what is approved"), rest))
        var result = rest
        if paid == .zero, let share = try law.firstAdvance() {
            let most = try approved.share(share.value).whole
            steps.append(
                Working.Step(
                    Phrase(vi: "Lần đầu không quá \(share.value.percent)", en: "The first one at most \(share.value.percent)"),
                    most,
                    basis: share.basis,
                    standing: share.standing
                )
            )
            result = min(result, most)
        } else if paid != .zero, let share = try law.clearedBeforeNext() {
            let needed = try paid.shareRoundedUp(share.value)
            let covered = try done.plus(back)
            steps.append(
                Working.Step(
                    Phrase(
                        vi: "Đã thanh toán, nộp trả (cần ít nhất \(share.value.percent) số đã tạm ứng là \(needed.formatted(.word)))",
                        en: "Cleared or given back (at least \(share.value.percent) of the advances, \(needed.formatted()), is needed)"
                    ),
                    covered,
                    basis: share.basis,
                    standing: share.standing
                )
            )
            if covered < needed, !equipmentException {
                let missing = try needed.minus(covered)
                blockers.append(
                    Blocker(
                        code: "earlier-cleared",
                        message: Phrase(
                            vi: "Phải thanh toán thêm \(missing.formatted(.word)) của các đợt trước thì mới được tạm ứng tiếp",
                            en: "\(missing.formatted()) more of the earlier advances must be cleared before the next"
                        ),
                        basis: share.basis,
                        cure: Phrase(vi: "tổ chức chủ trì báo cáo khối lượng để thanh toán", en: "the host reports the work done")
                    )
                )
                result = .zero
            }
        }
        let allotment = left(of: year)
        steps.append(
            Working.Step(
                Phrase(vi: "Dự toán năm \(year) chưa tạm ứng", en: "Allotted for \(year), not yet advanced"),
                allotment,
                basis: law27 + "13.1b"
            )
        )
        result = min(result, allotment)
        if allotment <= .zero {
            let others = openYears.filter { $0 < year }
            let cure =
                others.isEmpty
                ? Phrase(vi: "Giao dự toán: nhiemvu budget allot", en: "Allot money: nhiemvu budget allot")
                : Phrase(
                    vi: "Năm \(others.map { "\($0)" }.joined(separator: ", ")) còn dư; chuyển nguồn: nhiemvu budget roll-over",
                    en: "\(others.map { "\($0)" }.joined(separator: ", ")) has some left; carry it over: nhiemvu budget roll-over"
                )
            blockers.append(
                Blocker(
                    code: "no-allotment",
                    message: Phrase(vi: "Năm \(year) không còn dự toán được giao", en: "Nothing is left of an allotment for \(year)"),
                    basis: law27 + "13.1b",
                    cure: cure
                )
            )
        }
        if rest <= .zero {
            blockers.append(
                Blocker(
                    code: "approved-used-up",
                    message: Phrase(vi: "Đã tạm ứng hết kinh phí được duyệt", en: "All approved money is advanced"),
                    basis: law27 + "13.1"
                )
            )
        }
        let isFree = !blockers.contains { ["settled", "before-contract"].contains($0.code) }
        return Working(steps: steps, result: isFree ? max(result, .zero) : .zero, blockers: blockers)
    }
}
