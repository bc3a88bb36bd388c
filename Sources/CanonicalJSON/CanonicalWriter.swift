/// Writes values as RFC 8785 (JSON Canonicalization Scheme) does: no blanks, keys sorted by UTF-16 code units, the fewest escapes.
///
/// Integers are written in full. RFC 8785 would round those beyond ±2^53 to the nearest double; such a value keeps its digits here.
enum CanonicalWriter {
    static func write(_ value: JSONValue, to bytes: inout [UInt8]) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .int(let number): write(number, to: &bytes)
        case .string(let text): write(text, to: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            var first = true
            for element in elements {
                if !first { bytes.append(UInt8(ascii: ",")) }
                first = false
                write(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            var first = true
            for member in UTF16Order.sorted(object) {
                if !first { bytes.append(UInt8(ascii: ",")) }
                first = false
                write(member.key, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    static func write(_ number: Int64, to bytes: inout [UInt8]) {
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let written: Void? = text.utf8.withContiguousStorageIfAvailable { write(escaping: $0, to: &bytes) }
        if written == nil {
            Array(text.utf8).withUnsafeBufferPointer { write(escaping: $0, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func write(escaping text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var rest = text
        while let place = firstEscaped(in: rest) {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<place]))
            escape(rest[place], to: &bytes)
            rest = UnsafeBufferPointer(rebasing: rest[(place + 1)...])
        }
        bytes.append(contentsOf: rest)
    }

    /// Where the first byte stands that has to be escaped. Eight bytes are looked at in one word: nearly no text has any.
    private static func firstEscaped(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = 0
        let bytes = UnsafeRawBufferPointer(text)
        while place + 8 <= bytes.count, !mayHaveEscaped(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) { place += 8 }
        return text[place...].firstIndex { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    }

    /// Whether one of the eight bytes has to be escaped.
    private static func mayHaveEscaped(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Subtracting borrows from the highest bit of a byte that is smaller; a byte that had that bit set itself is none of them.
        func isBelow(_ limit: UInt8, _ word: UInt64) -> UInt64 { (word &- ones * UInt64(limit)) & ~word }
        let found =
            isBelow(0x20, word) | isBelow(1, word ^ ones * UInt64(UInt8(ascii: "\"")))
            | isBelow(1, word ^ ones * UInt64(UInt8(ascii: "\\")))
        return found & (ones << 7) != 0
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(contentsOf: [hexDigit(byte >> 4), hexDigit(byte & 0xF)])
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
