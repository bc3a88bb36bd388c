/// Reads a pattern in RE2's syntax.
struct PatternParser {
    /// Groups nested deeper than this are refused.
    private static let maximumDepth = 50
    /// Largest number of a bounded repetition, nested ones multiplied (RE2's bound).
    private static let maximumRepetition = 1_000

    /// What `(?imsU)` switches.
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesLineFeed = false
    }

    let scalars: [Unicode.Scalar]
    var place = 0
    var flags = Flags()
    private var depth = 0

    init(_ source: String) {
        scalars = Array(source.unicodeScalars)
    }

    mutating func parse() throws(EvaluationError) -> PatternPiece {
        let piece = try choice()
        guard place == scalars.count else { throw fault("unexpected )") }
        return piece
    }

    // MARK: Tools

    var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    func scalar(ahead distance: Int) -> Unicode.Scalar? {
        place + distance < scalars.count ? scalars[place + distance] : nil
    }

    mutating func skip(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    func fault(_ what: String) -> EvaluationError {
        EvaluationError(.invalidArgument("faulty pattern: \(what)"))
    }

    // MARK: Grammar

    private mutating func choice() throws(EvaluationError) -> PatternPiece {
        guard depth < Self.maximumDepth else { throw fault("groups are nested too deep") }
        depth += 1
        var branches = [try sequence()]
        while skip("|") { branches.append(try sequence()) }
        depth -= 1
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(EvaluationError) -> PatternPiece {
        var pieces: [PatternPiece] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            if skip("\\Q") {
                while place < scalars.count, !skip("\\E") {
                    pieces.append(.set(ScalarSet(scalars[place], ignoresCase: flags.ignoresCase)))
                    place += 1
                }
                continue
            }
            guard let piece = try item() else { continue }
            pieces.append(try repetition(of: piece))
        }
        return pieces.isEmpty ? .empty : .sequence(pieces)
    }

    /// One character, set, assertion or group; nil for a switch of flags.
    private mutating func item() throws(EvaluationError) -> PatternPiece? {
        guard let scalar = next else { return nil }
        switch scalar {
        case "(": return try group()
        case "[": return .set(try set())
        case "\\": return try escape()
        case ".":
            place += 1
            return .set(flags.dotMatchesLineFeed ? .everything : .notLineFeed)
        case "^":
            place += 1
            return .assertion(flags.isMultiline ? .lineStart : .textStart)
        case "$":
            place += 1
            return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
        case "*", "+", "?": throw fault("no argument for repetition operator \(scalar)")
        case "{" where repetitionBounds() != nil: throw fault("no argument for repetition operator {")
        default:
            place += 1
            return .set(ScalarSet(scalar, ignoresCase: flags.ignoresCase))
        }
    }

    private mutating func group() throws(EvaluationError) -> PatternPiece? {
        place += 1
        let outer = flags
        if skip("?") {
            if skip("P<") || skip("<") {
                try groupName()
            } else if try !groupFlags() {
                return nil
            }
        }
        let inner = try choice()
        guard skip(")") else { throw fault("missing )") }
        flags = outer
        return inner
    }

    private mutating func groupName() throws(EvaluationError) {
        let start = place
        while let scalar = next, ScalarSet.word.contains(scalar) { place += 1 }
        guard place > start, skip(">") else { throw fault("invalid group name") }
    }

    /// Reads `i`, `-s` … up to `:` (a group follows, true) or `)` (the rest of the surrounding group is meant, false).
    private mutating func groupFlags() throws(EvaluationError) -> Bool {
        var turnsOn = true
        var sawFlag = false
        while let scalar = next {
            place += 1
            switch scalar {
            case "i": flags.ignoresCase = turnsOn
            case "m": flags.isMultiline = turnsOn
            case "s": flags.dotMatchesLineFeed = turnsOn
            case "U": break
            case "-" where turnsOn:
                turnsOn = false
                sawFlag = false
                continue
            case ":" where turnsOn || sawFlag: return true
            case ")" where sawFlag: return false
            default: throw fault("invalid group flags")
            }
            sawFlag = true
        }
        throw fault("missing )")
    }

    // MARK: Repetition

    private mutating func repetition(of piece: PatternPiece) throws(EvaluationError) -> PatternPiece {
        guard let (lower, upper) = try repetitionOperator() else { return piece }
        _ = skip("?")
        if try repetitionOperator() != nil { throw fault("two repetition operators in a row") }
        let repeated = PatternPiece.repeated(piece, lower, upper)
        guard repeated.unrolling <= Self.maximumRepetition else { throw fault("invalid repetition size") }
        return repeated
    }

    private mutating func repetitionOperator() throws(EvaluationError) -> (lower: Int, upper: Int?)? {
        if skip("*") { return (0, nil) }
        if skip("+") { return (1, nil) }
        if skip("?") { return (0, 1) }
        guard let (lower, upper, length) = repetitionBounds() else { return nil }
        place += length
        guard lower <= Self.maximumRepetition, (upper ?? lower) <= Self.maximumRepetition, lower <= upper ?? lower else {
            throw fault("invalid repetition size")
        }
        return (lower, upper)
    }

    /// What `{n}`, `{n,}` or `{n,m}` says, if one stands here; any other brace is an ordinary character.
    private func repetitionBounds() -> (lower: Int, upper: Int?, length: Int)? {
        guard next == "{" else { return nil }
        var length = 1
        guard let lower = number(&length) else { return nil }
        var upper: Int? = lower
        if scalar(ahead: length) == "," {
            length += 1
            upper = number(&length)
        }
        guard scalar(ahead: length) == "}" else { return nil }
        return (lower, upper, length + 1)
    }

    private func number(_ length: inout Int) -> Int? {
        var value: Int?
        while let digit = scalar(ahead: length), ScalarSet.digit.contains(digit) {
            value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 1_000_000)
            length += 1
        }
        return value
    }
}
