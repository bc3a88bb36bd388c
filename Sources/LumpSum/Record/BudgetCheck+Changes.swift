import LifecycleModel
import Rules

/// Changes of an approved estimate.
extension BudgetCheck {
    func faults(ofMoving moves: [BudgetMove]) throws(Refusal) -> [Blocker] {
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
            faults += unmovable(move)
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
        let places = Set(moves.map { BudgetPlace(item: $0.from, year: $0.year, isLumpSum: true) })
        for place in places.sorted(by: BudgetPlace.inOrder) {
            let taken = try moves.filter { $0.from == place.item && $0.year == place.year }.map { BudgetLine($0.amount, at: place) }.total()
            let planned = try estimate.lines.total { $0.place == place }
            let label = budget.law.label(of: place.item)
            faults += above(
                taken,
                planned,
                "move-above-plan",
                law27 + "10.1a",
                Phrase(vi: "Phần khoán của «\(label.vi)» năm \(place.year)", en: "The lump sum of “\(label[.en])” in \(place.year)")
            )
        }
        guard faults.isEmpty else { return faults }
        // What decided on the mode still has to hold after it.
        return try EstimateCheck(budget.law, listedOn: terms.listedOn).faultsOfMode(try estimate.moving(moves))
    }

    /// An item whose level the law fixes, and a move to where the money stands already.
    private func unmovable(_ move: BudgetMove) -> [Blocker] {
        var faults: [Blocker] = []
        if move.from == move.to {
            faults.append(
                Blocker(code: "move-nowhere", message: Phrase(vi: "Chuyển từ và sang cùng một nội dung", en: "The money stays where it is"))
            )
        }
        for item in [move.from, move.to].compactMap(budget.law.rules.item) where item.isFixed {
            faults.append(
                Blocker(
                    code: "item-fixed",
                    message: Phrase(
                        vi: "«\(item.label.vi)» không được điều chỉnh sau khi phê duyệt",
                        en: "“\(item.label[.en])” is not changed after the award"
                    ),
                    basis: law27 + "10.3a"
                )
            )
        }
        return faults
    }

    func faults(ofOutside lines: [BudgetLine]) throws(Refusal) -> [Blocker] {
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
        faults += try twice(lines) + inLumpSum(lines)
        if faults.isEmpty, let estimate = budget.estimate {
            var changed = estimate
            changed.replaceOutside(with: lines)
            faults += try EstimateCheck(budget.law, listedOn: terms.listedOn).faults(of: changed)
        }
        return try faults + belowCleared(lines)
    }

    private func twice(_ lines: [BudgetLine]) throws(Refusal) -> [Blocker] {
        Set(lines.map(\.place)).count == lines.count
            ? []
            : [
                Blocker(
                    code: "line-twice",
                    message: Phrase(vi: "Có hai dòng cùng nội dung và năm", en: "Two lines have the same item and year")
                )
            ]
    }

    /// An item is lump-summed in all its years or in none.
    private func inLumpSum(_ lines: [BudgetLine]) throws(Refusal) -> [Blocker] {
        let lump = Set((budget.estimate?.lines ?? []).filter(\.isLumpSum).map(\.item))
        return Set(lines.map(\.item)).intersection(lump).sorted().map { item in
            let label = budget.law.label(of: item)
            return Blocker(
                code: "item-in-lump-sum",
                message: Phrase(
                    vi: "«\(label.vi)» đã được giao khoán, không thuộc phần ngoài khoán",
                    en: "“\(label[.en])” is lump-summed and not outside"
                ),
                basis: law27 + "10.3a"
            )
        }
    }

    /// An item cannot be planned below what is already cleared of it.
    private func belowCleared(_ lines: [BudgetLine]) throws(Refusal) -> [Blocker] {
        let planned = try lines.totals(by: \.item)
        var faults: [Blocker] = []
        for item in budget.law.rules.items {
            let done = try budget.cleared(of: item.id, isLumpSum: false)
            guard planned[item.id] ?? .zero < done else { continue }
            let label = budget.law.label(of: item.id)
            faults.append(
                Blocker(
                    code: "below-cleared",
                    message: Phrase(
                        vi: "«\(label.vi)»: đã thanh toán \(done.formatted(.word)), dự toán mới không được thấp hơn",
                        en: "“\(label[.en])”: \(done.formatted()) is cleared, the new plan may not be less"
                    ),
                    basis: law27 + "10.3",
                    cure: Phrase(vi: "Ít nhất \(done.formatted(.word))", en: "At least \(done.formatted())")
                )
            )
        }
        return faults
    }
}
