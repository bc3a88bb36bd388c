public import Expressions

/// One expression with all it may talk about: what `rules eval` is asked.
public struct EvaluationRequest: Sendable {
    /// The source text.
    public var expression: String
    /// The values of variables.
    public var facts: [String: Value]
    /// Types of variables and functions, and the container.
    public var declarations: Declarations
    /// Whether names and types are checked first.
    public var isChecked: Bool
    /// Whether it ends with the check.
    public var isCheckOnly: Bool

    /// The most values that an answer is made of: evaluating is bounded, but a value that shares parts with itself grows when it is written.
    private static let largestAnswer = 1_000_000

    /// A question.
    public init(
        expression: String,
        facts: [String: Value] = [:],
        declarations: Declarations = Declarations(),
        isChecked: Bool = true,
        isCheckOnly: Bool = false
    ) {
        self.expression = expression
        self.facts = facts
        self.declarations = declarations
        self.isChecked = isChecked
        self.isCheckOnly = isCheckOnly
    }

    /// Reads `{"expr","facts","types","container","check","check_only"}`; only `expr` must be there, `check` is true when left out.
    ///
    /// Other members are passed over, so that a request may carry a name.
    ///
    /// - Throws: what is wrong with it.
    public init(exchange json: ExchangeJSON) throws(ExchangeFault) {
        guard let members = json.members else { throw ExchangeFault("a request is an object, found \(json.kind)") }
        self.init(expression: "")
        var container = ""
        var types: ExchangeJSON = []
        var hasExpression = false
        for member in members where member.value != .null {
            switch (member.name, member.value) {
            case ("expr", .string(let text)):
                expression = text
                hasExpression = true
            case ("container", .string(let name)): container = name
            case ("facts", let value): facts = try Value.facts(bindings: value)
            case ("types", let value): types = value
            case ("check", .bool(let flag)): isChecked = flag
            case ("check_only", .bool(let flag)): isCheckOnly = flag
            case ("expr", let value), ("container", let value), ("check", let value), ("check_only", let value):
                throw ExchangeFault("\(member.name) cannot be \(value.kind)")
            default: continue
            }
        }
        guard hasExpression else { throw ExchangeFault("expr is missing") }
        declarations = try Declarations(exchange: types, container: container)
    }

    /// Compiles and evaluates.
    public func answer() -> EvaluationAnswer {
        do throws(CompileFailure) {
            let compiled = try Expression.compile(
                expression,
                declarations: declarations,
                options: CompileOptions(isChecked: isChecked || isCheckOnly, timeZones: NamedTimeZones.lookup)
            )
            let type = isChecked || isCheckOnly ? compiled.type : nil
            guard !isCheckOnly else { return EvaluationAnswer(type: type, outcome: .checked) }
            do throws(EvaluationError) {
                let value = try compiled.evaluate(facts)
                guard value.size(upTo: Self.largestAnswer) <= Self.largestAnswer else {
                    throw EvaluationError(.limitExceeded(.listElements))
                }
                return EvaluationAnswer(type: type, outcome: .value(value))
            } catch {
                return EvaluationAnswer(type: type, outcome: .noValue(error))
            }
        } catch {
            return EvaluationAnswer(type: nil, outcome: .notCompiled(error))
        }
    }
}
