extension Value {
    /// The value as an expression that evaluates to it: `7u`, `"a\n"`, `[1, 2]`, `timestamp("…")`.
    public var literalText: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .uint(let value): "\(value)u"
        case .double(let value): value.literalText
        case .string(let value): value.quoted
        case .bytes(let value): value.quoted
        case .list(let elements): "[\(elements.map(\.literalText).joined(separator: ", "))]"
        case .map(let map):
            "{\(map.entries.map { "\($0.key.value.literalText): \($0.value.literalText)" }.joined(separator: ", "))}"
        case .timestamp(let value): "timestamp(\"\(value)\")"
        case .duration(let value): "duration(\"\(value)\")"
        case .type(let value): value.name
        }
    }
}

extension Value: CustomStringConvertible {
    /// The same as ``literalText``.
    public var description: String { literalText }
}

extension Double {
    fileprivate var literalText: String {
        if isNaN { return "(0.0 / 0.0)" }
        if isInfinite { return self < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)" }
        return description
    }
}

extension String {
    /// The text in double quotes; controls and quotes escaped, everything else as it is.
    fileprivate var quoted: String {
        var result = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += "\\x" + UInt8(scalar.value).twoHexDigits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension [UInt8] {
    /// The bytes as a `b"…"` literal: printable ASCII as it is, the rest in hexadecimal.
    fileprivate var quoted: String {
        var result = "b\""
        for byte in self {
            let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            result += isPlain ? String(UnicodeScalar(byte)) : "\\x" + byte.twoHexDigits
        }
        return result + "\""
    }
}

extension UInt8 {
    fileprivate var twoHexDigits: String {
        (self < 16 ? "0" : "") + String(self, radix: 16)
    }
}
