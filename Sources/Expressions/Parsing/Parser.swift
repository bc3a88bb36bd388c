/// Reads a source text into a tree, by precedence climbing.
///
/// Every token that cannot be read is reported; of the grammar, the first thing that does not fit and every misused word or macro before it.
struct Parser {
    /// Thrown after the complaint has been filed.
    struct Stop: Error {}

    private let tokens: [Token]
    private let limits: Limits
    private var place = 0
    private var depth = 0
    var faults: FaultCollector

    /// Reads a whole source text.
    static func parse(_ source: String, limits: Limits) throws(CompileFailure) -> Syntax {
        guard source.utf8.count <= limits.sourceBytes else {
            var faults = FaultCollector(source: "")
            faults.add(
                .limitExceeded,
                at: 0,
                "the expression is longer than \(limits.sourceBytes) bytes",
                ["limit": Limits.Name.sourceBytes.rawValue]
            )
            throw CompileFailure(faults: faults.faults)
        }
        var lexer = Lexer(source: source)
        let tokens = lexer.tokens()
        guard lexer.faults.faults.isEmpty else { throw CompileFailure(faults: lexer.faults.sorted) }
        var parser = Parser(tokens: tokens, limits: limits, faults: lexer.faults)
        let syntax = try? parser.whole()
        guard let syntax, parser.faults.faults.isEmpty else { throw CompileFailure(faults: parser.faults.sorted) }
        return syntax
    }

    private init(tokens: [Token], limits: Limits, faults: FaultCollector) {
        self.tokens = tokens
        self.limits = limits
        self.faults = faults
    }

    private mutating func whole() throws(Stop) -> Syntax {
        let syntax = try expression()
        guard current.kind == .end else { throw unexpected(expected: "an operator or the end") }
        return syntax
    }

    // MARK: Tokens

    var current: Token { tokens[place] }

    private var previousEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

    mutating func advance() {
        if place + 1 < tokens.count { place += 1 }
    }

    mutating func skip(_ symbol: String) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: String) throws(Stop) {
        guard skip(symbol) else { throw unexpected(expected: "'\(symbol)'") }
    }

    mutating func unexpected(expected: String) -> Stop {
        let found = current.text
        faults.add(
            .unexpectedToken,
            at: current.range.lowerBound,
            "found '\(found)' where \(expected) should stand",
            ["found": found, "expected": expected]
        )
        return Stop()
    }

    private mutating func tooDeep(at offset: Int) -> Stop {
        faults.add(
            .limitExceeded,
            at: offset,
            "the expression is nested more than \(limits.depth) deep",
            ["limit": Limits.Name.depth.rawValue]
        )
        return Stop()
    }

    /// Builds a node that ends with the last token read.
    mutating func node(_ kind: Syntax.Kind, from start: Int, focus: Int? = nil) throws(Stop) -> Syntax {
        let syntax = Syntax(kind, range: start..<previousEnd, focus: focus)
        guard syntax.height <= limits.depth else { throw tooDeep(at: syntax.focus) }
        return syntax
    }

    // MARK: Levels

    /// `condition ? whenTrue : whenFalse` or anything that binds tighter.
    mutating func expression() throws(Stop) -> Syntax {
        guard depth < limits.depth else { throw tooDeep(at: current.range.lowerBound) }
        depth += 1
        let condition = try operation(.or)
        let focus = current.range.lowerBound
        guard skip("?") else {
            depth -= 1
            return condition
        }
        let whenTrue = try operation(.or)
        try expect(":")
        let whenFalse = try expression()
        depth -= 1
        return try node(.conditional(condition, whenTrue, whenFalse), from: condition.range.lowerBound, focus: focus)
    }

    /// Operators that bind at least as tightly as `lowest`.
    private mutating func operation(_ lowest: Precedence) throws(Stop) -> Syntax {
        let start = current.range.lowerBound
        var left = try operand()
        while case .symbol(let symbol) = current.kind {
            if let logical = LogicalOperator(rawValue: symbol), logical.precedence >= lowest {
                left = try chain(logical, first: left, from: start)
            } else if let binary = BinaryOperator(rawValue: symbol), binary.precedence >= lowest {
                let focus = current.range.lowerBound
                advance()
                let right = try operation(binary.precedence.tighter)
                left = try node(.binary(binary, left, right), from: start, focus: focus)
            } else {
                break
            }
        }
        return left
    }

    private mutating func chain(_ logical: LogicalOperator, first: Syntax, from start: Int) throws(Stop) -> Syntax {
        let focus = current.range.lowerBound
        var terms = [first]
        while skip(logical.rawValue) { terms.append(try operation(logical.precedence.tighter)) }
        return try node(.logical(logical, terms), from: start, focus: focus)
    }

    /// `!` and `-` in front of a member; a minus directly before digits belongs to the number.
    private mutating func operand() throws(Stop) -> Syntax {
        var signs: [(sign: UnaryOperator, offset: Int)] = []
        while case .symbol(let symbol) = current.kind, let sign = UnaryOperator(rawValue: symbol) {
            if sign == .negate, place + 1 < tokens.count, tokens[place + 1].isSignedNumber { break }
            signs.append((sign, current.range.lowerBound))
            advance()
        }
        var operand = try member()
        for (sign, offset) in signs.reversed() { operand = try node(.unary(sign, operand), from: offset) }
        return operand
    }
}

extension Token {
    /// Numbers that take a minus sign as part of the literal.
    fileprivate var isSignedNumber: Bool {
        switch kind {
        case .int, .double: true
        default: false
        }
    }
}
