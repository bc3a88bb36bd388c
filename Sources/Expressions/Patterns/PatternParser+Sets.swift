extension PatternParser {
    /// `[…]`
    mutating func set() throws(EvaluationError) -> ScalarSet {
        place += 1
        var result = ScalarSet()
        result.ignoresCase = flags.ignoresCase
        result.isNegated = skip("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            if let named = try namedClass() {
                result.items.append(.nested(named))
            } else if let shorthand = try shorthandClass() {
                result.items.append(.nested(shorthand))
            } else {
                result.items.append(.range(try range()))
            }
        }
        guard skip("]") else { throw fault("missing ]") }
        return result
    }

    /// `[:alpha:]` or `[:^alpha:]`
    private mutating func namedClass() throws(EvaluationError) -> ScalarSet? {
        guard next == "[", scalar(ahead: 1) == ":" else { return nil }
        let start = place
        place += 2
        let isNegated = skip("^")
        var name = ""
        while let scalar = next, ScalarSet.word.contains(scalar) {
            name.unicodeScalars.append(scalar)
            place += 1
        }
        guard skip(":]") else {
            place = start
            return nil
        }
        guard let set = ScalarSet.named[name] else { throw fault("unknown class [:\(name):]") }
        return isNegated ? set.negated : set
    }

    private mutating func range() throws(EvaluationError) -> ClosedRange<UInt32> {
        let first = try setCharacter()
        guard next == "-", let end = scalar(ahead: 1), end != "]" else { return first...first }
        place += 1
        let last = try setCharacter()
        guard first <= last else { throw fault("invalid character class range") }
        return first...last
    }

    private mutating func setCharacter() throws(EvaluationError) -> UInt32 {
        guard let scalar = next else { throw fault("missing ]") }
        guard scalar == "\\" else {
            place += 1
            return scalar.value
        }
        return try escapedCharacter().value
    }

    // MARK: Escapes

    /// What a backslash introduces outside of sets.
    mutating func escape() throws(EvaluationError) -> PatternPiece {
        if skip("\\A") { return .assertion(.textStart) }
        if skip("\\z") { return .assertion(.textEnd) }
        if skip("\\b") { return .assertion(.wordBoundary) }
        if skip("\\B") { return .assertion(.noWordBoundary) }
        if let shorthand = try shorthandClass() { return .set(shorthand) }
        return .set(ScalarSet(try escapedCharacter(), ignoresCase: flags.ignoresCase))
    }

    /// `\d`, `\W`, `\pL`, `\P{Lu}` …
    private mutating func shorthandClass() throws(EvaluationError) -> ScalarSet? {
        if skip("\\d") { return .digit }
        if skip("\\D") { return ScalarSet.digit.negated }
        if skip("\\w") { return .word }
        if skip("\\W") { return ScalarSet.word.negated }
        if skip("\\s") { return .space }
        if skip("\\S") { return ScalarSet.space.negated }
        let isNegated = next == "\\" && scalar(ahead: 1) == "P"
        guard skip("\\p") || skip("\\P") else { return nil }
        return try category(isNegated: isNegated)
    }

    private mutating func category(isNegated: Bool) throws(EvaluationError) -> ScalarSet {
        var name = ""
        var negated = isNegated
        if skip("{") {
            if skip("^") { negated.toggle() }
            while let scalar = next, scalar != "}" {
                name.unicodeScalars.append(scalar)
                place += 1
            }
            guard skip("}") else { throw fault("invalid character class range") }
        } else if let scalar = next {
            name.unicodeScalars.append(scalar)
            place += 1
        }
        var set = ScalarSet()
        if name == "Any" {
            set = .everything
        } else {
            guard ScalarSet.categories.contains(name) else { throw fault("unknown character class \\p{\(name)}") }
            set.items = [.category(name)]
        }
        set.isNegated = negated
        return set
    }

    /// The character that an escape stands for.
    private mutating func escapedCharacter() throws(EvaluationError) -> Unicode.Scalar {
        place += 1
        guard let code = next else { throw fault("trailing \\") }
        place += 1
        switch code {
        case "a": return "\u{07}"
        case "f": return "\u{0C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "v": return "\u{0B}"
        case "x": return try hexadecimal()
        case "0"..."7": return try octal(code)
        default:
            guard code.isASCII, !ScalarSet.named["alnum", default: .word].contains(code) else {
                throw fault("invalid escape sequence \\\(code)")
            }
            return code
        }
    }

    private mutating func hexadecimal() throws(EvaluationError) -> Unicode.Scalar {
        var value: UInt32 = 0
        let isBraced = skip("{")
        var count = 0
        while count < (isBraced ? 6 : 2), let digit = next.flatMap({ UInt8(exactly: $0.value)?.hexValue }) {
            value = value << 4 | digit
            place += 1
            count += 1
        }
        guard isBraced ? count > 0 && skip("}") : count == 2, let scalar = Unicode.Scalar(value) else {
            throw fault("invalid escape sequence \\x")
        }
        return scalar
    }

    /// `\0`, `\012`, `\123`; a single digit other than zero would be a back-reference, which no linear search can follow.
    private mutating func octal(_ first: Unicode.Scalar) throws(EvaluationError) -> Unicode.Scalar {
        var value = first.value - 0x30
        var count = 1
        while count < 3, let digit = next, ("0"..."7").contains(digit) {
            value = value << 3 | (digit.value - 0x30)
            place += 1
            count += 1
        }
        guard first == "0" || count > 1, let scalar = Unicode.Scalar(value) else { throw fault("invalid escape sequence \\\(first)") }
        return scalar
    }
}
