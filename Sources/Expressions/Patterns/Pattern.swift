/// A regular expression for `matches`: the RE2 syntax without named Unicode scripts, searched in time proportional to text × pattern.
///
/// There is no backtracking, so no pattern can make a search explode.
struct Pattern: Sendable {
    private let program: PatternProgram

    /// Compiles a pattern.
    ///
    /// - Throws: `invalidArgument` for faulty patterns, `limitExceeded` for patterns that grow too large.
    init(_ source: String, maximumInstructions: Int) throws(EvaluationError) {
        var parser = PatternParser(source)
        let piece = try parser.parse()
        var compiler = PatternCompiler(maximumInstructions: maximumInstructions)
        program = try compiler.compile(piece)
    }

    var instructionCount: Int { program.instructions.count }

    /// Whether some part of the text matches.
    func matches(_ text: String, budget: inout Budget) throws(EvaluationError) -> Bool {
        var matcher = PatternMatcher(program)
        return try matcher.finds(in: text, budget: &budget)
    }
}

/// What a pattern consists of.
indirect enum PatternPiece: Sendable {
    case empty
    case set(ScalarSet)
    case assertion(PatternAssertion)
    case sequence([PatternPiece])
    case choice([PatternPiece])
    /// So many times at least and at most; without an upper end if nil.
    case repeated(PatternPiece, Int, Int?)

    /// How often the innermost part is written out when all bounded repetitions around it are unrolled.
    var unrolling: Int {
        switch self {
        case .empty, .set, .assertion: 1
        case .sequence(let pieces), .choice(let pieces): pieces.map(\.unrolling).max() ?? 1
        case .repeated(let piece, let lower, let upper): max(1, upper ?? lower) * piece.unrolling
        }
    }
}

/// Conditions on the place between two characters.
enum PatternAssertion: Sendable {
    case textStart
    case textEnd
    case lineStart
    case lineEnd
    case wordBoundary
    case noWordBoundary

    func holds(before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
        switch self {
        case .textStart: before == nil
        case .textEnd: after == nil
        case .lineStart: before == nil || before == "\n"
        case .lineEnd: after == nil || after == "\n"
        case .wordBoundary: Self.isWord(before) != Self.isWord(after)
        case .noWordBoundary: Self.isWord(before) == Self.isWord(after)
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return ScalarSet.word.contains(scalar)
    }
}
