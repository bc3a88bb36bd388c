public import LifecycleModel
import Rules

/// Holds an estimate against the rules and gives every fault at once, each with the figure that would be right.
public struct EstimateCheck {
    private let law: BudgetLaw
    private let listedOn: CivilDate?

    /// Prepares a check.
    ///
    /// - Parameter listedOn: the day the task was put on the ordered list, on which the norms that hold for it depend.
    public init(_ law: BudgetLaw, listedOn: CivilDate?) {
        self.law = law
        self.listedOn = listedOn
    }

    /// The faults of an estimate; none when it stands.
    ///
    /// - Throws: `Refusal` when a sum does not fit in 64 bits or the rules lack a number.
    public func faults(of estimate: Estimate) throws(Refusal) -> [Blocker] {
        guard !estimate.lines.isEmpty else {
            return [Blocker(code: "estimate-empty", message: Phrase(vi: "Dự toán không có dòng nào", en: "The estimate has no line"))]
        }
        var faults = faultsOfLines(estimate) + faultsOfMixing(estimate)
        faults += try faultsOfTotals(estimate)
        faults += try faultsOfMode(estimate)
        if law.normsHold(listedOn: listedOn) ?? true {
            faults += try faultsOfLimits(estimate)
            faults += try LabourCheck(law).faults(of: estimate)
        }
        return faults
    }

    private func faultsOfLines(_ estimate: Estimate) -> [Blocker] {
        var faults: [Blocker] = []
        var seen: Set<BudgetLine> = []
        for line in estimate.lines {
            let label = law.label(of: line.item)
            func fault(_ code: String, _ vi: String, _ en: String, basis: String? = nil, cure: Phrase? = nil) {
                let place = Phrase(vi: "\(label.vi), năm \(line.year): ", en: "\(label[.en]), \(line.year): ")
                faults.append(Blocker(code: code, message: place + Phrase(vi: vi, en: en), basis: basis, cure: cure))
            }
            var key = line
            key.amount = .zero
            if !seen.insert(key).inserted {
                fault("line-twice", "có hai dòng cùng nội dung, năm và nguồn", "two lines have the same item, year and source")
            }
            if line.amount <= .zero { fault("amount-not-positive", "số tiền phải lớn hơn 0", "the amount must be above 0") }
            if !BudgetLine.years.contains(line.year) { fault("year-impossible", "năm không hợp lệ", "the year is impossible") }
            guard let item = law.rules.item(line.item) else {
                fault(
                    "item-unknown",
                    "không có nội dung chi ‘\(line.item)’",
                    "there is no item ‘\(line.item)’",
                    cure: VietnameseText.nearest(to: line.item, among: law.rules.items.map(\.id)).first.map {
                        Phrase(vi: "Có phải ý bạn là: \($0)?", en: "Did you mean: \($0)?")
                    }
                )
                continue
            }
            if line.isLumpSum, line.source != .state {
                fault("lump-sum-not-state", "chỉ giao khoán kinh phí ngân sách nhà nước", "only state money is lump-summed")
            }
            guard line.source == .state else { continue }
            switch estimate.mode {
            case .partial where line.isLumpSum && !item.mayBeLumpSum:
                fault(
                    "item-never-lump-sum",
                    "nội dung này không được giao khoán; số được khoán đúng là 0",
                    "this item is never lump-summed; the right lump sum is 0",
                    basis: item.basis,
                    cure: Phrase(vi: "Ghi là không khoán", en: "State it outside the lump sum")
                )
            case .finalProduct where !line.isLumpSum:
                fault(
                    "final-product-whole",
                    "khoán đến sản phẩm cuối cùng thì phải khoán toàn bộ: \(line.amount.formatted(.word))",
                    "a lump sum to the final product covers all of it: \(line.amount.formatted())",
                    basis: law.rules.basis
                )
            case .partial, .finalProduct: break
            }
        }
        return faults
    }

    /// State money for an item is lump-summed in all its years or in none: what is cleared of it goes to one part.
    private func faultsOfMixing(_ estimate: Estimate) -> [Blocker] {
        let state = estimate.lines.filter { $0.source == .state }
        let both = Set(state.filter(\.isLumpSum).map(\.item)).intersection(state.filter { !$0.isLumpSum }.map(\.item))
        return both.sorted().map { item in
            let label = law.label(of: item)
            return Blocker(
                code: "item-in-both",
                message: Phrase(
                    vi: "«\(label.vi)» vừa khoán vừa không khoán; một nội dung chỉ theo một cách trong mọi năm",
                    en: "“\(label[.en])” is lump-summed and is not; an item goes one way in all years"
                ),
                basis: law.rules.basis
            )
        }
    }

