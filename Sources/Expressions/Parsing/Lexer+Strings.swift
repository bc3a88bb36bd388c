/// What stands before the opening quote of a text.
struct LiteralPrefix {
    var isBytes = false
    var isRaw = false
    var length = 0
}

extension Lexer {
    /// The prefix (`r`, `b`, `br`, none) when a quote follows it here, nil when no text starts here.
    func literalPrefix() -> LiteralPrefix? {
        var prefix = LiteralPrefix()
        while let byte = byte(ahead: prefix.length) {
            switch byte {
            case UInt8(ascii: "r"), UInt8(ascii: "R"):
                guard !prefix.isRaw else { return nil }
                prefix.isRaw = true
            case UInt8(ascii: "b"), UInt8(ascii: "B"):
                guard !prefix.isBytes, !prefix.isRaw else { return nil }
                prefix.isBytes = true
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                return prefix
            default:
                return nil
            }
            prefix.length += 1
        }
        return nil
    }

    /// Reads a text or byte literal that starts here.
    mutating func quoted(_ prefix: LiteralPrefix) -> Token.Kind? {
        let start = place
        place += prefix.length
        let quote = bytes[place]
        let isTriple = byte(ahead: 1) == quote && byte(ahead: 2) == quote
        place += isTriple ? 3 : 1
        var content: [UInt8] = []
        while true {
            guard let next = byte(), isTriple || (next != 0x0A && next != 0x0D) else {
                faults.add(.unterminatedString, at: start, "the text has no closing quote")
                return nil
            }
            if next == quote, !isTriple || (byte(ahead: 1) == quote && byte(ahead: 2) == quote) {
                place += isTriple ? 3 : 1
                break
            }
            if next == UInt8(ascii: "\\"), !prefix.isRaw {
                escape(into: &content, isBytes: prefix.isBytes)
            } else if next == 0x0D {
                // Line ends of any platform mean a line feed, as in the published implementations.
                place += byte(ahead: 1) == 0x0A ? 2 : 1
                content.append(0x0A)
            } else {
                content.append(next)
                place += 1
            }
        }
        return prefix.isBytes ? .bytes(content) : .string(String(decoding: content, as: UTF8.self))
    }

    private mutating func escape(into content: inout [UInt8], isBytes: Bool) {
        let start = place
        place += 1
        guard let code = byte() else { return }
        place += 1
        switch code {
        case UInt8(ascii: "a"): content.append(0x07)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "v"): content.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): content.append(code)
        case UInt8(ascii: "x"), UInt8(ascii: "X"): append(hex(digits: 2), isOctet: isBytes, to: &content, from: start)
        case UInt8(ascii: "u") where !isBytes: append(hex(digits: 4), isOctet: false, to: &content, from: start)
        case UInt8(ascii: "U") where !isBytes: append(hex(digits: 8), isOctet: false, to: &content, from: start)
        case 0x30...0x33: append(octal(first: code), isOctet: isBytes, to: &content, from: start)
        default:
            while let rest = byte(), rest & 0xC0 == 0x80 { place += 1 }
            refuse(from: start)
        }
    }

    private mutating func append(_ number: UInt32?, isOctet: Bool, to content: inout [UInt8], from start: Int) {
        guard let number else {
            refuse(from: start)
            return
        }
        if isOctet {
            content.append(UInt8(truncatingIfNeeded: number))
        } else if let scalar = Unicode.Scalar(number) {
            content.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            refuse(from: start)
        }
    }

    private mutating func hex(digits: Int) -> UInt32? {
        var number: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = byte()?.hexValue else { return nil }
            number = number << 4 | digit
            place += 1
        }
        return number
    }

    private mutating func octal(first: UInt8) -> UInt32? {
        var number = UInt32(first - 0x30)
        for _ in 0..<2 {
            guard let digit = byte(), (0x30...0x37).contains(digit) else { return nil }
            number = number << 3 | UInt32(digit - 0x30)
            place += 1
        }
        return number
    }

    private mutating func refuse(from start: Int) {
        let written = text(start..<place)
        faults.add(.invalidEscape, at: start, "the escape '\(written)' is not allowed here", ["escape": written])
    }
}
