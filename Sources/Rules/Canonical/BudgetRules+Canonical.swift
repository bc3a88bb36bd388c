public import CanonicalJSON
import LifecycleModel

extension BudgetRules: JSONRepresentable {
    /// Reads the members named as in rule files.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            items: try json.values(at: "items"),
            normsFrom: try json.optionalValue(at: "norms-from"),
            limits: try json.values(at: "limits"),
            labour: try json.optionalValue(at: "labour"),
            fees: try json.dictionary(at: "fees", of: FeeTable.self).mapValues(\.fees),
            assetShare: try json.optionalValue(at: "final-product-asset-share"),
            assetMoney: try json.optionalValue(at: "final-product-asset-money"),
            firstAdvance: try json.optionalValue(at: "first-advance"),
            clearedBeforeNext: try json.optionalValue(at: "cleared-before-next"),
            hostFundShare: try json.optionalValue(at: "host-fund-share"),
            recovery: try json.amounts(at: "recovery"),
            clearingDeadline: try json.optionalString(at: "clearing-deadline"),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// The members named as in rule files.
    public var json: JSONValue {
        var object = JSONObject()
        object.add("items", items)
        object["norms-from"] = normsFrom?.json
        object.add("limits", limits)
        object["labour"] = labour?.json
        object.add("fees", fees.mapValues(FeeTable.init))
        object["final-product-asset-share"] = assetShare?.json
        object["final-product-asset-money"] = assetMoney?.json
        object["first-advance"] = firstAdvance?.json
        object["cleared-before-next"] = clearedBeforeNext?.json
        object["host-fund-share"] = hostFundShare?.json
        object.add("recovery", Dictionary(byWord: recovery))
        object.add("clearing-deadline", clearingDeadline)
        object.add("basis", basis)
        return .object(object)
    }
}

extension BudgetRules.Item: JSONRepresentable {
    /// Reads `{id, label, lump-sum?, asset?, basis?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            id: try json.string(at: "id"),
            label: try json.value(at: "label"),
            mayBeLumpSum: try json.isTrue(at: "lump-sum"),
            isAsset: try json.isTrue(at: "asset"),
            isFixed: try json.isTrue(at: "fixed"),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// `{id, label, lump-sum?, asset?, basis?}`.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "label": label.json]
        object.add("lump-sum", ifTrue: mayBeLumpSum)
        object.add("asset", ifTrue: isAsset)
        object.add("fixed", ifTrue: isFixed)
        object.add("basis", basis)
        return .object(object)
    }
}

extension BudgetRules.Limit: JSONRepresentable {
    /// Reads `{id, label, of, at-most, share-of?, justifiable?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            id: try json.string(at: "id"),
            label: try json.value(at: "label"),
            items: try json.strings(at: "of"),
            most: try json.value(at: "at-most"),
            whole: try json.optionalValue(at: "share-of"),
            isJustifiable: try json.isTrue(at: "justifiable")
        )
    }

    /// `{id, label, of, at-most, share-of?, justifiable?}`.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "label": label.json, "at-most": most.json]
        object.add("of", items)
        object["share-of"] = whole?.json
        object.add("justifiable", ifTrue: isJustifiable)
        return .object(object)
    }
}

extension BudgetRules.Limit.Whole: JSONRepresentable {
    /// Reads `total`, `state` or a list of items.
    public init(json: JSONValue) throws(JSONShapeFault) {
        switch json.string {
        case "total"?: self = .total
        case "state"?: self = .state
        default:
            self = .items(try JSONValue.object(["items": json]).strings(at: "items"))
        }
    }

    /// `total`, `state` or a list of items.
    public var json: JSONValue {
        switch self {
        case .total: "total"
        case .state: "state"
        case .items(let items): .array(items.map(JSONValue.string))
        }
    }
}

extension BudgetRules.Labour: JSONRepresentable {
    /// Reads `{item, month, coefficients}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            item: try json.string(at: "item"),
            month: try json.value(at: "month"),
            coefficients: try json.amounts(at: "coefficients")
        )
    }

    /// `{item, month, coefficients}`.
    public var json: JSONValue {
        var object: JSONObject = ["item": .string(item), "month": month.json]
        object.add("coefficients", Dictionary(byWord: coefficients))
        return .object(object)
    }
}

/// What one kind of council costs.
private struct FeeTable: JSONRepresentable {
    let fees: [BudgetRules.Fee: Amount]

    init(fees: [BudgetRules.Fee: Amount]) {
        self.fees = fees
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        fees = try JSONValue.object(["fees": json]).amounts(at: "fees")
    }

    var json: JSONValue { Dictionary(byWord: fees).json }
}

extension [String: Amount] {
    /// Amounts by the words of a closed set.
    fileprivate init<Word: RawRepresentable<String>>(byWord amounts: [Word: Amount]) {
        self.init(amounts.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
    }
}

extension JSONValue {
    /// Amounts by the words of a closed set; none when absent.
    fileprivate func amounts<Word: RawRepresentable<String> & Hashable>(at key: String) throws(JSONShapeFault) -> [Word: Amount] {
        var amounts: [Word: Amount] = [:]
        for (text, amount) in try dictionary(at: key, of: Amount.self) {
            guard let word = Word(rawValue: text) else { throw JSONShapeFault(path: key, expected: "a known word", found: "‘\(text)’") }
            amounts[word] = amount
        }
        return amounts
    }
}
