import Expressions
import LifecycleModel
import Rules

/// Turns conditions of the guard language into SMT-LIB: logic, `has`, `in`, comparisons and arithmetic of whole numbers, dates, truth values and texts.
/// What goes beyond is left open: a free constant, the same for the same text.
///
/// Whole numbers have no bounds here, while the engine's have 64 bits and refuse to overflow: every outcome of the engine is an outcome of the formulas.
struct SMTTranslator {
    private(set) var vocabulary: SMTVocabulary
    private let regime: Regime
    private let machine: Machine

    init(_ regime: Regime, _ machine: Machine) {
        self.regime = regime
        self.machine = machine
        vocabulary = SMTVocabulary(regime, machine)
    }

    /// Lets something be said about the constants.
    mutating func withVocabulary<Result>(_ body: (inout SMTVocabulary) -> Result) -> Result { body(&vocabulary) }

    // MARK: Conditions

    /// A condition of type bool.
    mutating func condition(_ syntax: Syntax) -> SMTCondition {
        switch syntax.kind {
        case .literal(.bool(let value)): return .certain(value ? "true" : "false")
        case .unary(.not, let inner): return condition(inner).negated
        case .logical(let symbol, let terms):
            let parts = terms.map { condition($0) }
            let (holds, fails) = (parts.map(\.holds), parts.map(\.fails))
            return symbol == .and
                ? SMTCondition(holds: SMT.all(holds), fails: SMT.any(fails)) : SMTCondition(holds: SMT.any(holds), fails: SMT.all(fails))
        case .conditional(let test, let first, let second):
            let (test, first, second) = (condition(test), condition(first), condition(second))
            return SMTCondition(
                holds: SMT.any([SMT.all([test.holds, first.holds]), SMT.all([test.fails, second.holds])]),
                fails: SMT.any([SMT.all([test.holds, first.fails]), SMT.all([test.fails, second.fails])])
            )
        case .binary(let relation, let left, let right): return comparison(relation, left, right, syntax)
        case .presence(let operand, let field): return presence(operand, field) ?? vocabulary.openCondition(syntax)
        case .select(let operand, let field): return flag(operand, field) ?? vocabulary.openCondition(syntax)
        default: return vocabulary.openCondition(syntax)
        }
    }

    private mutating func comparison(_ relation: BinaryOperator, _ left: Syntax, _ right: Syntax, _ whole: Syntax) -> SMTCondition {
        if relation == .membership { return membership(left, right) ?? vocabulary.openCondition(whole) }
        let isEquality = relation == .equal || relation == .notEqual
        if left.type == .bool, right.type == .bool, isEquality {
            let (one, other) = (condition(left), condition(right))
            let same = SMTCondition(
                holds: SMT.any([SMT.all([one.holds, other.holds]), SMT.all([one.fails, other.fails])]),
                fails: SMT.any([SMT.all([one.holds, other.fails]), SMT.all([one.fails, other.holds])])
            )
            return relation == .equal ? same : same.negated
        }
        guard let type = left.type, type == right.type, type.isOrdered || (type == .string && isEquality),
            let symbol = Self.relations[relation], let one = term(left), let other = term(right)
        else { return vocabulary.openCondition(whole) }
        let formula = "(\(symbol) \(one.value) \(other.value))"
        return .known(relation == .notEqual ? "(not \(formula))" : formula, when: SMT.all([one.known, other.known]))
    }

    private static let relations: [BinaryOperator: String] = [
        .equal: "=", .notEqual: "=", .less: "<", .lessOrEqual: "<=", .greater: ">", .greaterOrEqual: ">=",
    ]

    /// `x in [a, b]`, and `"name" in fired` or `documents`.
    private mutating func membership(_ element: Syntax, _ container: Syntax) -> SMTCondition? {
        switch (element.kind, container.kind) {
        case (.literal(.string(let name)), .variable(let map)) where map == "fired" || map == "documents":
            return .certain(vocabulary.certainFlag("\(map).\(name)"))
        case (_, .list(let elements)):
            guard element.type == .string || element.type == .int, let value = term(element) else { return nil }
            let others = elements.compactMap { $0.type == element.type ? term($0) : nil }
            guard others.count == elements.count else { return nil }
            return .known(SMT.any(others.map { "(= \(value.value) \($0.value))" }), when: SMT.all([value.known] + others.map(\.known)))
        default: return nil
        }
    }

    /// `has(x.y)`
    private mutating func presence(_ operand: Syntax, _ field: String) -> SMTCondition? {
        guard case .variable(let root) = operand.kind, let source = source(root, field) else { return nil }
        switch source {
        case .fact(let path): return .certain(vocabulary.fact(path, isBool: regimeFact(path)?.type == .bool).known)
        case .certain: return .certain("true")
        case .clock, .parameter: return nil
        }
    }

    /// A fact, a parameter or a clock's field of type bool.
    private mutating func flag(_ operand: Syntax, _ field: String) -> SMTCondition? {
        guard case .variable(let root) = operand.kind, let source = source(root, field) else { return nil }
        switch source {
        case .fact(let path):
            guard regimeFact(path)?.type == .bool else { return nil }
            let fact = vocabulary.fact(path, isBool: true)
            return .known(fact.value, when: fact.known)
        case .parameter(.flag(let value)): return .certain(value ? "true" : "false")
        case .parameter: return nil
        case .certain(let path): return field == "closed" ? .certain(vocabulary.certainFlag(path)) : nil
        case .clock(let name):
            let clock = vocabulary.clock(name)
            switch field {
            case "started": return .certain(clock.started)
            case "open": return .known(clock.open, when: clock.started)
            case "met": return .known(clock.met, when: clock.started)
            case "passed": return SMTCondition.known(clock.met, when: clock.started).negated
            case "locked": return .known(clock.locked, when: clock.started)
            default: return nil
            }
        }
    }

