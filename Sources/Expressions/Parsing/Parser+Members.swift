extension Parser {
    /// A primary with any number of `.field`, `.method(…)` and `[index]` behind it.
    mutating func member() throws(Stop) -> Syntax {
        let start = current.range.lowerBound
        var operand = try primary()
        while true {
            let focus = current.range.lowerBound
            if skip(".") {
                operand = try selection(from: operand, start: start)
            } else if skip("[") {
                let index = try expression()
                try expect("]")
                operand = try node(.index(operand, index), from: start, focus: focus)
            } else if current.kind == .symbol("{") {
                throw messageConstruction()
            } else {
                return operand
            }
        }
    }

    /// What follows the dot: a field or a method.
    private mutating func selection(from operand: Syntax, start: Int) throws(Stop) -> Syntax {
        let focus = current.range.lowerBound
        switch current.kind {
        case .quotedIdentifier(let name):
            advance()
            return try node(.select(operand, field: name), from: start, focus: focus)
        case .identifier(let name):
            advance()
            guard skip("(") else { return try node(.select(operand, field: name), from: start, focus: focus) }
            let arguments = try list(until: ")")
            if let macro = ComprehensionMacro(rawValue: name), macro.takes(arguments.count) {
                return try comprehension(macro, range: operand, arguments: arguments, start: start, focus: focus)
            }
            return try node(.method(operand, name, arguments), from: start, focus: focus)
        default:
            throw unexpected(expected: "a field name")
        }
    }

    private mutating func messageConstruction() -> Stop {
        faults.add(
            .unsupported,
            at: current.range.lowerBound,
            "protobuf messages are not part of the guard language",
            ["construct": "message"]
        )
        return Stop()
    }

    private mutating func primary() throws(Stop) -> Syntax {
        let start = current.range.lowerBound
        switch current.kind {
        case .symbol(let symbol): return try bracketed(symbol, start: start)
        case .identifier(let name): return try named(name, start: start, focus: start)
        default:
            guard let value = try literal(isNegative: false) else { throw unexpected(expected: "a value") }
            return try node(.literal(value), from: start)
        }
    }

    /// A primary that begins with punctuation or a keyword.
    private mutating func bracketed(_ symbol: String, start: Int) throws(Stop) -> Syntax {
        switch symbol {
        case "(":
            advance()
            let inner = try expression()
            try expect(")")
            return inner
        case "[":
            advance()
            let elements = try list(until: "]")
            return try node(.list(elements), from: start)
        case "{":
            advance()
            return try map(start: start)
        case ".":
            advance()
            guard case .identifier(let name) = current.kind else { throw unexpected(expected: "a name") }
            return try named("." + name, start: start, focus: current.range.lowerBound)
        case "-":
            advance()
            guard let value = try literal(isNegative: true) else { throw unexpected(expected: "a number") }
            return try node(.literal(value), from: start)
        case "true", "false", "null":
            advance()
            return try node(.literal(symbol == "null" ? .null : .bool(symbol == "true")), from: start)
        default:
            throw unexpected(expected: "a value")
        }
    }

    /// A variable or a call of a function.
    private mutating func named(_ name: String, start: Int, focus: Int) throws(Stop) -> Syntax {
        advance()
        let bare = name.hasPrefix(".") ? String(name.dropFirst()) : name
        if Token.reserved.contains(bare) {
            faults.add(.reservedWord, at: focus, "'\(bare)' is a reserved word", ["name": bare])
        }
        guard skip("(") else { return try node(.identifier(name), from: start, focus: focus) }
        let arguments = try list(until: ")")
        if name == "has", arguments.count == 1 { return try presence(of: arguments[0], start: start) }
        return try node(.call(name, arguments), from: start, focus: focus)
    }

    /// Expressions separated by commas; a comma before the closing bracket is allowed in lists only.
    private mutating func list(until close: String) throws(Stop) -> [Syntax] {
        var elements: [Syntax] = []
        while current.kind != .symbol(close) {
            elements.append(try expression())
            guard skip(",") else { break }
            if close == ")", current.kind == .symbol(close) { throw unexpected(expected: "an argument") }
        }
        try expect(close)
        return elements
    }

    private mutating func map(start: Int) throws(Stop) -> Syntax {
        var entries: [Syntax.MapEntry] = []
        while current.kind != .symbol("}") {
            let key = try expression()
            try expect(":")
            entries.append(Syntax.MapEntry(key: key, value: try expression()))
            guard skip(",") else { break }
        }
        try expect("}")
        return try node(.map(entries), from: start)
    }

    /// The literal that stands here, or nil when there is none.
    private mutating func literal(isNegative: Bool) throws(Stop) -> Value? {
        let offset = current.range.lowerBound
        let value: Value?
        switch current.kind {
        case .int(let digits):
            value = int(digits, isNegative: isNegative, offset: offset)
        case .double(let number): value = .double(isNegative ? -number : number)
        case .uint(let number) where !isNegative: value = .uint(number)
        case .string(let text) where !isNegative: value = .string(text)
        case .bytes(let bytes) where !isNegative: value = .bytes(bytes)
        default: return nil
        }
        advance()
        return value
    }

    private mutating func int(_ digits: String, isNegative: Bool, offset: Int) -> Value {
        let isHex = digits.hasPrefix("0x")
        let written = (isNegative ? "-" : "") + (isHex ? String(digits.dropFirst(2)) : digits)
        if let number = Int64(written, radix: isHex ? 16 : 10) { return .int(number) }
        let whole = (isNegative ? "-" : "") + digits
        faults.add(.invalidNumber, at: offset, "the number '\(whole)' does not fit 64 bits", ["number": whole])
        return .int(0)
    }
}
