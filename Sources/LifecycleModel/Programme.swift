public import CanonicalJSON

/// A programme of science tasks with goals over some years.
public struct Programme: Sendable, Hashable {
    /// The code.
    public let code: ProgrammeCode
    /// The name in full.
    public var name: String
    /// From its first to its last year.
    public var years: ClosedRange<Int>

    /// A programme.
    public init(code: ProgrammeCode, name: String, years: ClosedRange<Int>) {
        self.code = code
        self.name = name
        self.years = years
    }
}

extension Programme: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let first = try json.year(at: "first_year")
        let last = try json.year(at: "last_year")
        guard first <= last else {
            throw JSONShapeFault(path: "last_year", expected: "a year not before \(first)", found: "\(last)")
        }
        self.init(code: try json.value(at: "code"), name: try json.string(at: "name"), years: first...last)
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "code": code.json, "name": .string(name), "first_year": JSONValue(years.lowerBound), "last_year": JSONValue(years.upperBound),
        ]
    }
}

extension JSONValue {
    fileprivate func year(at key: String) throws(JSONShapeFault) -> Int {
        try member(key, expected: "a year") { $0.int.flatMap(Int.init(exactly:)).flatMap { CivilDate.years.contains($0) ? $0 : nil } }
    }
}
