public import CanonicalJSON
import LifecycleModel
import Rules

extension BudgetHappening {
    /// Its facts, as the log keeps them.
    public var payload: JSONValue {
        switch self {
        case .estimated(let estimate): estimate.json
        case .allotted(let year, let amount), .allotmentCut(let year, let amount):
            ["year": JSONValue(year), "amount": amount.json]
        case .rolledOver(let from, let to, let amount): ["from": JSONValue(from), "to": JSONValue(to), "amount": amount.json]
        case .advanced(let number, let year, let amount):
            ["advance": .int(number), "year": JSONValue(year), "amount": amount.json]
        case .volumeReported(let number, let amount), .givenBack(let number, let amount):
            ["advance": .int(number), "amount": amount.json]
        case .cleared(let number, let lines): ["advance": .int(number), "lines": lines.json]
        case .moved(let moves, let reason): ["moves": moves.json, "reason": .string(reason)]
        case .setOutside(let lines, let reason): ["lines": lines.json, "reason": .string(reason)]
        case .spent(let year, let received, let lines):
            ["year": JSONValue(year), "received": received.json, "lines": lines.json]
        case .spentAnew(let year, let received, let lines, let reason):
            ["year": JSONValue(year), "received": received.json, "lines": lines.json, "reason": .string(reason)]
        case .settled(let settlement): settlement.json
        case .recoveryDecided(let recovery): recovery.json
        case .recoveryPaid(let amount): ["amount": amount.json]
        }
    }

    /// Reads what the log keeps.
    public init(kind: String, payload: JSONValue) throws(JSONShapeFault) {
        let amount = { () throws(JSONShapeFault) -> Dong in try payload.value(at: "amount") }
        switch kind {
        case "estimate_recorded": self = .estimated(try Estimate(json: payload))
        case "money_allotted": self = .allotted(year: try payload.year(at: "year"), try amount())
        case "allotment_cut": self = .allotmentCut(year: try payload.year(at: "year"), try amount())
        case "allotment_rolled_over":
            self = .rolledOver(from: try payload.year(at: "from"), to: try payload.year(at: "to"), try amount())
        case "advance_paid":
            self = .advanced(number: try payload.int(at: "advance"), year: try payload.year(at: "year"), try amount())
        case "volume_reported": self = .volumeReported(number: try payload.int(at: "advance"), try amount())
        case "advance_cleared": self = .cleared(number: try payload.int(at: "advance"), try payload.values(at: "lines"))
        case "advance_given_back": self = .givenBack(number: try payload.int(at: "advance"), try amount())
        case "lump_sum_moved": self = .moved(try payload.values(at: "moves"), reason: try payload.string(at: "reason"))
        case "outside_set": self = .setOutside(try payload.values(at: "lines"), reason: try payload.string(at: "reason"))
        case "spending_reported":
            self = .spent(
                year: try payload.year(at: "year"),
                received: try payload.value(at: "received"),
                try payload.values(at: "lines")
            )
        case "spending_restated":
            self = .spentAnew(
                year: try payload.year(at: "year"),
                received: try payload.value(at: "received"),
                try payload.values(at: "lines"),
                reason: try payload.string(at: "reason")
            )
        case "budget_settled": self = .settled(try Settlement(json: payload))
        case "recovery_decided": self = .recoveryDecided(try Recovery(json: payload))
        case "recovery_paid": self = .recoveryPaid(try amount())
        default: throw JSONShapeFault(path: "", expected: "a happening of a budget", found: "‘\(kind)’")
        }
    }
}

extension BudgetLine: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            item: try json.string(at: "item"),
            year: try json.year(at: "year"),
            source: try json.word(at: "source", or: .state),
            amount: try json.value(at: "amount"),
            isLumpSum: json["lump_sum"]?.bool ?? false
        )
    }

    /// The stored form; state money and what is not lump-summed are not said.
    public var json: JSONValue {
        var object: JSONObject = ["item": .string(item), "year": JSONValue(year), "amount": amount.json]
        object["source"] = source == .state ? nil : .string(source.rawValue)
        object["lump_sum"] = isLumpSum ? true : nil
        return .object(object)
    }
}

extension BudgetMove: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            from: try json.string(at: "from"),
            to: try json.string(at: "to"),
            year: try json.year(at: "year"),
            amount: try json.value(at: "amount")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        ["from": .string(from), "to": .string(to), "year": JSONValue(year), "amount": amount.json]
    }
}

extension Estimate: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        var reasons: [String: String] = [:]
        for member in json["reasons"]?.object ?? JSONObject() { reasons[member.key] = member.value.string ?? "" }
        self.init(
            lines: try json.values(at: "lines"),
            mode: try json.word(at: "mode", or: .partial),
            labour: try json.values(at: "labour"),
            reasons: reasons
        )
    }

    /// The stored form; what is not there is left out, and so are stated totals, which agree with the lines.
    public var json: JSONValue {
        var object: JSONObject = ["mode": .string(mode.rawValue), "lines": lines.json]
        object["labour"] = labour.isEmpty ? nil : labour.json
        let given = reasons.sorted { $0.key < $1.key }.map { ($0.key, JSONValue.string($0.value)) }
        object["reasons"] = given.isEmpty ? nil : .object(JSONObject(given))
        return .object(object)
    }
}

extension LabourLine: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            title: try json.word(at: "title", or: .member),
            people: Int(clamping: try json.int(at: "people")),
            months: try json.value(at: "months"),
            rate: try json.value(at: "rate")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        ["title": .string(title.rawValue), "people": JSONValue(people), "months": months.json, "rate": rate.json]
    }
}

extension JSONValue {
    /// A budget year.
    func year(at key: String) throws(JSONShapeFault) -> Int {
        let year = try int(at: key)
        guard let year = Int(exactly: year), BudgetLine.years.contains(year) else {
            throw JSONShapeFault(path: key, expected: "a year", found: "\(year)")
        }
        return year
    }

    /// A word of a closed set, or what stands for a missing one.
    func word<Word: RawRepresentable<String>>(at key: String, or standing: Word) throws(JSONShapeFault) -> Word {
        guard let text = try optionalString(at: key) else { return standing }
        guard let word = Word(rawValue: text) else { throw JSONShapeFault(path: key, expected: "a known word", found: "‘\(text)’") }
        return word
    }
}
