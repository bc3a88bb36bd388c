/// Cuts a source text into tokens; complains about every one it cannot read and goes on.
struct Lexer {
    let bytes: [UInt8]
    var place = 0
    var faults: FaultCollector

    init(source: String) {
        bytes = Array(source.utf8)
        faults = FaultCollector(source: source)
    }

    /// All tokens of the text, the last one being `end`.
    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        while true {
            skipBlanks()
            let start = place
            guard place < bytes.count else {
                tokens.append(Token(kind: .end, range: start..<start))
                return tokens
            }
            if let kind = next() { tokens.append(Token(kind: kind, range: start..<place)) }
        }
    }

    func byte(ahead distance: Int = 0) -> UInt8? {
        place + distance < bytes.count ? bytes[place + distance] : nil
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while let byte = byte() {
            if byte == UInt8(ascii: " ") || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D {
                place += 1
            } else if byte == UInt8(ascii: "/"), self.byte(ahead: 1) == UInt8(ascii: "/") {
                while let inComment = self.byte(), inComment != 0x0A { place += 1 }
            } else {
                return
            }
        }
    }

    private mutating func next() -> Token.Kind? {
        guard let first = byte() else { return nil }
        if let prefix = literalPrefix() { return quoted(prefix) }
        if first.isIdentifierStart { return word() }
        if first.isDigit || (first == UInt8(ascii: ".") && byte(ahead: 1)?.isDigit == true) { return number() }
        if first == UInt8(ascii: "`") { return quotedIdentifier() }
        return symbol()
    }

    private mutating func word() -> Token.Kind {
        let start = place
        while let byte = byte(), byte.isIdentifierStart || byte.isDigit { place += 1 }
        let word = text(start..<place)
        guard let keyword = Symbol.keywords.first(where: { $0.rawValue == word }) else { return .identifier(word) }
        return .symbol(keyword)
    }

    private mutating func quotedIdentifier() -> Token.Kind? {
        let start = place
        place += 1
        while let byte = byte(), byte.isIdentifierStart || byte.isDigit || " ./-".utf8.contains(byte) { place += 1 }
        guard byte() == UInt8(ascii: "`"), place > start + 1 else {
            faults.add(.unexpectedCharacter, at: start, "a field name between backticks is not closed", ["character": "`"])
            return nil
        }
        place += 1
        return .quotedIdentifier(text(start + 1..<place - 1))
    }

    /// The symbols of one and two bytes, by those bytes.
    private static let symbols: [UInt16: Symbol] = {
        var symbols: [UInt16: Symbol] = [:]
        for symbol in Symbol.allCases where !Symbol.keywords.contains(symbol) {
            symbols[symbol.rawValue.utf8.reduce(0) { $0 << 8 | UInt16($1) }] = symbol
        }
        return symbols
    }()

    private mutating func symbol() -> Token.Kind? {
        let start = place
        let first = UInt16(bytes[place])
        if let second = byte(ahead: 1), let symbol = Self.symbols[first << 8 | UInt16(second)] {
            place += 2
            return .symbol(symbol)
        }
        if let symbol = Self.symbols[first] {
            place += 1
            return .symbol(symbol)
        }
        place += 1
        while let byte = byte(), byte & 0xC0 == 0x80 { place += 1 }
        let character = text(start..<place)
        faults.add(.unexpectedCharacter, at: start, "unexpected character '\(character)'", ["character": character])
        return nil
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }

    var isIdentifierStart: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == UInt8(ascii: "_")
    }

    /// The value of a hexadecimal digit.
    var hexValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        default: nil
        }
    }
}
