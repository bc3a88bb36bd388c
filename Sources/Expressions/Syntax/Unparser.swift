/// Writes a tree as source text: one canonical form, which reads back as an equal tree.
struct Unparser {
    private(set) var text = ""

    /// Writes a node, in parentheses if it binds less tightly than its surroundings need.
    mutating func write(_ syntax: Syntax, atLeast needed: Precedence = .conditional) {
        let needsParentheses = syntax.precedence < needed
        if needsParentheses { text += "(" }
        switch syntax.kind {
        case .literal(let value): text += value.literalText
        case .identifier(let name), .variable(let name), .local(let name): text += name
        case .select(let operand, let field): writeSelection(operand, field)
        case .presence(let operand, let field):
            text += "has("
            writeSelection(operand, field)
            text += ")"
        case .index(let operand, let index):
            write(operand, atLeast: .member)
            text += "["
            write(index)
            text += "]"
        case .call(let name, let arguments): writeCall(name, arguments)
        case .method(let receiver, let name, let arguments):
            write(receiver, atLeast: .member)
            text += "."
            writeCall(name, arguments)
        case .unary, .binary, .logical, .conditional: writeOperation(syntax.kind)
        case .list(let elements):
            text += "["
            writeList(elements)
            text += "]"
        case .map(let entries): writeMap(entries)
        case .comprehension(let comprehension): write(comprehension)
        }
        if needsParentheses { text += ")" }
    }

    private mutating func writeOperation(_ kind: Syntax.Kind) {
        switch kind {
        case .unary(let sign, let operand):
            text += sign.rawValue
            var inner = Unparser()
            inner.write(operand, atLeast: .unary)
            // A minus directly before digits would become part of the number: `-1` is a literal, `-(1)` a negated one.
            let startsWithNumber = inner.text.utf8.first?.isDigit == true
            let isNegativeNumber = inner.text.hasPrefix("-") && inner.text.utf8.dropFirst().first?.isDigit == true
            let isOtherSign = operand.startsWithSign(otherThan: sign)
            text += startsWithNumber || isNegativeNumber || isOtherSign ? "(\(inner.text))" : inner.text
        case .binary(let symbol, let left, let right):
            write(left, atLeast: symbol.precedence)
            text += " \(symbol.rawValue) "
            write(right, atLeast: symbol.precedence.tighter)
        case .logical(let symbol, let terms):
            for (place, term) in terms.enumerated() {
                if place > 0 { text += " \(symbol.rawValue) " }
                write(term, atLeast: symbol.precedence.tighter)
            }
        case .conditional(let condition, let whenTrue, let whenFalse):
            write(condition, atLeast: .or)
            text += " ? "
            write(whenTrue, atLeast: .or)
            text += " : "
            write(whenFalse)
        default: break
        }
    }

    private mutating func writeSelection(_ operand: Syntax, _ field: String) {
        write(operand, atLeast: .member)
        text += "." + (field.isPlainField ? field : "`\(field)`")
    }

    private mutating func writeCall(_ name: String, _ arguments: [Syntax]) {
        text += name + "("
        writeList(arguments)
        text += ")"
    }

    private mutating func writeList(_ elements: [Syntax]) {
        for (place, element) in elements.enumerated() {
            if place > 0 { text += ", " }
            write(element)
        }
    }

    private mutating func writeMap(_ entries: [Syntax.MapEntry]) {
        text += "{"
        for (place, entry) in entries.enumerated() {
            if place > 0 { text += ", " }
            write(entry.key)
            text += ": "
            write(entry.value)
        }
        text += "}"
    }

    private mutating func write(_ comprehension: Syntax.Comprehension) {
        write(comprehension.range, atLeast: .member)
        text += ".\(comprehension.macro.rawValue)(\(comprehension.variable), "
        if let condition = comprehension.condition {
            write(condition)
            text += ", "
        }
        write(comprehension.body)
        text += ")"
    }
}

extension Syntax: CustomStringConvertible {
    /// The canonical source text: single spaces, only the parentheses that are needed, texts in double quotes.
    public var description: String {
        var unparser = Unparser()
        unparser.write(self)
        return unparser.text
    }

    fileprivate func startsWithSign(otherThan sign: UnaryOperator) -> Bool {
        if case .unary(let own, _) = kind { own != sign } else { false }
    }

    var precedence: Precedence {
        switch kind {
        case .conditional: .conditional
        case .logical(let symbol, _): symbol.precedence
        case .binary(let symbol, _, _): symbol.precedence
        case .unary: .unary
        default: .member
        }
    }
}

extension String {
    /// Whether the name can follow a dot without backticks.
    fileprivate var isPlainField: Bool {
        guard let first = utf8.first, first.isIdentifierStart, Symbol(rawValue: self) == nil else { return false }
        return utf8.allSatisfy { $0.isIdentifierStart || $0.isDigit }
    }
}
