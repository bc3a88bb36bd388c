public import CanonicalJSON
import LifecycleModel

extension Subject: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        func flag(_ key: String) throws(JSONShapeFault) -> Bool? {
            try json.optionalMember(key, expected: "true or false") { $0.bool }
        }
        self.init(
            id: try json.string(at: "id"),
            label: try json.value(at: "label"),
            form: try json.string(at: "form"),
            products: try json.values(at: "products"),
            mustFail: try json.optionalValue(at: "must_fail"),
            isOfProposer: try flag("of_proposer") ?? false,
            stateMoney: try json.optionalInt(at: "state_money").map { Dong($0) },
            wasExcellentBefore: try flag("excellent_before"),
            isOfHost: try flag("of_host") ?? false
        )
    }

    /// The stored form; what is not there is left out.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "label": (recordedLabel ?? label).json, "form": .string(form)]
        object["products"] = products.isEmpty ? nil : products.json
        object["must_fail"] = mustFail?.json
        object["of_proposer"] = isOfProposer ? true : nil
        object["state_money"] = stateMoney.map { .int($0.amount) }
        object["excellent_before"] = wasExcellentBefore.map(JSONValue.bool)
        object["of_host"] = isOfHost ? true : nil
        return .object(object)
    }
}

extension Subject.Product: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(id: try json.string(at: "id"), label: try json.value(at: "label"))
    }

    /// The stored form.
    public var json: JSONValue { ["id": .string(id), "label": label.json] }
}

extension Subject.MustFail: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(reason: try json.value(at: "reason"), basis: try json.optionalString(at: "basis"))
    }

    /// The stored form.
    public var json: JSONValue { ["reason": reason.json, "basis": JSONValue(basis)] }
}