    // MARK: Numbers

    /// A number, a date, a length of time or a text; nil where the type is none of these.
    mutating func term(_ syntax: Syntax) -> SMTTerm? {
        guard let type = syntax.type, type.isOrdered || type == .string else { return nil }
        return exact(syntax) ?? vocabulary.openTerm(syntax)
    }

    private mutating func exact(_ syntax: Syntax) -> SMTTerm? {
        switch syntax.kind {
        case .literal(.int(let value)): return SMTTerm(value: SMT.number(value), known: "true")
        case .literal(.string(let value)): return SMTTerm(value: vocabulary.text(value), known: "true")
        case .literal(.timestamp(let value)): return SMTTerm(value: SMT.number(value.seconds), known: "true")
        case .variable("today"): return SMTTerm(value: vocabulary.certain("today"), known: "true")
        case .call("date", let arguments):
            guard case .literal(.string(let text))? = arguments.first?.kind, let date = try? CivilDate(parsing: text) else { return nil }
            return SMTTerm(value: SMT.number(date.seconds), known: "true")
        case .select(let operand, let field): return selection(operand, field)
        case .unary(.negate, let inner): return term(inner).map { SMTTerm(value: "(- \($0.value))", known: $0.known) }
        case .binary(let symbol, let left, let right): return sum(symbol, left, right)
        case .conditional(let test, let first, let second):
            let test = condition(test)
            guard let first = term(first), let second = term(second) else { return nil }
            return SMTTerm(
                value: "(ite \(test.holds) \(first.value) \(second.value))",
                known: SMT.any([SMT.all([test.holds, first.known]), SMT.all([test.fails, second.known])])
            )
        case .method(let receiver, let name, let arguments):
            let units: [String: Int64] = ["getHours": 3600, "getMinutes": 60, "getSeconds": 1]
            guard receiver.type == .duration, arguments.isEmpty, let unit = units[name], let length = term(receiver) else { return nil }
            return SMTTerm(value: "(quotient \(length.value) \(unit))", known: length.known)
        default: return nil
        }
    }

    private mutating func sum(_ symbol: BinaryOperator, _ left: Syntax, _ right: Syntax) -> SMTTerm? {
        let operators: [BinaryOperator: String] = [
            .add: "+", .subtract: "-", .multiply: "*", .divide: "quotient", .remainder: "remainder",
        ]
        guard let name = operators[symbol], left.type?.isOrdered == true, right.type?.isOrdered == true, let one = term(left),
            let other = term(right)
        else { return nil }
        let isDivision = symbol == .divide || symbol == .remainder
        let known = [one.known, other.known] + (isDivision ? ["(not (= \(other.value) 0))"] : [])
        return SMTTerm(value: "(\(name) \(one.value) \(other.value))", known: SMT.all(known))
    }

    private mutating func selection(_ operand: Syntax, _ field: String) -> SMTTerm? {
        if case .select(let inner, let name) = operand.kind, case .variable("param") = inner.kind,
            case .fraction(let numerator, let denominator)? = regime.parameters[name]?.value
        {
            return SMTTerm(value: SMT.number(field == "numerator" ? numerator : denominator), known: "true")
        }
        guard case .variable(let root) = operand.kind, let source = source(root, field) else { return nil }
        switch source {
        case .fact(let path):
            guard regimeFact(path)?.type != .bool else { return nil }
            let fact = vocabulary.fact(path, isBool: false)
            return SMTTerm(value: fact.value, known: fact.known)
        case .certain(let path): return SMTTerm(value: vocabulary.certain(path), known: "true")
        case .parameter(.integer(let value)): return SMTTerm(value: SMT.number(value), known: "true")
        case .parameter(.date(let date)): return SMTTerm(value: SMT.number(date.seconds), known: "true")
        case .parameter: return nil
        case .clock(let name):
            let clock = vocabulary.clock(name)
            switch field {
            case "due": return SMTTerm(value: clock.due, known: clock.started)
            case "grace": return SMTTerm(value: clock.grace, known: clock.started)
            default: return nil
            }
        }
    }

    // MARK: Names

    /// What a field of a variable is.
    private enum Source {
        case fact(String)
        /// Always known.
        case certain(String)
        case parameter(Parameter.Value)
        case clock(String)
    }

    private func source(_ root: String, _ field: String) -> Source? {
        let path = "\(root).\(field)"
        switch root {
        case "param": return regime.parameters[field].map { .parameter($0.value) }
        case "this": return Self.standing.contains(field) ? .certain(path) : .fact(path)
        case "actor", "host", "investigator": return ["id", "code", "organisation", "running_tasks"].contains(field) ? .certain(path) : nil
        case _ where root.hasPrefix("deadlines."): return .clock(root)
        default: return regime.facts[root]?[field] == nil ? nil : .fact(path)
        }
    }

    private func regimeFact(_ path: String) -> Fact? { regime.fact(path, of: machine) }

    private static let standing: Set<String> = ["number", "state", "end", "closed", "opened_on"]
}

extension ValueType {
    /// Whether its values are whole numbers here.
    fileprivate var isOrdered: Bool { self == .int || self == .timestamp || self == .duration }
}

extension CivilDate {
    /// Its start in seconds, as expressions count a date.
    fileprivate var seconds: Int64 { Int64(daysSinceEpoch) * 86_400 }
}
