public import LifecycleModel
import Rules

/// Says what the law refuses of a movement before it is recorded, each reason with the figure that would be right.
public struct BudgetCheck {
    let budget: TaskBudget
    let terms: Terms
    let law27 = "TTLT 27/2015/TTLT-BKHCN-BTC, Điều "

    /// Prepares a check of one task's money as it stands.
    public init(_ budget: TaskBudget, terms: Terms) {
        self.budget = budget
        self.terms = terms
    }

    /// Refuses what may not happen on that day.
    ///
    /// - Parameter equipmentException: see ``TaskBudget/room(on:year:terms:equipmentException:)``.
    /// - Throws: `Refusal` with every reason.
    public func check(_ happening: BudgetHappening, on day: CivilDate, equipmentException: Bool = false) throws(Refusal) {
        var faults: [Blocker] = []
        if budget.settlement != nil {
            faults.append(
                Blocker(
                    code: "settled",
                    message: Phrase(
                        vi: "Nhiệm vụ đã quyết toán, không ghi thêm khoản nào",
                        en: "The task is settled; nothing more is recorded"
                    ),
                    basis: law27 + "14.1"
                )
            )
        }
        faults += impossibleYears(happening)
        if faults.isEmpty { faults += try faultsOf(happening, on: day, equipmentException: equipmentException) }
        try Refusal.check(faults)
    }

    private func faultsOf(_ happening: BudgetHappening, on day: CivilDate, equipmentException: Bool) throws(Refusal) -> [Blocker] {
        switch happening {
        case .estimated(let estimate): return try faults(ofEstimate: estimate)
        case .allotted(let year, let amount): return try faults(ofAllotment: amount, year: year)
        case .allotmentCut(let year, let amount): return faults(ofTaking: amount, from: year, "no-allotment-to-cut")
        case .rolledOver(let from, let to, let amount):
            let backwards =
                to > from
                ? []
                : [
                    Blocker(
                        code: "roll-over-backwards",
                        message: Phrase(
                            vi: "Chỉ chuyển nguồn sang năm sau năm \(from)",
                            en: "Money is carried over to a year after \(from)"
                        ),
                        basis: law27 + "13.4"
                    )
                ]
            return backwards + faults(ofTaking: amount, from: from, "no-allotment-to-roll-over")
        case .advanced(let number, let year, let amount):
            guard budget.advance(number) == nil else {
                return [Blocker(code: "advance-paid", message: Phrase(vi: "Đợt tạm ứng \(number) đã chi", en: "Advance \(number) is paid"))]
            }
            let room = try budget.room(on: day, year: year, terms: terms, equipmentException: equipmentException)
            return positive(amount) + beyond(room, amount)
        case .volumeReported(let number, let amount): return try faults(ofUsing: amount, of: number)
        case .cleared(let number, let lines):
            return try faults(ofClearing: lines, of: number) + otherTimes(lines.map(\.year), after: lastPlanned(on: day))
        case .givenBack(let number, let amount): return try faults(ofUsing: amount, of: number)
        case .moved(let moves, let reason): return try faults(ofMoving: moves) + given(reason)
        case .setOutside(let lines, let reason): return try faults(ofOutside: lines) + given(reason)
        case .spent(let year, let received, let lines):
            return try faults(ofSpending: lines, received: received) + otherTimes([year] + lines.map(\.year), after: day.parts.year)
        case .spentAnew(let year, let received, let lines, let reason):
            return try faults(ofRestating: year, YearSpending(received: received, lines: lines)) + given(reason)
                + otherTimes([year] + lines.map(\.year), after: day.parts.year)
        case .settled: return try faultsOfSettling()
        case .recoveryDecided(let recovery): return try faults(of: recovery)
        case .recoveryPaid(let amount): return positive(amount) + overpaid(amount)
        }
    }
}
