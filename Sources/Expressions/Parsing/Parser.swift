/// Reads a source text into a tree, by precedence.
///
/// Every token that cannot be read is reported; of the grammar, the first thing that does not fit and every misused word or macro before it.
/// What calls itself here is kept in small functions: their stack frames are what nesting costs.
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

    /// Where the next token starts.
    var start: Int { tokens[place].range.lowerBound }

    private var previousEnd: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

    /// The next token if it is a symbol.
    var symbol: Symbol? {
        if case .symbol(let symbol) = tokens[place].kind { symbol } else { nil }
    }

    /// Whether a number follows that takes a minus sign as part of the literal.
    var isBeforeSignedNumber: Bool {
        guard place + 1 < tokens.count else { return false }
        switch tokens[place + 1].kind {
        case .int, .double: return true
        default: return false
        }
    }

    mutating func advance() {
        if place + 1 < tokens.count { place += 1 }
    }

    mutating func skip(_ wanted: Symbol) -> Bool {
        guard symbol == wanted else { return false }
        advance()
        return true
    }

    mutating func expect(_ wanted: Symbol) throws(Stop) {
        guard skip(wanted) else { throw unexpected(expected: "'\(wanted.rawValue)'") }
    }

    mutating func unexpected(expected: String) -> Stop {
        let found = current.text
        faults.add(
            .unexpectedToken,
            at: start,
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

    // MARK: Expressions

    /// `condition ? whenTrue : whenFalse` or anything that binds tighter.
    mutating func expression() throws(Stop) -> Syntax {
        guard depth < limits.depth else { throw tooDeep(at: start) }
        depth += 1
        let syntax = try operation()
        let whole = symbol == .question ? try conditional(syntax) : syntax
        depth -= 1
        return whole
    }

    private mutating func conditional(_ condition: Syntax) throws(Stop) -> Syntax {
        let focus = start
        advance()
        let whenTrue = try operation()
        try expect(.colon)
        let whenFalse = try expression()
        return try node(.conditional(condition, whenTrue, whenFalse), from: condition.range.lowerBound, focus: focus)
    }

    /// Operands with operators between them.
    private mutating func operation() throws(Stop) -> Syntax {
        var pending = PendingOperation()
        repeat {
            pending.starts.append(start)
            pending.operands.append(try operand())
        } while try takeInfix(&pending)
        return pending.operands[0]
    }

    /// Lets the next operator wait for its right operand; at the end of the operation, builds all that waits.
    private mutating func takeInfix(_ pending: inout PendingOperation) throws(Stop) -> Bool {
        guard let infix = symbol.flatMap(InfixOperator.init) else {
            try reduce(&pending, before: .conditional)
            return false
        }
        try reduce(&pending, before: infix.precedence)
        pending.operators.append((infix, start))
        advance()
        return true
    }

    /// Builds the nodes of all waiting operators that bind tighter than what comes next. Logical operators of one kind wait for each other
    /// and become one chain.
    private mutating func reduce(_ pending: inout PendingOperation, before next: Precedence) throws(Stop) {
        while let (infix, focus) = pending.operators.last {
            switch infix {
            case .binary(let symbol):
                guard symbol.precedence >= next else { return }
                pending.operators.removeLast()
                let right = pending.operands.removeLast()
                let left = pending.operands.removeLast()
                pending.starts.removeLast()
                pending.operands.append(try node(.binary(symbol, left, right), from: pending.lastStart, focus: focus))
            case .logical(let symbol):
                guard symbol.precedence > next else { return }
                let count = pending.operators.reversed().prefix { $0.infix == infix }.count
                let first = pending.operators[pending.operators.count - count].offset
                let terms = Array(pending.operands.suffix(count + 1))
                pending.operators.removeLast(count)
                pending.operands.removeLast(count + 1)
                pending.starts.removeLast(count)
                pending.operands.append(try node(.logical(symbol, terms), from: pending.lastStart, focus: first))
            }
        }
    }

    /// `!` and `-` in front of a member; a minus directly before digits belongs to the number.
    private mutating func operand() throws(Stop) -> Syntax {
        try prefix == nil ? member() : signedOperand()
    }

    /// One kind of sign, any number of times: `!!x` and `--x` are allowed, `!-x` is not.
    private mutating func signedOperand() throws(Stop) -> Syntax {
        guard let sign = prefix else { return try member() }
        var offsets: [Int] = []
        while prefix == sign {
            offsets.append(start)
            advance()
        }
        if prefix != nil { throw unexpected(expected: "a value") }
        var operand = try member()
        for offset in offsets.reversed() { operand = try node(.unary(sign, operand), from: offset) }
        return operand
    }

    private var prefix: UnaryOperator? {
        switch symbol {
        case .not: .not
        case .minus: isBeforeSignedNumber ? nil : .negate
        default: nil
        }
    }
}

/// Operands read so far, with where they start, and the operators that wait between them.
private struct PendingOperation {
    var operands: [Syntax] = []
    var starts: [Int] = []
    var operators: [(infix: InfixOperator, offset: Int)] = []

    var lastStart: Int { starts.last ?? 0 }
}

/// What may stand between two operands.
private enum InfixOperator: Equatable {
    case binary(BinaryOperator)
    case logical(LogicalOperator)

    init?(_ symbol: Symbol) {
        switch symbol {
        case .and: self = .logical(.and)
        case .or: self = .logical(.or)
        case .equal: self = .binary(.equal)
        case .notEqual: self = .binary(.notEqual)
        case .less: self = .binary(.less)
        case .lessOrEqual: self = .binary(.lessOrEqual)
        case .greater: self = .binary(.greater)
        case .greaterOrEqual: self = .binary(.greaterOrEqual)
        case .membership: self = .binary(.membership)
        case .plus: self = .binary(.add)
        case .minus: self = .binary(.subtract)
        case .star: self = .binary(.multiply)
        case .slash: self = .binary(.divide)
        case .percent: self = .binary(.remainder)
        default: return nil
        }
    }

    var precedence: Precedence {
        switch self {
        case .binary(let symbol): symbol.precedence
        case .logical(let symbol): symbol.precedence
        }
    }
}
