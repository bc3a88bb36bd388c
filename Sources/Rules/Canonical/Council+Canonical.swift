public import CanonicalJSON

extension Council: JSONRepresentable {
    /// Reads `{least, most, quorum, seats?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            least: try json.value(at: "least"),
            most: try json.value(at: "most"),
            quorum: try json.string(at: "quorum"),
            seats: try json.dictionary(at: "seats")
        )
    }

    /// `{least, most, quorum, seats?}`.
    public var json: JSONValue {
        var object: JSONObject = ["least": least.json, "most": most.json, "quorum": .string(quorum)]
        object.add("seats", seats)
        return .object(object)
    }
}

extension Amount: JSONRepresentable {
    /// Reads a number, or a text `param.name`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        if let number = json.int {
            self = .number(Int(clamping: number))
        } else if let text = json.string, text.hasPrefix(Amount.prefix) {
            self = .parameter(String(text.dropFirst(Amount.prefix.count)))
        } else {
            throw JSONShapeFault(path: "", expected: "a number or a parameter", found: nil)
        }
    }

    /// A number, or a text `param.name`.
    public var json: JSONValue {
        switch self {
        case .number(let number): JSONValue(number)
        case .parameter(let name): .string(Amount.prefix + name)
        }
    }
}