    private func faultsOfTotals(_ estimate: Estimate) throws(Refusal) -> [Blocker] {
        var faults: [Blocker] = []
        for (source, stated) in estimate.stated.sorted(by: { $0.key < $1.key }) {
            let sum = try estimate.total(of: source)
            guard sum != stated else { continue }
            let gap = try stated.minus(sum)
            faults.append(
                Blocker(
                    code: "total-differs",
                    message: Phrase(
                        vi: "Tổng \(source.phrase.vi) ghi \(stated.formatted(.word)) nhưng các dòng cộng lại \(sum.formatted(.word)) "
                            + "(lệch \(gap.formatted(.word)))",
                        en: "The total of \(source.phrase[.en]) is given as \(stated.formatted()) but the lines come to \(sum.formatted()) "
                            + "(off by \(gap.formatted()))"
                    ),
                    cure: Phrase(vi: "Số đúng: \(sum.formatted(.word))", en: "The right figure: \(sum.formatted())")
                )
            )
        }
        return faults
    }

    /// A lump sum to the final product only with few assets (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 6.1c).
    func faultsOfMode(_ estimate: Estimate) throws(Refusal) -> [Blocker] {
        guard estimate.mode == .finalProduct else { return [] }
        var faults: [Blocker] = []
        let assets = try estimate.assets(under: law.rules)
        func check(_ code: String, _ most: Dong, _ number: LegalNumber) {
            guard assets > most else { return }
            faults.append(
                Blocker(
                    code: code,
                    message: Phrase(
                        vi:
                            "Tài sản và đoàn ra \(assets.formatted(.word)) vượt mức \(most.formatted(.word)) của khoán đến sản phẩm cuối cùng",
                        en:
                            "Assets and missions abroad at \(assets.formatted()) are above \(most.formatted()), the most for a final product"
                    ),
                    basis: number.basis,
                    cure: Phrase(vi: "Đề xuất khoán từng phần", en: "Propose a partial lump sum")
                )
            )
        }
        if let amount = law.rules.assetShare {
            let number = try law.number(amount)
            check("assets-share", try estimate.total(of: .state).share(number.value).whole, number)
        }
        if let amount = law.rules.assetMoney {
            let number = try law.number(amount)
            check("assets-money", Dong(number.value.floor), number)
        }
        return faults
    }

    private func faultsOfLimits(_ estimate: Estimate) throws(Refusal) -> [Blocker] {
        var faults: [Blocker] = []
        for limit in law.rules.limits {
            let number = try law.number(limit.most)
            let planned = try estimate.lines.total { limit.items.contains($0.item) }
            let most: Dong
            if let whole = limit.whole {
                let base =
                    switch whole {
                    case .total: try estimate.lines.total()
                    case .state: try estimate.total(of: .state)
                    case .items(let items): try estimate.lines.total { items.contains($0.item) }
                    }
                most = try base.share(number.value).whole
            } else {
                most = Dong(number.value.floor)
            }
            let hasReason = limit.isJustifiable && !(estimate.reasons[limit.id] ?? "").isEmpty
            guard planned > most, !hasReason else { continue }
            let cure =
                limit.isJustifiable
                ? Phrase(
                    vi: "Nhiều nhất \(most.formatted(.word)), hoặc giải trình lý do (--reason \(limit.id)=…)",
                    en: "At most \(most.formatted()), or give the reason (--reason \(limit.id)=…)"
                ) : Phrase(vi: "Nhiều nhất \(most.formatted(.word))", en: "At most \(most.formatted())")
            faults.append(
                Blocker(
                    code: limit.id,
                    message: Phrase(
                        vi: "\(limit.label.vi): \(planned.formatted(.word)), nhiều nhất \(most.formatted(.word))",
                        en: "\(limit.label[.en]): \(planned.formatted()), at most \(most.formatted())"
                    ),
                    basis: number.basis,
                    cure: cure
                )
            )
        }
        return faults
    }
}
