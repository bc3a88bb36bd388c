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

extension Sequence<JSONValue> {
    /// Hands on, piece by piece, the text that `prettyText` has for the array of these values.
    public func eachPrettyPiece<Failure: Error>(_ body: (String) throws(Failure) -> Void) throws(Failure) {
        var isEmpty = true
        for element in self {
            var writer = PrettyWriter(sortedKeys: false)
            writer.writeElement(element, first: isEmpty)
            try body(String(decoding: writer.bytes, as: UTF8.self))
            isEmpty = false
        }
        try body(isEmpty ? "[]" : "\n]")
    }
}
