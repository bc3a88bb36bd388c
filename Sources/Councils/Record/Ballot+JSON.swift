public import CanonicalJSON
import LifecycleModel

extension Ballot.Marks: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let object = json.object, object.count == 1, let key = object.keys.first, let value = object[key] else {
            throw JSONShapeFault(path: "", expected: "the marks of a ballot", found: json.canonicalText)
        }
        switch key {
        case "scores": self = .scores(try value.entries(of: "a score") { json throws(JSONShapeFault) in try Fraction(json: json) })
        case "items": self = .items(try value.entries(of: "true or false") { $0.bool })
        case "ratings": self = .ratings(try json.value(at: "ratings"))
        case "in_favour": self = .choice(try json.bool(at: "in_favour"))
        case "blank": self = .blank
        case "irregular": self = .irregular(try json.string(at: "irregular"))
        default: throw JSONShapeFault(path: key, expected: "the marks of a ballot", found: "‘\(key)’")
        }
    }

    /// The stored form, an object with one key that says what it is.
    public var json: JSONValue {
        switch self {
        case .scores(let scores): ["scores": .entries(scores, \.json)]
        case .items(let items): ["items": .entries(items, JSONValue.bool)]
        case .ratings(let ratings): ["ratings": ratings.json]
        case .choice(let inFavour): ["in_favour": .bool(inFavour)]
        case .blank: ["blank": true]
        case .irregular(let fault): ["irregular": .string(fault)]
        }
    }
}

extension ProductRatings: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let products = try json.member("products", expected: "an object") { $0 }
        self.init(
            products: try products.entries(of: "ratings") { json throws(JSONShapeFault) in try Marks(json: json) },
            report: try json.member("report", expected: "a rating", Rating.init(json:)),
            overall: try json.member("overall", expected: "a rating", Rating.init(json:))
        )
    }

    /// The stored form.
    public var json: JSONValue {
        ["products": .entries(products, \.json), "report": .string(report.rawValue), "overall": .string(overall.rawValue)]
    }
}

extension ProductRatings.Marks: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let ratings = try json.member("ratings", expected: "an object") { $0 }
        self.init(try ratings.entries(of: "a rating", Rating.init(json:)), reached: try json.optionalValue(at: "reached"))
    }

    /// The stored form; what is not there is left out.
    public var json: JSONValue {
        var object: JSONObject = ["ratings": .entries(ratings) { .string($0.rawValue) }]
        object["reached"] = reached?.json
        return .object(object)
    }
}

extension Rating {
    fileprivate init?(json: JSONValue) {
        guard let rating = json.string.flatMap(Rating.init) else { return nil }
        self = rating
    }
}

extension JSONValue {
    /// An object of these entries, by name.
    fileprivate static func entries<Value>(_ entries: [String: Value], _ json: (Value) -> JSONValue) -> JSONValue {
        .object(JSONObject(entries.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) }))
    }

    /// The members of this object, each read; nil for what cannot be taken.
    fileprivate func entries<Value>(of expected: String, _ read: (JSONValue) -> Value?) throws(JSONShapeFault) -> [String: Value] {
        try entries(of: expected) { json throws(JSONShapeFault) in
            guard let value = read(json) else { throw JSONShapeFault(path: "", expected: expected, found: json.canonicalText) }
            return value
        }
    }

    fileprivate func entries<Value>(
        of expected: String,
        _ read: (JSONValue) throws(JSONShapeFault) -> Value
    ) throws(JSONShapeFault) -> [String: Value] {
        guard let object else { throw JSONShapeFault(path: "", expected: "an object of \(expected)", found: typeName) }
        var entries: [String: Value] = [:]
        for key in object.keys {
            do throws(JSONShapeFault) { entries[key] = try read(object[key] ?? .null) } catch { throw error.inside(key) }
        }
        return entries
    }
}
