import CanonicalJSON

extension FuzzTarget {
    /// JSON: what was read has one canonical form that reads back the same; a fault stands within the text.
    static let json = FuzzTarget("json", share: 12) { (bytes) throws(FuzzFinding) in
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(parsing: bytes) } catch {
            try expect(0...bytes.count ~= error.offset && error.line >= 1 && error.column >= 1, "a fault outside of the text: \(error)")
            return
        }
        let canonical = value.canonicalBytes
        let again = try unrefused("canonical text is not read") { try JSONValue(parsing: canonical) }
        try expect(again == value, "canonical text reads back as another value")
        try expect(again.canonicalBytes == canonical, "the canonical text of canonical text differs")
        let pretty = try unrefused("the laid out text is not read") { try JSONValue(parsing: value.prettyText()) }
        try expect(pretty == value, "the laid out text reads back as another value")
    }
}
