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
    /// The sex, for statistics that ask for it (form 04/KHCN-NV, column 2); nil: not on record.
    public var sex: Sex?
    /// Where messages go; nil: not on record.
    public var email: MailAddress?
    /// What the person may do, in the words of the rule files.
    public var roles: [String]
    /// Family ties to other people of the register, as far as councils need them.
    public var kin: [Kin]
    /// What is on record that bars the person from councils.
    public var findings: [Finding]
    /// That the personal data were erased: then the name is the code and nothing else is known.
    public private(set) var erasure: Erasure?

    /// A person.
    public init(
        code: PersonCode,
        name: String,
        title: String? = nil,
        organisation: OrganisationCode? = nil,
        field: String? = nil,
        sex: Sex? = nil,
        email: MailAddress? = nil,
        roles: [String] = [],
        kin: [Kin] = [],
        findings: [Finding] = []
    ) {
        self.code = code
        self.name = name
        self.title = title
        self.organisation = organisation
        self.field = field
        self.sex = sex
        self.email = email
        self.roles = roles
        self.kin = kin
        self.findings = findings
    }

    /// What stays of a person whose personal data were erased.
    public init(erased code: PersonCode, by erasure: Erasure) {
        self.init(code: code, name: code.text)
        self.erasure = erasure
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

extension Person {
    /// That personal data were erased: when, and by which event of the log.
    public struct Erasure: Sendable, Hashable {
        /// The day of it.
        public let day: CivilDate
        /// Number of the event, which names the decision; nil: it is in the log of another store.
        public let event: Int64?

        /// An erasure.
        public init(on day: CivilDate, event: Int64?) {
            self.day = day
            self.event = event
        }

        /// Whether what happened on a day may still be told of the person, by the code, when a history is imported: it was another store that
        /// knew who it was, until the data were erased there.
        public func admits(_ past: CivilDate) -> Bool { event == nil && past <= day }
    }
}

extension Person.Erasure: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(on: try json.value(at: "on"), event: try json.optionalInt(at: "event"))
    }

    /// The stored form.
    public var json: JSONValue { ["on": day.json, "event": event.map(JSONValue.int) ?? .null] }
}

extension Person {
    /// Female or male, as statistics on people count them.
    public enum Sex: String, Sendable, Hashable, CaseIterable {
        case female, male

        /// What people call it.
        public var phrase: Phrase {
            switch self {
            case .female: Phrase(vi: "nữ", en: "female")
            case .male: Phrase(vi: "nam", en: "male")
            }
        }
    }
}

extension Person.Sex: JSONRepresentable {
    /// Reads its word.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let word = json.string, let sex = Self(rawValue: word) else {
            throw JSONShapeFault(path: "", expected: "female or male", found: json.typeName)
        }
        self = sex
    }

    /// Its word.
    public var json: JSONValue { .string(rawValue) }
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
            sex: try json.optionalValue(at: "sex"),
            email: try json.optionalValue(at: "email"),
            roles: try json.strings(at: "roles"),
            kin: try json.values(at: "kin"),
            findings: try json.values(at: "findings")
        )
        erasure = try json.optionalValue(at: "erased")
    }

    /// The stored form; sex, address, ties and findings are left out where there are none, as they were before there were any.
    public var json: JSONValue {
        var object: JSONObject = [
            "code": code.json, "name": .string(name), "title": JSONValue(title), "organisation": organisation?.json ?? .null,
            "field": JSONValue(field), "roles": JSONValue(roles),
        ]
        if let sex { object["sex"] = sex.json }
        if let email { object["email"] = email.json }
        if !kin.isEmpty { object["kin"] = kin.json }
        if !findings.isEmpty { object["findings"] = findings.json }
        if let erasure { object["erased"] = erasure.json }
        return .object(object)
    }
}
