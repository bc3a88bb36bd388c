public import CanonicalJSON
import LifecycleModel

extension BallotForm: JSONRepresentable {
    /// Reads `{label, form?, basis?, standing}` with `scores` and `step`, `items`, `ratings` or `choice`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let content: Content
        if try json.optionalMember("scores", expected: "an array", { $0.array }) != nil {
            content = .scores(try json.values(at: "scores"), step: try json.value(at: "step"))
        } else if try json.optionalMember("items", expected: "an array", { $0.array }) != nil {
            content = .items(try json.values(at: "items"))
        } else if let ratings: Ratings = try json.optionalValue(at: "ratings") {
            content = .ratings(ratings)
        } else {
            content = .choice
        }
        self.init(
            label: try json.value(at: "label"),
            form: try json.optionalString(at: "form"),
            content: content,
            basis: try json.optionalString(at: "basis"),
            standing: try json.word(at: "standing")
        )
    }

    /// `{label, form?, basis?, standing}` with `scores` and `step`, `items`, `ratings` or `choice`.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json, "standing": .string(standing.rawValue)]
        switch content {
        case .scores(let criteria, let step):
            object["scores"] = criteria.json
            object["step"] = step.json
        case .items(let items): object["items"] = items.json
        case .ratings(let ratings): object["ratings"] = ratings.json
        case .choice: object["choice"] = true
        }
        object.add("form", form)
        object.add("basis", basis)
        return .object(object)
    }
}

extension BallotForm.Criterion: JSONRepresentable {
    /// Reads `{id, label, most, decides-ties?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            id: try json.string(at: "id"),
            label: try json.value(at: "label"),
            most: Int(clamping: try json.int(at: "most")),
            decidesTies: try json.isTrue(at: "decides-ties")
        )
    }

    /// `{id, label, most, decides-ties?}`.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "label": label.json, "most": JSONValue(most)]
        object.add("decides-ties", ifTrue: decidesTies)
        return .object(object)
    }
}

extension BallotForm.Item: JSONRepresentable {
    /// Reads `{id, label}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(id: try json.string(at: "id"), label: try json.value(at: "label"))
    }

    /// `{id, label}`.
    public var json: JSONValue { ["id": .string(id), "label": label.json] }
}

extension BallotForm.Ratings: JSONRepresentable {
    /// Reads `{quality?, quantity?, quantity-share}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            quality: try json.values(at: "quality"),
            quantity: try json.values(at: "quantity"),
            quantityShare: try json.value(at: "quantity-share")
        )
    }

    /// `{quality?, quantity?, quantity-share}`.
    public var json: JSONValue {
        var object: JSONObject = ["quantity-share": quantityShare.json]
        object.add("quality", quality)
        object.add("quantity", quantity)
        return .object(object)
    }
}
