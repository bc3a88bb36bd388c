public import CanonicalJSON

/// Somebody who works on, judges or administers science tasks; no more personal data than that needs.
public struct Person: Sendable, Hashable {
    /// The code.
    public let code: PersonCode
    /// The full name.
    public var name: String
    /// Academic title and degree as they stand before the name, such as `PGS.TS.`.
    public var title: String?
    /// The organisation where the person works.
    public var organisation: OrganisationCode?
    /// The field of expertise.
    public var field: String?
    /// What the person may do, in the words of the rule files.
    public var roles: [String]

    /// A person.
    public init(
        code: PersonCode,
        name: String,
        title: String? = nil,
        organisation: OrganisationCode? = nil,
        field: String? = nil,
        roles: [String] = []
    ) {
        self.code = code
        self.name = name
        self.title = title
        self.organisation = organisation
        self.field = field
        self.roles = roles
    }

    /// Title and name together.
    public var titledName: String {
        title.map { "\($0) \(name)" } ?? name
    }

    /// The given name, by which Vietnamese lists are sorted: the last word of the full name.
    public var givenName: String {
        name.split(separator: " ").last.map(String.init) ?? name
    }
}

extension Person: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            code: try json.value(at: "code"),
            name: try json.string(at: "name"),
            title: try json.optionalString(at: "title"),
            organisation: try json.optionalValue(at: "organisation"),
            field: try json.optionalString(at: "field"),
            roles: try json.strings(at: "roles")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "code": code.json, "name": .string(name), "title": JSONValue(title), "organisation": organisation?.json ?? .null,
            "field": JSONValue(field), "roles": JSONValue(roles),
        ]
    }
}
