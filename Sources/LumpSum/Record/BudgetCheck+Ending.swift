import Rules
import LifecycleModel

/// Settlement and recovery.
extension BudgetCheck {
    func faultsOfSettling() throws(Refusal) -> [Blocker] {
        let left = budget.openYears.map { year in
            Blocker(
                code: "allotment-left",
                message: Phrase(
                    vi: "Dự toán năm \(year) còn \(budget.left(of: year).formatted(.word)) chưa tạm ứng",
                    en: "\(budget.left(of: year).formatted()) of the allotment of \(year) is not advanced"
                ),
                basis: law27 + "14",
                cure: Phrase(vi: "Giảm bằng «nhiemvu budget cut --year \(year)»", en: "Take it back: \"nhiemvu budget cut --year \(year)\"")
            )
        }
        let open = try budget.outstanding()
        guard open > .zero else { return left }
        return left + [
            Blocker(
                code: "advances-open",
                message: Phrase(
                    vi: "Còn \(open.formatted(.word)) tạm ứng chưa thanh toán hoặc nộp trả",
                    en: "\(open.formatted()) of advances is neither cleared nor given back"
                ),
                basis: law27 + "13.2đ, 14"
            )
        ]
    }

    func faults(of recovery: Recovery) throws(Refusal) -> [Blocker] {
        var faults: [Blocker] = []
        let advanced = try budget.advanced().minus(try budget.givenBack())
        let parts = try recovery.unused.plus(recovery.proper).plus(recovery.unproven)
        if parts != advanced {
            faults.append(
                Blocker(
                    code: "parts-differ",
                    message: Phrase(
                        vi: "Các phần cộng lại \(parts.formatted(.word)), đã cấp và chưa nộp trả \(advanced.formatted(.word))",
                        en: "The parts come to \(parts.formatted()), \(advanced.formatted()) was paid out and not given back"
                    ),
                    basis: law27 + "16.2",
                    cure: Phrase(vi: "Tổng đúng: \(advanced.formatted(.word))", en: "The right sum: \(advanced.formatted())")
                )
            )
        }
        let least = try Recovery.least(
            isHostsFault: recovery.isHostsFault,
            unused: recovery.unused,
            proper: recovery.proper,
            unproven: recovery.unproven,
            mode: terms.mode ?? .partial,
            under: budget.law
        )
        if recovery.decided < least.amount {
            faults.append(
                Blocker(
                    code: "below-least-recovery",
                    message: Phrase(
                        vi: "Mức hoàn trả \(recovery.decided.formatted(.word)) thấp hơn mức tối thiểu \(least.amount.formatted(.word))",
                        en: "\(recovery.decided.formatted()) is below the least recovery, \(least.amount.formatted())"
                    ),
                    basis: law27 + "16.2",
                    cure: Phrase(vi: "Tối thiểu \(least.amount.formatted(.word))", en: "At least \(least.amount.formatted())")
                )
            )
        }
        return faults
            + above(recovery.decided, advanced, "above-advanced", law27 + "16.2", Phrase(vi: "Số đã cấp", en: "What was paid out"))
    }

    func overpaid(_ amount: Dong) -> [Blocker] {
        above(amount, budget.owed, "above-owed", law27 + "17.1", Phrase(vi: "Số còn phải hoàn trả", en: "What is still owed"))
    }
}
