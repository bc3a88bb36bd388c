extension JSONValue {
    /// How deep arrays and objects may nest unless the caller says otherwise.
    public static let defaultMaximumDepth = 128

    /// The value that these UTF-8 bytes spell, strictly as RFC 8259 has it; duplicate keys and fractions are refused.
    public init(parsing bytes: [UInt8], maximumDepth: Int = defaultMaximumDepth) throws(JSONFault) {
        self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONFault) -> JSONValue in
            try JSONValue(parsing: buffer, maximumDepth: maximumDepth)
        }
    }

    /// The value that this text spells.
    public init(parsing text: String, maximumDepth: Int = defaultMaximumDepth) throws(JSONFault) {
        let result = text.utf8.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONFault) in try JSONValue(parsing: buffer, maximumDepth: maximumDepth) }
        }
        if let result {
            self = try result.get()
        } else {
            try self.init(parsing: Array(text.utf8), maximumDepth: maximumDepth)
        }
    }

    /// The value that the bytes of a buffer spell, for callers that hold a database row; nothing of the buffer is kept.
    public init(parsing buffer: UnsafeBufferPointer<UInt8>, maximumDepth: Int = defaultMaximumDepth) throws(JSONFault) {
        var parser = JSONParser(buffer, maximumDepth: maximumDepth)
        self = try parser.document()
    }
}
