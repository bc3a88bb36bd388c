/// A guard or formula of a rule file: parsed, checked and compiled once, evaluated as often as needed from any thread.
///
/// The language is core CEL, the Common Expression Language (google/cel-spec, `doc/langdef.md`), without protobuf messages, extension
/// libraries and optional values, and with records of facts (``ValueType/record(_:)``) added.
///
/// A class, so that handing an expression around copies nothing.
public final class Expression: Sendable {
    /// The source text.
    public let source: String
    /// The tree as it was read.
    public let parsed: Syntax
    /// The tree with names resolved and a type on every node; the same as ``parsed`` when compiled without checking.
    public let syntax: Syntax
    /// The type of the result; `dyn` when compiled without checking.
    public let type: ValueType
    /// Every fact that the expression reads, once each, in the order of the text.
    public let references: [FactPath]
    /// The most nodes that one evaluation can visit; nil when that depends on the length of lists or maps among the facts.
    public let estimatedCost: Int?

    let program: Program

    /// Reads, checks and compiles a source text.
    ///
    /// - Parameters:
    ///   - source: one expression.
    ///   - declarations: what it may talk about.
    ///   - options: whether to check, the type it must have, the bounds.
    /// - Throws: everything that is wrong with the text.
    public static func compile(
        _ source: String,
        declarations: Declarations = Declarations(),
        options: CompileOptions = .standard
    ) throws(CompileFailure) -> Expression {
        let parsed = try parse(source, limits: options.limits)
        guard options.isChecked else {
            return Expression(source: source, parsed: parsed, syntax: parsed, type: .dyn, declarations: declarations, options: options)
        }
        let checked = try Checker.check(parsed, source: source, declarations: declarations)
        let type = checked.type ?? .dyn
        if let wanted = options.resultType {
            var substitution = TypeSubstitution()
            guard substitution.assign(type, to: wanted) else {
                var faults = FaultCollector(source: source)
                faults.add(
                    .typeMismatch,
                    at: checked.range.lowerBound,
                    "expected \(wanted), found \(type)",
                    ["expected": wanted.description, "found": type.description]
                )
                throw CompileFailure(faults: faults.faults)
            }
        }
        return Expression(source: source, parsed: parsed, syntax: checked, type: type, declarations: declarations, options: options)
    }

    /// Reads a source text without checking it.
    public static func parse(_ source: String, limits: Limits = .standard) throws(CompileFailure) -> Syntax {
        try Parser.parse(source, limits: limits)
    }

    private init(
        source: String,
        parsed: Syntax,
        syntax: Syntax,
        type: ValueType,
        declarations: Declarations,
        options: CompileOptions
    ) {
        self.source = source
        self.parsed = parsed
        self.syntax = syntax
        self.type = type
        references = References.collect(syntax)
        estimatedCost = syntax.costBound
        program = Planner.plan(syntax, declarations: declarations, options: options)
    }

    /// The full names of the variables that the expression reads. Without checking, every name that a dotted name might stand for.
    public var rootVariables: Set<String> { Set(program.variables.map(\.name)) }

    /// Whether one of these is among its `rootVariables`.
    public func reads(anyOf names: [String]) -> Bool { program.variables.contains { names.contains($0.name) } }

    /// The single facts that it reads, by the place under which ``evaluate(reading:)`` asks for them: a field of a record of facts, or a
    /// variable as a whole.
    public var facts: [FactPath] { program.facts }

    /// The canonical source text: single spaces, only the parentheses that are needed.
    public var canonicalSource: String { parsed.description }

    /// Evaluates the expression over facts.
    ///
    /// - Throws: why there is no value; see ``EvaluationError/Kind``.
    public func evaluate(_ activation: some Activation) throws(EvaluationError) -> Value {
        try program.run(activation)
    }

    /// Evaluates the expression over single facts that the caller finds by place. For expressions that were checked.
    ///
    /// - Throws: why there is no value; see ``EvaluationError/Kind``.
    public func evaluate(reading reader: FactReader) throws(EvaluationError) -> Value {
        try program.run(reading: reader)
    }

    /// Evaluates an expression that reads no facts.
    public func evaluate() throws(EvaluationError) -> Value {
        try program.run(EmptyActivation())
    }
}
