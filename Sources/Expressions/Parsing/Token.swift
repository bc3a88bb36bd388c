/// A word of the source text.
struct Token {
    enum Kind: Equatable {
        /// A name; reserved words come as names too.
        case identifier(String)
        /// A field name between backticks.
        case quotedIdentifier(String)
        /// Digits of an `int` literal (decimal or `0x`), not yet read: the sign in front decides whether they fit.
        case int(String)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        /// Operators, brackets and punctuation, and the keywords `in`, `true`, `false`, `null`.
        case symbol(Symbol)
        case end
    }

    let kind: Kind
    let range: Range<Int>

    /// The token as it is shown in complaints.
    var text: String {
        switch kind {
        case .identifier(let name): name
        case .quotedIdentifier(let name): "`\(name)`"
        case .int(let digits): digits
        case .uint(let value): "\(value)u"
        case .double(let value): "\(value)"
        case .string(let text): "\"\(text)\""
        case .bytes: "b\"…\""
        case .symbol(let symbol): symbol.rawValue
        case .end: "end of expression"
        }
    }

    /// Words kept free for host languages: no variables, but allowed as fields and methods.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return",
        "var",
        "void", "while",
    ]
}

/// Operators, brackets, punctuation and keywords.
enum Symbol: String, CaseIterable {
    case and = "&&"
    case or = "||"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case star = "*"
    case slash = "/"
    case percent = "%"
    case not = "!"
    case question = "?"
    case colon = ":"
    case dot = "."
    case comma = ","
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case membership = "in"
    case `true`
    case `false`
    case null

    /// The symbols that are spelt like names and can never be one.
    static let keywords: Set<Symbol> = [.membership, .true, .false, .null]
}
