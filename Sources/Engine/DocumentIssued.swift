public import CanonicalJSON
import LifecycleModel

extension Happening {
    /// A document was made out of the record and issued: what it is, by which template, and on which events it rests.
    public struct DocumentIssued: Sendable, Hashable {
        /// Form, number, date and the file with its hash.
        public var document: AttachedDocument
        /// SHA-256 (hex) of the template.
        public var template: String
        /// Numbers of the events that recorded what it says, ascending.
        public var restsOn: [Int64]
        /// What was given when it was made: an object of values by field.
        public var given: JSONValue

        /// Creates the happening.
        public init(document: AttachedDocument, template: String, restsOn: [Int64], given: JSONValue) {
            self.document = document
            self.template = template
            self.restsOn = restsOn
            self.given = given
        }
    }
}

extension Happening.DocumentIssued {
    var json: JSONValue {
        [
            "document": document.json, "template": .string(template), "rests_on": .array(restsOn.map { .int($0) }),
            "given": given,
        ]
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            document: try AttachedDocument(json: json["document"] ?? .null),
            template: try json.string(at: "template"),
            restsOn: try json.elements(at: "rests_on") { number throws(JSONShapeFault) in
                guard case .int(let value) = number else {
                    throw JSONShapeFault(path: "rests_on", expected: "the number of an event", found: number.typeName)
                }
                return value
            },
            given: json["given"] ?? .null
        )
    }
}
