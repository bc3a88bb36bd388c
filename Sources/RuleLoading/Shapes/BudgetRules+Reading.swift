import LifecycleModel
import Rules

extension BudgetRules {
    /// Reads the block `budget` of a regime.
    init(_ cursor: Cursor) {
        let fields = cursor.fields(
            "items",
            "norms-from",
            "limits",
            "labour",
            "fees",
            "final-product-asset-share",
            "final-product-asset-money",
            "first-advance",
            "cleared-before-next",
            "host-fund-share",
            "recovery",
            "clearing-deadline",
            "basis"
        )
        var fees: [String: [Fee: Amount]] = [:]
        for (kind, value) in fields.optional("fees")?.entries(.kebab) ?? [] { fees[kind] = value.amounts() }
        self.init(
            items: fields.required("items")?.collect { Item($0) } ?? [],
            normsFrom: fields.optional("norms-from")?.ruledNumber(),
            limits: fields.optional("limits")?.collect { Limit($0) } ?? [],
            labour: fields.optional("labour").map { Labour($0) },
            fees: fees,
            assetShare: fields.optional("final-product-asset-share")?.ruledNumber(),
            assetMoney: fields.optional("final-product-asset-money")?.ruledNumber(),
            firstAdvance: fields.optional("first-advance")?.ruledNumber(),
            clearedBeforeNext: fields.optional("cleared-before-next")?.ruledNumber(),
            hostFundShare: fields.optional("host-fund-share")?.ruledNumber(),
            recovery: fields.optional("recovery")?.amounts() ?? [:],
            clearingDeadline: fields.optionalText("clearing-deadline"),
            basis: fields.optionalText("basis")
        )
    }
}

extension BudgetRules.Item {
    /// Reads `{id, label, lump-sum?, asset?, basis?}`.
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("id", "label", "lump-sum", "asset", "fixed", "basis")
        guard fields.isMapping else { return nil }
        self.init(
            id: fields.name("id", .kebab),
            label: fields.label,
            mayBeLumpSum: fields.optional("lump-sum")?.flag() ?? false,
            isAsset: fields.optional("asset")?.flag() ?? false,
            isFixed: fields.optional("fixed")?.flag() ?? false,
            basis: fields.optionalText("basis")
        )
    }
}

extension BudgetRules.Limit {
    /// Reads `{id, label, of, at-most, share-of?, justifiable?}`.
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("id", "label", "of", "at-most", "share-of", "justifiable")
        guard let most = fields.required("at-most")?.ruledNumber() else { return nil }
        self.init(
            id: fields.name("id", .kebab),
            label: fields.label,
            items: fields.required("of")?.texts() ?? [],
            most: most,
            whole: fields.optional("share-of").flatMap { Whole($0) },
            isJustifiable: fields.optional("justifiable")?.flag() ?? false
        )
    }
}

extension BudgetRules.Limit.Whole {
    /// Reads `total`, `state` or a list of items.
    fileprivate init?(_ cursor: Cursor) {
        guard cursor.node.scalar != nil else {
            self = .items(cursor.texts())
            return
        }
        switch cursor.text() {
        case "total"?: self = .total
        case "state"?: self = .state
        case let word?:
            cursor.unknownWord(word, among: ["total", "state"])
            return nil
        case nil: return nil
        }
    }
}

extension BudgetRules.Labour {
    /// Reads `{item, month, coefficients}`.
    fileprivate init(_ cursor: Cursor) {
        let fields = cursor.fields("item", "month", "coefficients")
        self.init(
            item: fields.text("item"),
            month: fields.required("month")?.ruledNumber() ?? .number(0),
            coefficients: fields.required("coefficients")?.amounts() ?? [:]
        )
    }
}

extension Cursor {
    /// Amounts by the words of a closed set.
    fileprivate func amounts<Word: RawRepresentable<String> & CaseIterable & Hashable>() -> [Word: Amount] {
        var amounts: [Word: Amount] = [:]
        for (text, value) in entries(.kebab) {
            if let word = Word(rawValue: text) {
                amounts[word] = value.ruledNumber()
            } else {
                value.unknownWord(text, among: Word.allCases.map(\.rawValue))
            }
        }
        return amounts
    }
}
