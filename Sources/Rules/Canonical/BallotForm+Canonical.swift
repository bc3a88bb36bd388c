public import CanonicalJSON
import LifecycleModel

extension BallotForm: JSONRepresentable {
    /// Reads `{label, form?, for?, basis?, standing}` with `scores` and `step`, `items`, `ratings` or `choice`.
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
            fits: try Self.fits(json),
            content: content,
            basis: try json.optionalString(at: "basis"),
            standing: try json.word(at: "standing")
        )
    }

    private static func json(_ tasks: [String: [String]]) -> JSONValue {
        var object: JSONObject = [:]
        for (name, values) in tasks { object.add(name, values) }
        return .object(object)
    }

    private static func fits(_ json: JSONValue) throws(JSONShapeFault) -> [[String: [String]]] {
        var fits: [[String: [String]]] = []
        for tasks in try json.optionalMember("for", expected: "an array", { $0.array }) ?? [] {
            var values: [String: [String]] = [:]
            for name in tasks.object?.keys.sorted() ?? [] { values[name] = try tasks.strings(at: name) }
            fits.append(values)
        }
        return fits
    }

    /// `{label, form?, for?, basis?, standing}` with `scores` and `step`, `items`, `ratings` or `choice`.
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
        if !fits.isEmpty { object["for"] = .array(fits.map(Self.json)) }
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
