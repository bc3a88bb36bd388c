extension ExchangeJSON {
    /// The deepest nesting that is read.
    public static let maximumDepth = 256

    /// Reads one document (RFC 8259, UTF-8).
    ///
    /// - Throws: what is wrong with the text and where; also for a name that stands twice in one object and for nesting beyond ``maximumDepth``.
    public init(parsing bytes: [UInt8]) throws(ExchangeFault) {
        var reader = ExchangeReader(bytes)
        self = try reader.document()
    }
}

/// A strict recursive-descent reader; depth is bounded, so recursion is too.
private struct ExchangeReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(ExchangeFault) -> ExchangeJSON {
        skipBlanks()
        let result = try value(depth: 0)
        skipBlanks()
        guard offset == bytes.count else { throw fault("something follows the document") }
        return result
    }

    private func fault(_ what: String) -> ExchangeFault {
        let passed = bytes.prefix(offset)
        let line = passed.count { $0 == UInt8(ascii: "\n") } + 1
        let start = passed.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return ExchangeFault("line \(line), byte \(offset - start + 1): \(what)")
    }

    private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private mutating func value(depth: Int) throws(ExchangeFault) -> ExchangeJSON {
        guard depth <= ExchangeJSON.maximumDepth else { throw fault("nested deeper than \(ExchangeJSON.maximumDepth)") }
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("the text ends too early")
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: ExchangeJSON) throws(ExchangeFault) -> ExchangeJSON {
        for byte in word.utf8 where !take(byte) { throw fault("expected a value") }
        return value
    }

    private mutating func members(depth: Int) throws(ExchangeFault) -> [ExchangeJSON.Member] {
        offset += 1
        var members: [ExchangeJSON.Member] = []
        // As bytes: Swift takes texts that look alike for the same.
        var names: Set<[UInt8]> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return members }
        while true {
            guard next == UInt8(ascii: "\"") else { throw fault("expected a name in quotes") }
            let name = try string()
            guard names.insert(Array(name.utf8)).inserted else { throw fault("the name \"\(name)\" stands twice") }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw fault("expected ':'") }
            skipBlanks()
            members.append(ExchangeJSON.Member(name, try value(depth: depth)))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or '}'") }
            skipBlanks()
        }
    }

    private mutating func elements(depth: Int) throws(ExchangeFault) -> [ExchangeJSON] {
        offset += 1
        var elements: [ExchangeJSON] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw fault("expected ',' or ']'") }
            skipBlanks()
        }
    }

    /// `-? (0 | [1-9] digits) (. digits)? ([eE] [+-]? digits)?`, as text.
    private mutating func number() throws(ExchangeFault) -> String {
        let start = offset
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        if let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { throw fault("a number starts with a needless 0") }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func digits() throws(ExchangeFault) {
        let start = offset
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
        guard offset > start else { throw fault(start == bytes.count ? "the text ends too early" : "expected a value") }
    }

    private mutating func string() throws(ExchangeFault) -> String {
        offset += 1
        var decoded: [UInt8] = []
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: decoded, as: UTF8.self) else { throw fault("not UTF-8") }
                return text
            case UInt8(ascii: "\\"): decoded += Array(String(Character(try escape())).utf8)
            case 0..<0x20: throw fault("a bare control character in a text")
            default: decoded.append(byte)
            }
        }
        throw fault("a text without its closing quote")
    }

    private mutating func escape() throws(ExchangeFault) -> Unicode.Scalar {
        guard let letter = next else { throw fault("the text ends too early") }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexUnit()
            if let scalar = Unicode.Scalar(unit) { return scalar }
            guard unit < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), case let low = try hexUnit(),
                (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
            else { throw fault("half a surrogate pair") }
            return scalar
        default: throw fault("an unknown escape")
        }
    }

    private mutating func hexUnit() throws(ExchangeFault) -> UInt32 {
        guard offset + 4 <= bytes.count, case let digits = bytes[offset..<offset + 4],
            digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("expected four hexadecimal digits") }
        offset += 4
        return unit
    }
}
