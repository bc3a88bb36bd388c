public import CanonicalJSON

/// A body that orders, hosts, takes part in or uses science tasks.
public struct Organisation: Sendable, Hashable {
    /// A time during which the organisation may not host tasks.
    public struct Bar: Sendable, Hashable {
        /// The first day.
        public let from: CivilDate
        /// The last day; nil while no end is set.
        public let until: CivilDate?
        /// Why, for people.
        public let reason: String
        /// The article or decision that says so.
        public let basis: String?

        /// A bar.
        public init(from: CivilDate, until: CivilDate?, reason: String, basis: String? = nil) {
            self.from = from
            self.until = until
            self.reason = reason
            self.basis = basis
        }

        /// Whether the bar stands on a day.
        public func stands(on day: CivilDate) -> Bool {
            from <= day && until.map { day <= $0 } ?? true
        }
    }

    /// The code.
    public let code: OrganisationCode
    /// The name in full.
    public var name: String
    /// What kind of body: a word of the rule files, such as `university`, `enterprise`, `public-service-unit`.
    public var kind: String
    /// The province or city where it sits.
    public var province: String?
    /// When it may not host, in order of their first days.
    public var bars: [Bar]

    /// An organisation.
    public init(code: OrganisationCode, name: String, kind: String, province: String? = nil, bars: [Bar] = []) {
        self.code = code
        self.name = name
        self.kind = kind
        self.province = province
        self.bars = bars
    }

    /// The bars that stand on a day.
    public func bars(on day: CivilDate) -> [Bar] {
        bars.filter { $0.stands(on: day) }
    }
}

extension Organisation: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            code: try json.value(at: "code"),
            name: try json.string(at: "name"),
            kind: try json.string(at: "kind"),
            province: try json.optionalString(at: "province"),
            bars: try json.values(at: "bars")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "code": code.json, "name": .string(name), "kind": .string(kind), "province": JSONValue(province), "bars": bars.json,
        ]
    }
}

extension Organisation.Bar: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            from: try json.value(at: "from"),
            until: try json.optionalValue(at: "until"),
            reason: try json.string(at: "reason"),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        ["from": from.json, "until": until?.json ?? .null, "reason": .string(reason), "basis": JSONValue(basis)]
    }
}
