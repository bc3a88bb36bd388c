/// A strict recursive-descent parser (RFC 8259) over raw bytes; depth is bounded, so recursion is too.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    let maximumDepth: Int
    var offset = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    mutating func document() throws(JSONFault) -> JSONValue {
        skipBlanks()
        let result = try value(depth: 0)
        skipBlanks()
        guard offset == bytes.count else { throw fault(.trailingContent) }
        return result
    }

    func fault(_ kind: JSONFault.Kind, at place: Int? = nil) -> JSONFault {
        JSONFault(kind, at: place ?? offset, in: bytes)
    }

    /// The fault for a byte, or the lack of one, that cannot stand at the current place.
    func unexpected() -> JSONFault {
        offset < bytes.count ? fault(.unexpectedByte(bytes[offset])) : fault(.unexpectedEnd)
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
        guard offset < bytes.count else { throw fault(.unexpectedEnd) }
        switch bytes[offset] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .int(try integer())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected()
        }
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSONObject {
        guard depth <= maximumDepth else { throw fault(.tooDeep(limit: maximumDepth)) }
        offset += 1
        var object = JSONObject(reservingCapacity: 8)
        skipBlanks()
        if take(UInt8(ascii: "}")) { return object }
        while true {
            let start = offset
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw unexpected() }
            let key = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            skipBlanks()
            let member = try value(depth: depth)
            guard object.append(key, member) else { throw fault(.duplicateKey(key), at: start) }
            skipBlanks()
            if take(UInt8(ascii: "}")) { return object }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
            skipBlanks()
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> [JSONValue] {
        guard depth <= maximumDepth else { throw fault(.tooDeep(limit: maximumDepth)) }
        offset += 1
        var elements: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value(depth: depth))
            skipBlanks()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw unexpected() }
            skipBlanks()
        }
    }

    private mutating func integer() throws(JSONFault) -> Int64 {
        let start = offset
        let negative = take(UInt8(ascii: "-"))
        let firstDigit = offset
        var result: Int64 = 0
        var overflow = false
        while offset < bytes.count, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit <= 9 {
            let (scaled, tooBig) = result.multipliedReportingOverflow(by: 10)
            let (sum, pastEnd) = negative ? scaled.subtractingReportingOverflow(Int64(digit)) : scaled.addingReportingOverflow(Int64(digit))
            overflow = overflow || tooBig || pastEnd
            result = sum
            offset += 1
        }
        let digits = offset - firstDigit
        guard digits > 0, digits == 1 || bytes[firstDigit] != UInt8(ascii: "0") else { throw fault(.badNumber, at: start) }
        guard !atFraction else { throw fault(.fractionalNumber, at: start) }
        guard !overflow else { throw fault(.integerOutOfRange, at: start) }
        return result
    }

    /// Whether a fraction or exponent follows.
    private var atFraction: Bool {
        guard offset < bytes.count else { return false }
        switch bytes[offset] {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): return true
        default: return false
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[index]) else { throw unexpected() }
        }
        return value
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipBlanks() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }
}
