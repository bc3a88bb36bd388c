/// One node of an expression's tree, with the place it was read from and, once checked, its type.
///
/// The parser gives names as ``Kind/identifier(_:)``; resolving replaces them by ``Kind/variable(_:)``, ``Kind/local(_:)`` or a type literal, so
/// walkers of a checked tree (``Expression/syntax``) meet only those. Macros stay macros (``Kind/presence(_:field:)``,
/// ``Kind/comprehension(_:)``) and chains of `&&` or `||` stay one node, which keeps provers and translators simple.
///
/// Nodes never change once built, so sharing them is safe. Two nodes are equal when they have the same shape: places and types do not count.
public final class Syntax: Sendable {
    /// What stands at a node.
    public enum Kind: Sendable, Hashable {
        /// A number, text, bytes, `true`, `false`, `null`; after resolving also a type such as `int`.
        case literal(Value)
        /// A name as written, with its leading dot if it has one. Only before resolving.
        case identifier(String)
        /// A declared variable by its full name. Only after resolving.
        case variable(String)
        /// The element variable of an enclosing comprehension. Only after resolving.
        case local(String)
        /// `operand.field`
        case select(Syntax, field: String)
        /// `has(operand.field)`
        case presence(Syntax, field: String)
        /// `operand[index]`
        case index(Syntax, Syntax)
        /// `function(arguments)`; the full name after resolving.
        case call(String, [Syntax])
        /// `receiver.function(arguments)`
        case method(Syntax, String, [Syntax])
        /// `!x` or `-x`
        case unary(UnaryOperator, Syntax)
        /// Arithmetic, comparison or `in`.
        case binary(BinaryOperator, Syntax, Syntax)
        /// A chain of `&&` or of `||`; at least two terms.
        case logical(LogicalOperator, [Syntax])
        /// `condition ? whenTrue : whenFalse`
        case conditional(Syntax, Syntax, Syntax)
        /// `[elements]`
        case list([Syntax])
        /// `{key: value, …}`
        case map([MapEntry])
        /// `range.all(variable, body)` and its relatives.
        indirect case comprehension(Comprehension)
    }

    /// One `key: value` of a map.
    public struct MapEntry: Sendable, Hashable {
        /// The key.
        public let key: Syntax
        /// The value.
        public let value: Syntax

        /// Pairs a key with a value.
        public init(key: Syntax, value: Syntax) {
            self.key = key
            self.value = value
        }
    }

    /// A macro that goes through the elements of a list or the keys of a map.
    public struct Comprehension: Sendable, Hashable {
        /// Which macro.
        public let macro: ComprehensionMacro
        /// What is gone through.
        public let range: Syntax
        /// The name of the element within `condition` and `body`.
        public let variable: String
        /// The condition of the three-argument `map`; nil otherwise.
        public let condition: Syntax?
        /// The predicate, or what `map` makes of each element.
        public let body: Syntax

        /// Sets the parts.
        public init(macro: ComprehensionMacro, range: Syntax, variable: String, condition: Syntax? = nil, body: Syntax) {
            self.macro = macro
            self.range = range
            self.variable = variable
            self.condition = condition
            self.body = body
        }
    }

    /// What stands here, with its parts.
    public let kind: Kind
    /// Where it starts and ends, in UTF-8 bytes of the source.
    public let range: Range<Int>
    /// The byte that a complaint about this node points at: the operator, the name of the field or function, else the start.
    public let focus: Int
    /// The type found by the checker; nil before checking, and in expressions compiled without checking.
    public let type: ValueType?
    /// Levels of nodes, this one included.
    public let height: Int

    /// Builds a node; the height follows from the parts.
    public init(_ kind: Kind, range: Range<Int> = 0..<0, focus: Int? = nil, type: ValueType? = nil) {
        self.kind = kind
        self.range = range
        self.focus = focus ?? range.lowerBound
        self.type = type
        height = 1 + kind.tallestPart
    }
}

extension Syntax: Hashable {
    /// Same shape, wherever it stands and whatever its type.
    public static func == (left: Syntax, right: Syntax) -> Bool { left === right || left.kind == right.kind }

    /// Hashes the shape.
    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}
