extension JSONParser {
    /// The string that starts with the quote at the current place.
    mutating func string() throws(JSONFault) -> String {
        offset += 1
        let start = offset
        let isASCII = try skipPlainRun()
        if bytes[offset] == UInt8(ascii: "\"") {
            let result = try text(from: start, isASCII: isASCII)
            offset += 1
            return result
        }
        return try escapedString(from: start, isASCII: isASCII)
    }

    /// Moves to the next quote or backslash and answers whether all on the way was ASCII; a string that ends earlier is a fault.
    private mutating func skipPlainRun() throws(JSONFault) -> Bool {
        var bits: UInt8 = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bits < 0x80
            case 0..<0x20: throw fault(.bareControlCharacter)
            default:
                bits |= byte
                offset += 1
            }
        }
        throw fault(.unexpectedEnd)
    }

    /// The rest of a string that has escapes: gathers the decoded bytes, then makes one string of them.
    private mutating func escapedString(from start: Int, isASCII: Bool) throws(JSONFault) -> String {
        var decoded: [UInt8] = []
        var runStart = start
        var runIsASCII = isASCII
        while true {
            // Validated run by run, so that no escape can complete a broken sequence and the fault has its place.
            decoded.append(contentsOf: try text(from: runStart, isASCII: runIsASCII).utf8)
            offset += 1
            if bytes[offset - 1] == UInt8(ascii: "\"") { return String(decoding: decoded, as: UTF8.self) }
            decoded.append(contentsOf: UTF8.encode(try escape())?.map { $0 } ?? [])
            runStart = offset
            runIsASCII = try skipPlainRun()
        }
    }

    /// The scalar of the escape whose backslash was just passed.
    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        let start = offset - 1
        guard offset < bytes.count else { throw fault(.unexpectedEnd) }
        let letter = bytes[offset]
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(from: start)
        default: throw fault(.badEscape, at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar {
        let unit = try fourHexDigits(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else {
            throw fault(.loneSurrogate, at: start)
        }
        offset += 2
        let second = try fourHexDigits(from: start)
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x1_0000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
        else { throw fault(.loneSurrogate, at: start) }
        return scalar
    }

    private mutating func fourHexDigits(from start: Int) throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard offset < bytes.count else { throw fault(.unexpectedEnd) }
            let byte = bytes[offset]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: throw fault(.badEscape, at: start)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        return value
    }

    /// The bytes up to the current place as text, or a fault at the first byte that is not UTF-8.
    private func text(from start: Int, isASCII: Bool) throws(JSONFault) -> String {
        let range = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        // `String(validating:)` is not specialised and costs more than all the rest; decoding repairs, so broken text comes back changed.
        let text = String(decoding: range, as: UTF8.self)
        guard isASCII || text.utf8.elementsEqual(range) else { throw fault(.invalidUTF8, at: start + Self.validPrefix(range)) }
        return text
    }

    /// How many bytes from the start are valid UTF-8.
    private static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        var length = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            length += UTF8.width(scalar)
        }
        return length
    }
}
