/// An operator with one operand.
public enum UnaryOperator: String, Sendable, Hashable, CaseIterable {
    /// `!`
    case not = "!"
    /// `-`
    case negate = "-"

    /// The name under which its overloads are declared.
    var functionName: String { rawValue + "_" }
}

/// An operator with two operands, the logical ones apart.
public enum BinaryOperator: String, Sendable, Hashable, CaseIterable {
    /// `==`
    case equal = "=="
    /// `!=`
    case notEqual = "!="
    /// `<`
    case less = "<"
    /// `<=`
    case lessOrEqual = "<="
    /// `>`
    case greater = ">"
    /// `>=`
    case greaterOrEqual = ">="
    /// `in`
    case membership = "in"
    /// `+`
    case add = "+"
    /// `-`
    case subtract = "-"
    /// `*`
    case multiply = "*"
    /// `/`
    case divide = "/"
    /// `%`
    case remainder = "%"

    /// The name under which its overloads are declared, in the notation of the language definition.
    var functionName: String { "_" + rawValue + "_" }

    /// Whether it compares two values of one type.
    var isComparison: Bool { precedence == .relation && self != .membership }

    /// How strongly it binds; see ``Precedence``.
    var precedence: Precedence {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .membership: .relation
        case .add, .subtract: .addition
        case .multiply, .divide, .remainder: .multiplication
        }
    }
}

/// `&&` or `||`; both absorb errors when another operand decides.
public enum LogicalOperator: String, Sendable, Hashable, CaseIterable {
    /// `&&`
    case and = "&&"
    /// `||`
    case or = "||"

    /// The name under which its overloads are declared.
    var functionName: String { "_" + rawValue + "_" }

    /// How strongly it binds.
    var precedence: Precedence { self == .and ? .and : .or }
}

/// The macros that go through a list or the keys of a map.
public enum ComprehensionMacro: String, Sendable, Hashable, CaseIterable {
    /// Every element fulfils the predicate.
    case all
    /// Some element does.
    case exists
    /// Exactly one does.
    case existsOne = "exists_one"
    /// What becomes of each element (that fulfils the condition, if there is one).
    case map
    /// The elements that fulfil the predicate.
    case filter
}

/// How strongly the parts of an expression bind, weakest first.
enum Precedence: Int, Comparable {
    case conditional
    case or
    case and
    case relation
    case addition
    case multiplication
    case unary
    case member

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    /// The next stronger level.
    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .member }
}
