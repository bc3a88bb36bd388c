/// Bounds on reading and evaluating an expression, so that no input can exhaust the machine.
public struct Limits: Sendable, Hashable {
    /// Which bound was reached.
    public enum Name: String, Sendable, Hashable, CaseIterable {
        /// ``Limits/sourceBytes``
        case sourceBytes = "source-bytes"
        /// ``Limits/depth``
        case depth
        /// ``Limits/steps``
        case steps
        /// ``Limits/stringBytes``
        case stringBytes = "string-bytes"
        /// ``Limits/listElements``
        case listElements = "list-elements"
        /// ``Limits/patternInstructions``
        case patternInstructions = "pattern-instructions"
    }

    /// Longest source text in UTF-8 bytes.
    public var sourceBytes: Int
    /// Deepest nesting of the syntax tree, chains of operators included (`a + b + c` is three deep; `a && b && c` is two).
    ///
    /// The language asks for at least 32. The default of 100 holds on a stack of 512 KB even in an unoptimised build; a stack of 8 MB holds
    /// more than 1000.
    public var depth: Int
    /// Most work in one evaluation: nodes evaluated, elements compared, and sixteen bytes of text count one step each.
    public var steps: Int
    /// Longest text or byte string that an evaluation may create, in bytes.
    public var stringBytes: Int
    /// Longest list or map that an evaluation may create.
    public var listElements: Int
    /// Largest compiled pattern of `matches`, in instructions.
    public var patternInstructions: Int

    /// Sets the bounds; the defaults suit rule files and conformance cases.
    public init(
        sourceBytes: Int = 100_000,
        depth: Int = 100,
        steps: Int = 1_000_000,
        stringBytes: Int = 1_000_000,
        listElements: Int = 100_000,
        patternInstructions: Int = 10_000
    ) {
        self.sourceBytes = sourceBytes
        self.depth = depth
        self.steps = steps
        self.stringBytes = stringBytes
        self.listElements = listElements
        self.patternInstructions = patternInstructions
    }

    /// The default bounds.
    public static let standard = Limits()
}
