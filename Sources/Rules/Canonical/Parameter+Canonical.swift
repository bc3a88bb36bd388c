public import CanonicalJSON
import LifecycleModel

extension Parameter: JSONRepresentable {
    /// Reads `{label, unit, value, basis?, standing}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let unit = try json.word(at: "unit", of: Unit.self)
        let value: Value
        switch unit {
        case .fraction:
            let parts = try json.member("value", expected: "a numerator and a denominator") { value -> [Int64]? in
                let parts = value.array?.compactMap(\.int) ?? []
                return parts.count == 2 ? parts : nil
            }
            value = .fraction(parts[0], parts[1])
        case .date: value = .date(try json.value(at: "value"))
        case .flag: value = .flag(try json.bool(at: "value"))
        default: value = .integer(try json.int(at: "value"))
        }
        self.init(
            value: value,
            unit: unit,
            label: try json.value(at: "label"),
            basis: try json.optionalString(at: "basis"),
            standing: try json.word(at: "standing")
        )
    }

    /// `{label, unit, value, basis?, standing}`; the unit says how the value is written.
    public var json: JSONValue {
        let number: JSONValue =
            switch value {
            case .integer(let value): .int(value)
            case .fraction(let numerator, let denominator): [.int(numerator), .int(denominator)]
            case .date(let date): date.json
            case .flag(let flag): .bool(flag)
            }
        var object: JSONObject = [
            "label": label.json, "unit": .string(unit.rawValue), "value": number, "standing": .string(standing.rawValue),
        ]
        object.add("basis", basis)
        return .object(object)
    }
}

extension Fact: JSONRepresentable {
    /// Reads `{type, label, choices?, since?, proves?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            type: try json.word(at: "type"),
            label: try json.value(at: "label"),
            choices: try json.values(at: "choices"),
            since: try json.optionalWord(at: "since"),
            proves: try json.optionalWord(at: "proves")
        )
    }

    /// `{type, label, choices?, since?, proves?}`.
    public var json: JSONValue {
        var object: JSONObject = ["type": .string(type.rawValue), "label": label.json]
        object.add("choices", choices)
        object.add("since", since?.rawValue)
        object.add("proves", proves?.rawValue)
        return .object(object)
    }
}

extension Fact.Choice: JSONRepresentable {
    /// Reads `{value, label}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(value: try json.string(at: "value"), label: try json.value(at: "label"))
    }

    /// `{value, label}`.
    public var json: JSONValue { ["value": .string(value), "label": label.json] }
}
