extension Lexer {
    /// Reads a number that starts here.
    mutating func number() -> Token.Kind? {
        let start = place
        if byte() == UInt8(ascii: "0"), byte(ahead: 1) == UInt8(ascii: "x"), byte(ahead: 2)?.hexValue != nil {
            place += 2
            while byte()?.hexValue != nil { place += 1 }
            return whole(from: start, radix: 16, digitsFrom: start + 2)
        }
        skipDigits()
        var isDouble = false
        if byte() == UInt8(ascii: "."), byte(ahead: 1)?.isDigit == true {
            isDouble = true
            place += 1
            skipDigits()
        }
        if let exponent = exponentLength() {
            isDouble = true
            place += exponent
            skipDigits()
        }
        return isDouble ? double(from: start) : whole(from: start, radix: 10, digitsFrom: start)
    }

    private mutating func skipDigits() {
        while byte()?.isDigit == true { place += 1 }
    }

    /// How many bytes `e`, `e+` or `e-` take when digits follow.
    private func exponentLength() -> Int? {
        guard byte() == UInt8(ascii: "e") || byte() == UInt8(ascii: "E") else { return nil }
        if byte(ahead: 1)?.isDigit == true { return 1 }
        guard byte(ahead: 1) == UInt8(ascii: "+") || byte(ahead: 1) == UInt8(ascii: "-"), byte(ahead: 2)?.isDigit == true else {
            return nil
        }
        return 2
    }

    private mutating func double(from start: Int) -> Token.Kind? {
        let digits = text(start..<place)
        guard let value = Double(digits.hasPrefix(".") ? "0" + digits : digits), value.isFinite else {
            refuse(digits, at: start)
            return nil
        }
        return .double(value)
    }

    private mutating func whole(from start: Int, radix: Int, digitsFrom: Int) -> Token.Kind? {
        let digits = text(digitsFrom..<place)
        guard byte() == UInt8(ascii: "u") || byte() == UInt8(ascii: "U") else { return .int(text(start..<place)) }
        place += 1
        guard let value = UInt64(digits, radix: radix) else {
            refuse(text(start..<place), at: start)
            return nil
        }
        return .uint(value)
    }

    private mutating func refuse(_ digits: String, at start: Int) {
        faults.add(.invalidNumber, at: start, "the number '\(digits)' does not fit its type", ["number": digits])
    }
}
