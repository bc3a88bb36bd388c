extension JSONValue {
    /// The canonical bytes (RFC 8785): the same value always gives the same bytes, so they can be hashed and signed.
    public var canonicalBytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        writeCanonical(to: &bytes)
        return bytes
    }

    /// The canonical bytes as text.
    public var canonicalText: String {
        String(decoding: canonicalBytes, as: UTF8.self)
    }

    /// Appends the canonical bytes.
    public func writeCanonical(to bytes: inout [UInt8]) {
        CanonicalWriter.write(self, to: &bytes)
    }

    /// The value laid out for people: two blanks a level, members in their own order or sorted; no line break at the end.
    public func prettyText(sortedKeys: Bool = false) -> String {
        var writer = PrettyWriter(sortedKeys: sortedKeys)
        writer.write(self, depth: 0)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
