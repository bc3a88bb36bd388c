extension Parser {
    /// A primary with any number of `.field`, `.method(…)` and `[index]` behind it.
    mutating func member() throws(Stop) -> Syntax {
        let start = start
        var operand = try primary()
        while let next = symbol {
            switch next {
            case .dot: operand = try selection(from: operand, start: start)
            case .leftBracket: operand = try index(of: operand, start: start)
            case .leftBrace: throw messageConstruction()
            default: return operand
            }
        }
        return operand
    }

    private mutating func index(of operand: Syntax, start: Int) throws(Stop) -> Syntax {
        let focus = self.start
        advance()
        let index = try expression()
        try expect(.rightBracket)
        return try node(.index(operand, index), from: start, focus: focus)
    }

    /// What follows a dot: a field or a method.
    private mutating func selection(from operand: Syntax, start: Int) throws(Stop) -> Syntax {
        advance()
        let focus = self.start
        switch current.kind {
        case .quotedIdentifier(let name):
            advance()
            return try node(.select(operand, field: name), from: start, focus: focus)
        case .identifier(let name):
            advance()
            guard skip(.leftParenthesis) else { return try node(.select(operand, field: name), from: start, focus: focus) }
            return try method(name, of: operand, start: start, focus: focus)
        default:
            throw unexpected(expected: "a field name")
        }
    }

    private mutating func method(_ name: String, of receiver: Syntax, start: Int, focus: Int) throws(Stop) -> Syntax {
        let arguments = try list(until: .rightParenthesis)
        if let macro = ComprehensionMacro(rawValue: name), macro.takes(arguments.count) {
            return try comprehension(macro, range: receiver, arguments: arguments, start: start, focus: focus)
        }
        return try node(.method(receiver, name, arguments), from: start, focus: focus)
    }

    private mutating func messageConstruction() -> Stop {
        faults.add(.unsupported, at: start, "protobuf messages are not part of the guard language", ["construct": "message"])
        return Stop()
    }

    private mutating func primary() throws(Stop) -> Syntax {
        switch symbol {
        case .leftParenthesis: try parenthesised()
        case .leftBracket: try listLiteral()
        case .leftBrace: try mapLiteral()
        case nil, .dot: try isName ? nameOrCall() : number(isNegative: false)
        default: try keywordOrNumber()
        }
    }

    private mutating func parenthesised() throws(Stop) -> Syntax {
        advance()
        let inner = try expression()
        try expect(.rightParenthesis)
        return inner
    }

    private mutating func listLiteral() throws(Stop) -> Syntax {
        let start = start
        advance()
        let elements = try list(until: .rightBracket)
        return try node(.list(elements), from: start)
    }

    private mutating func mapLiteral() throws(Stop) -> Syntax {
        let start = start
        advance()
        var entries: [Syntax.MapEntry] = []
        while symbol != .rightBrace {
            let key = try expression()
            try expect(.colon)
            entries.append(Syntax.MapEntry(key: key, value: try expression()))
            guard skip(.comma) else { break }
        }
        try expect(.rightBrace)
        return try node(.map(entries), from: start)
    }

    /// Expressions separated by commas; a comma before the closing bracket is allowed in lists only.
    private mutating func list(until close: Symbol) throws(Stop) -> [Syntax] {
        var elements: [Syntax] = []
        while symbol != close {
            elements.append(try expression())
            guard skip(.comma) else { break }
            if close == .rightParenthesis, symbol == close { throw unexpected(expected: "an argument") }
        }
        try expect(close)
        return elements
    }

    // MARK: Names

    /// Whether a name stands here, possibly with a leading dot.
    private var isName: Bool {
        switch current.kind {
        case .identifier, .symbol(.dot): true
        default: false
        }
    }

    /// A variable or a call of a function.
    private mutating func nameOrCall() throws(Stop) -> Syntax {
        let start = start
        let name = try name()
        return try symbol == .leftParenthesis ? call(name, start: start) : node(.identifier(name), from: start)
    }

    /// Reads a name; a leading dot stays with it.
    private mutating func name() throws(Stop) -> String {
        let dot = skip(.dot) ? "." : ""
        guard case .identifier(let name) = current.kind else { throw unexpected(expected: "a name") }
        if Token.reserved.contains(name) {
            faults.add(.reservedWord, at: start, "'\(name)' is a reserved word", ["name": name])
        }
        advance()
        return dot + name
    }

    private mutating func call(_ name: String, start: Int) throws(Stop) -> Syntax {
        advance()
        let arguments = try list(until: .rightParenthesis)
        if name == "has", arguments.count == 1 { return try presence(of: arguments[0], start: start) }
        return try node(.call(name, arguments), from: start)
    }

    // MARK: Literals

    /// `true`, `false`, `null`, or a minus with its number.
    private mutating func keywordOrNumber() throws(Stop) -> Syntax {
        let start = start
        let value: Value
        switch symbol {
        case .true: value = true
        case .false: value = false
        case .null: value = .null
        case .minus: return try number(isNegative: true)
        default: throw unexpected(expected: "a value")
        }
        advance()
        return try node(.literal(value), from: start)
    }

    /// The literal that stands here; after its minus sign only a signed number can.
    private mutating func number(isNegative: Bool) throws(Stop) -> Syntax {
        let start = start
        if isNegative { advance() }
        let value: Value
        switch current.kind {
        case .int(let digits): value = int(digits, isNegative: isNegative)
        case .double(let number): value = .double(isNegative ? -number : number)
        case .uint(let number) where !isNegative: value = .uint(number)
        case .string(let text) where !isNegative: value = .string(text)
        case .bytes(let bytes) where !isNegative: value = .bytes(bytes)
        default: throw unexpected(expected: "a value")
        }
        advance()
        return try node(.literal(value), from: start)
    }

    private mutating func int(_ digits: String, isNegative: Bool) -> Value {
        let isHex = digits.hasPrefix("0x")
        let written = (isNegative ? "-" : "") + (isHex ? String(digits.dropFirst(2)) : digits)
        if let number = Int64(written, radix: isHex ? 16 : 10) { return .int(number) }
        let whole = (isNegative ? "-" : "") + digits
        faults.add(.invalidNumber, at: start, "the number '\(whole)' does not fit 64 bits", ["number": whole])
        return .int(0)
    }
}
