public import LifecycleModel
import Rules

/// Says what the law refuses of a movement before it is recorded, each reason with the figure that would be right.
public struct BudgetCheck {
    private let budget: TaskBudget
    private let terms: Terms
    private let law27 = "TTLT 27/2015/TTLT-BKHCN-BTC, Điều "

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
        if let settlement = budget.settlement, settlement.settled >= .zero {
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
        faults += try faultsOf(happening, on: day, equipmentException: equipmentException)
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
        case .cleared(let number, let lines): return try faults(ofClearing: lines, of: number)
        case .givenBack(let number, let amount): return try faults(ofUsing: amount, of: number)
        case .moved(let moves, let reason): return try faults(ofMoving: moves) + given(reason)
        case .setOutside(let lines, let reason): return try faults(ofOutside: lines) + given(reason)
        case .spent(_, let received, let lines):
            return (received.isNegative || lines.contains { $0.amount.isNegative })
                ? [Blocker(code: "amount-negative", message: Phrase(vi: "Số tiền không được âm", en: "An amount may not be negative"))]
                : unknownItems(lines)
        case .settled: return try faultsOfSettling()
        case .recoveryDecided(let recovery): return try faults(of: recovery)
        case .recoveryPaid(let amount): return positive(amount) + overpaid(amount)
        }
    }

    // MARK: Plan and allotment

    private func faults(ofEstimate estimate: Estimate) throws(Refusal) -> [Blocker] {
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

    private func faults(ofAllotment amount: Dong, year: Int) throws(Refusal) -> [Blocker] {
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

    private func faults(ofTaking amount: Dong, from year: Int, _ code: String) -> [Blocker] {
        positive(amount)
            + above(
                amount,
                budget.left(of: year),
                code,
                law27 + "13.4",
                Phrase(vi: "Dự toán năm \(year) chưa tạm ứng", en: "What is left of \(year)")
            )
    }

    // MARK: Advances

    private func faults(ofUsing amount: Dong, of number: Int64) throws(Refusal) -> [Blocker] {
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
        return positive(amount)
            + above(
                amount,
                budget.outstanding(number),
                "above-outstanding",
                law27 + "13.2",
                Phrase(vi: "Đợt tạm ứng \(number) chưa thanh toán", en: "What is open of advance \(number)")
            )
    }

    private func faults(ofClearing lines: [BudgetLine], of number: Int64) throws(Refusal) -> [Blocker] {
        var faults = try faults(ofUsing: try lines.total(), of: number) + unknownItems(lines)
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
            let done = try budget.balances.debits {
                if case .cleared(let place) = $0 { place.item == item && !place.isLumpSum } else { false }
            }
            let label = budget.law.label(of: item)
            try limit(planned, done, now, Phrase(vi: "«\(label.vi)» còn lại", en: "What is left of “\(label[.en])”"))
        }
        return faults
    }

    // MARK: Changes

    private func faults(ofMoving moves: [BudgetMove]) throws(Refusal) -> [Blocker] {
        guard let estimate = budget.estimate, terms.awardedOn != nil else {
            return [
                Blocker(
                    code: "no-estimate",
                    message: Phrase(vi: "Chưa có dự toán được phê duyệt để điều chỉnh", en: "There is no approved estimate to change"),
                    basis: law27 + "10.1"
                )
            ]
        }
        var faults: [Blocker] = []
        for move in moves {
            faults += positive(move.amount) + unknownItems([BudgetLine(item: move.to, year: move.year, amount: move.amount)])
            let planned = try estimate.lines.total {
                $0.item == move.from && $0.year == move.year && $0.source == .state && $0.isLumpSum
            }
            let label = budget.law.label(of: move.from)
            faults += above(
                move.amount,
                planned,
                "move-above-plan",
                law27 + "10.1a",
                Phrase(vi: "Phần khoán của «\(label.vi)» năm \(move.year)", en: "The lump sum of “\(label[.en])” in \(move.year)")
            )
            if estimate.mode == .partial, budget.law.rules.item(move.to).map({ !$0.mayBeLumpSum }) ?? false {
                let target = budget.law.label(of: move.to)
                faults.append(
                    Blocker(
                        code: "item-never-lump-sum",
                        message: Phrase(
                            vi: "«\(target.vi)» không được giao khoán, không nhận tiền từ phần khoán",
                            en: "“\(target[.en])” is never lump-summed and takes nothing from the lump sum"
                        ),
                        basis: budget.law.rules.item(move.to)?.basis
                    )
                )
            }
        }
        return faults
    }

    private func faults(ofOutside lines: [BudgetLine]) throws(Refusal) -> [Blocker] {
        guard budget.estimate?.mode == .partial else {
            return [
                Blocker(
                    code: "nothing-outside",
                    message: Phrase(vi: "Không có phần kinh phí ngoài khoán để điều chỉnh", en: "Nothing stands outside the lump sum"),
                    basis: law27 + "6.2, 10.3"
                )
            ]
        }
        var faults = unknownItems(lines)
        for line in lines where line.isLumpSum || line.source != .state || line.amount <= .zero {
            faults.append(
                Blocker(
                    code: "outside-line",
                    message: Phrase(
                        vi: "«\(budget.law.label(of: line.item).vi)»: chỉ ghi kinh phí ngân sách ngoài khoán, lớn hơn 0",
                        en: "“\(budget.law.label(of: line.item)[.en])”: only state money outside the lump sum, above 0"
                    ),
                    basis: law27 + "10.3"
                )
            )
        }
        return faults
    }

    // MARK: The end

    private func faultsOfSettling() throws(Refusal) -> [Blocker] {
        let open = try budget.outstanding()
        guard open > .zero else { return [] }
        return [
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

    private func faults(of recovery: Recovery) throws(Refusal) -> [Blocker] {
        var faults: [Blocker] = []
        let advanced = try budget.advanced()
        let parts = try recovery.unused.plus(recovery.proper).plus(recovery.unproven)
        if parts != advanced {
            faults.append(
                Blocker(
                    code: "parts-differ",
                    message: Phrase(
                        vi: "Các phần cộng lại \(parts.formatted(.word)), đã cấp \(advanced.formatted(.word))",
                        en: "The parts come to \(parts.formatted()), \(advanced.formatted()) was paid out"
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

    private func overpaid(_ amount: Dong) -> [Blocker] {
        above(amount, budget.owed, "above-owed", law27 + "17.1", Phrase(vi: "Số còn phải hoàn trả", en: "What is still owed"))
    }

    // MARK: Words

    private func positive(_ amount: Dong) -> [Blocker] {
        amount > .zero
            ? [] : [Blocker(code: "amount-not-positive", message: Phrase(vi: "Số tiền phải lớn hơn 0", en: "The amount must be above 0"))]
    }

    private func given(_ reason: String) -> [Blocker] {
        reason.isEmpty ? [Blocker(code: "no-reason", message: Phrase(vi: "Phải nêu lý do", en: "A reason is needed"))] : []
    }

    private func unknownItems(_ lines: [BudgetLine]) -> [Blocker] {
        Set(lines.map(\.item)).sorted().filter { budget.law.rules.item($0) == nil }.map {
            Blocker(
                code: "item-unknown",
                message: Phrase(vi: "Không có nội dung chi ‘\($0)’", en: "There is no item ‘\($0)’"),
                cure: VietnameseText.nearest(to: $0, among: budget.law.rules.items.map(\.id)).first.map {
                    Phrase(vi: "Có phải ý bạn là: \($0)?", en: "Did you mean: \($0)?")
                }
            )
        }
    }

    private func beyond(_ room: Working, _ amount: Dong) -> [Blocker] {
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

    private func above(_ amount: Dong, _ most: Dong, _ code: String, _ basis: String, _ what: Phrase) -> [Blocker] {
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
