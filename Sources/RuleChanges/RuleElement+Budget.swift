import CanonicalJSON
import LifecycleModel
import Rules

extension RuleWords {
    /// What the regime says of money, by place: items, limits, and the figures of the whole block.
    var budget: [String: RuleElement] {
        guard let budget = regime.budget else { return [:] }
        var elements: [RuleElement] = [RuleElement(figuresOf: budget, self)]
        elements += budget.items.map { RuleElement(item: $0) }
        elements += budget.limits.map { RuleElement(limit: $0, self) }
        return Dictionary(elements.map { ($0.path, $0) }) { first, _ in first }
    }
}

extension RuleElement {
    /// An item of an estimate.
    fileprivate init(item: BudgetRules.Item) {
        let lump =
            item.mayBeLumpSum
            ? Phrase(vi: "được giao khoán", en: "may be lump-summed") : Phrase(vi: "không được giao khoán", en: "never lump-summed")
        self.init(
            part: .budget,
            path: "budget/items/\(item.id)",
            subject: .named(item.id, item.label),
            summary: lump,
            basis: item.basis,
            aspects: [
                .label(item.label), .one("lump-sum", "giao khoán", "lump sum", "\(item.mayBeLumpSum)", lump),
                .one("fixed", "giữ nguyên sau phê duyệt", "fixed once approved", item.isFixed ? "true" : nil, Phrase(vi: "có", en: "yes")),
                .one("asset", "tính là tài sản hoặc đoàn ra", "counts as asset", item.isAsset ? "true" : nil, Phrase(vi: "có", en: "yes")),
                .basis(item.basis),
            ]
        )
    }

    /// A limit.
    fileprivate init(limit: BudgetRules.Limit, _ words: RuleWords) {
        self.init(
            part: .budget,
            path: "budget/limits/\(limit.id)",
            subject: .named(limit.id, limit.label),
            summary: words.amount(limit.most),
            basis: words.basis(of: limit.most),
            aspects: [
                .label(limit.label), .one("at-most", "không quá", "at most", words.key(limit.most), words.amount(limit.most)),
                .one("of", "của", "of", limit.items.joined(separator: ", ")),
                .one("share-of", "tính trên", "share of", limit.whole?.json.canonicalText),
                .one(
                    "justifiable",
                    "được vượt khi có giải trình",
                    "may be exceeded with a reason",
                    limit.isJustifiable ? "true" : nil,
                    Phrase(vi: "có", en: "yes")
                ),
            ]
        )
    }

    /// Labour, fees and shares.
    fileprivate init(figuresOf budget: BudgetRules, _ words: RuleWords) {
        func items<Word: RawRepresentable<String>>(_ amounts: [Word: Amount]) -> [Item] {
            amounts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                Item("\($0.key.rawValue) \(words.key($0.value))", Phrase(vi: "\($0.key.rawValue): ") + words.amount($0.value))
            }
        }
        func number(_ key: String, _ vi: String, _ en: String, _ amount: Amount?) -> Aspect {
            .one(key, vi, en, amount.map(words.key), amount.map(words.amount))
        }
        let title = Phrase(vi: "Mức chi và tỷ lệ", en: "Rates and shares")
        self.init(
            part: .budget,
            path: "budget",
            subject: title,
            summary: title,
            basis: budget.basis,
            aspects: [
                number("norms-from", "định mức áp dụng từ", "norms hold from", budget.normsFrom),
                number(
                    "final-product-asset-share",
                    "tài sản và đoàn ra khi khoán đến sản phẩm cuối cùng",
                    "assets under a final product",
                    budget.assetShare
                ),
                number("final-product-asset-money", "mức tiền tài sản và đoàn ra", "most for assets", budget.assetMoney),
                number("first-advance", "tạm ứng lần đầu", "first advance", budget.firstAdvance),
                number("cleared-before-next", "đã thanh toán trước khi tạm ứng tiếp", "cleared before the next", budget.clearedBeforeNext),
                number("host-fund-share", "trích quỹ của tổ chức chủ trì", "share of the host's fund", budget.hostFundShare),
                .one("clearing-deadline", "thời hạn thanh toán hết tạm ứng", "deadline of clearing", budget.clearingDeadline),
                .many("recovery", "mức thu hồi", "recovery", items(budget.recovery)),
                number("month", "công một tháng của chủ nhiệm", "the investigator's month", budget.labour?.month),
                .many("coefficients", "hệ số chức danh", "coefficients", items(budget.labour?.coefficients ?? [:])),
            ]
                + budget.fees.sorted { $0.key < $1.key }.map { kind, fees in
                    let council = words.council(kind) ?? Phrase(vi: kind)
                    return Aspect(key: "fees/\(kind)", name: Phrase(vi: "mức chi: ", en: "fees: ") + council, items: items(fees))
                } + [.basis(budget.basis)]
        )
    }
}

extension RuleWords {
    /// The article of the parameter that a number stands in.
    fileprivate func basis(of amount: Amount) -> String? {
        guard case .parameter(let name) = amount else { return nil }
        return regime.parameters[name]?.basis
    }
}
