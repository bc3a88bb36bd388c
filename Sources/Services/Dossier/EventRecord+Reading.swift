import CanonicalJSON
import LifecycleModel
import Store

extension EventRecord {
    /// Reads the canonical bytes of an event back.
    ///
    /// - Throws: `JSONFault` or `JSONShapeFault` when they are none: also when writing the event again would give other bytes.
    init(canonical bytes: [UInt8]) throws {
        let json = try JSONValue(parsing: bytes)
        let subject = try json.member("subject", expected: "kind/code") { value in
            value.string.flatMap { text -> Subject? in
                guard let slash = text.firstIndex(of: "/"), let kind = Subject.Kind(rawValue: String(text[..<slash])) else { return nil }
                return Subject(kind, String(text[text.index(after: slash)...]))
            }
        }
        self.init(
            number: try json.int(at: "number"),
            subject: subject,
            kind: try json.string(at: "kind"),
            payload: try json.member("payload", expected: "a value") { $0 },
            actor: try json.string(at: "actor"),
            happenedOn: try json.value(at: "happened_on"),
            recordedAt: try json.value(at: "recorded_at"),
            definition: try json.optionalString(at: "definition")
        )
        guard canonicalBytes == bytes else { throw JSONShapeFault(path: "", expected: "canonical JSON (RFC 8785)", found: nil) }
    }
}
