public import CanonicalJSON

extension Fraction: JSONRepresentable {
    /// Reads a whole number, or text `25/2`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        if let whole = json.int {
            self.init(whole)
            return
        }
        let parts = (json.string ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let above = Int64(parts[0]), let below = Int64(parts[1]), below > 1,
            let fraction = try? Fraction(above, over: below)
        else {
            throw JSONShapeFault(path: "", expected: "a whole number or a fraction such as \"25/2\"", found: json.canonicalText)
        }
        self = fraction
    }

    /// A whole number as such, any other exactly: `"25/2"`.
    public var json: JSONValue {
        isWhole ? .int(numerator) : .string(exactText)
    }
}
