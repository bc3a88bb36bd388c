public import CanonicalJSON

extension Person {
    /// A family tie to somebody else in the register; recorded on either side, it counts for both.
    public struct Kin: Sendable, Hashable {
        /// To whom.
        public let person: PersonCode
        /// What the other one is to this person: spouse, parent, child or sibling.
        public let tie: Tie
        /// Where that is known from.
        public let source: String

        /// Ties that the law names, a closed set.
        public enum Tie: String, Sendable, Hashable, CaseIterable {
            case spouse, parent, child, sibling

            /// The same tie seen from the other one.
            public var inverse: Tie {
                switch self {
                case .spouse: .spouse
                case .parent: .child
                case .child: .parent
                case .sibling: .sibling
                }
            }

            /// For people.
            public var phrase: Phrase {
                switch self {
                case .spouse: Phrase(vi: "vợ hoặc chồng", en: "spouse")
                case .parent: Phrase(vi: "bố hoặc mẹ", en: "parent")
                case .child: Phrase(vi: "con", en: "child")
                case .sibling: Phrase(vi: "anh, chị, em ruột", en: "sibling")
                }
            }
        }

        /// Creates a tie.
        public init(to person: PersonCode, _ tie: Tie, source: String) {
            self.person = person
            self.tie = tie
            self.source = source
        }
    }
}

extension Person.Kin: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            to: try json.value(at: "person"),
            try json.member("tie", expected: "a known word") { $0.string.flatMap(Tie.init) },
            source: try json.string(at: "source")
        )
    }

    /// The stored form.
    public var json: JSONValue { ["person": person.json, "tie": .string(tie.rawValue), "source": .string(source)] }
}
