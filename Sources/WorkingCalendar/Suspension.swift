public import CanonicalJSON
public import LifecycleModel

/// A time during which a clock stands still, such as a dossier that was sent back for correction.
public struct Suspension: Sendable, Hashable {
    /// The first day that does not count.
    public let from: CivilDate
    /// The day on which the clock runs again; a suspension that ends before it begins holds no day.
    public let until: CivilDate
    /// Why the clock stands, for people.
    public let reason: Phrase?

    /// A suspension of the days from `from` up to, not including, `until`.
    public init(from: CivilDate, until: CivilDate, reason: Phrase? = nil) {
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// Whether the clock stands on a day.
    public func contains(_ date: CivilDate) -> Bool {
        from <= date && date < until
    }
}

extension Suspension: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            from: try json.value(at: "from"),
            until: try json.value(at: "until"),
            reason: try json.optionalValue(at: "reason")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        var object: JSONObject = ["from": from.json, "until": until.json]
        object["reason"] = reason?.json
        return .object(object)
    }
}

extension [Suspension] {
    /// The suspended days as disjoint spans in order, so that a day suspended twice stands still once.
    var spans: [Range<CivilDate>] {
        var spans: [Range<CivilDate>] = []
        for suspension in filter({ $0.from < $0.until }).sorted(by: { $0.from < $1.from }) {
            if let last = spans.last, suspension.from <= last.upperBound {
                spans[spans.count - 1] = last.lowerBound..<Swift.max(last.upperBound, suspension.until)
            } else {
                spans.append(suspension.from..<suspension.until)
            }
        }
        return spans
    }
}
