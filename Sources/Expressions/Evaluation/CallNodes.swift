/// A call of a standard function with one argument.
final class OneArgumentNode: Node {
    private let name: String
    private let argument: any Node
    private let function: OneArgumentFunction

    init(_ name: String, _ argument: any Node, _ function: OneArgumentFunction) {
        self.name = name
        self.argument = argument
        self.function = function
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try argument.evaluate(&frame)
        guard let result = try function(value, &frame) else { throw .noOverload(name, value) }
        return result
    }
}

/// A call of a standard function with two arguments.
final class TwoArgumentNode: Node {
    private let name: String
    private let first: any Node
    private let second: any Node
    private let function: TwoArgumentFunction

    init(_ name: String, _ first: any Node, _ second: any Node, _ function: TwoArgumentFunction) {
        self.name = name
        self.first = first
        self.second = second
        self.function = function
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let a = try first.evaluate(&frame)
        let b = try second.evaluate(&frame)
        guard let result = try function(a, b, &frame) else { throw .noOverload(name, a, b) }
        return result
    }
}

/// `matches` with a pattern that is written out: it is compiled once.
final class MatchNode: Node {
    private let text: any Node
    private let pattern: Pattern

    init(text: any Node, pattern: Pattern) {
        self.text = text
        self.pattern = pattern
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try text.evaluate(&frame)
        guard case .string(let text) = value else { throw .noOverload("matches", value, .string("")) }
        return .bool(try pattern.matches(text, budget: &frame.budget))
    }
}

/// A call of a declared function, or of a function that has no fitting form. Declared forms come before the standard ones.
final class DeclaredCallNode: Node {
    private let name: String
    private let overloads: [FunctionDeclaration.Overload]
    private let arguments: [any Node]
    private let one: OneArgumentFunction?
    private let two: TwoArgumentFunction?

    init(
        _ name: String,
        overloads: [FunctionDeclaration.Overload],
        arguments: [any Node],
        one: OneArgumentFunction?,
        two: TwoArgumentFunction?
    ) {
        self.name = name
        self.overloads = overloads
        self.arguments = arguments
        self.one = one
        self.two = two
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var values: [Value] = []
        for argument in arguments { values.append(try argument.evaluate(&frame)) }
        for overload in overloads where zip(overload.parameters, values).allSatisfy({ $0.admits($1) }) {
            guard let implementation = overload.implementation else { throw EvaluationError(.unknownFunction(name)) }
            return try implementation(values)
        }
        if values.count == 1, let result = try one?(values[0], &frame) { return result }
        if values.count == 2, let result = try two?(values[0], values[1], &frame) { return result }
        throw EvaluationError(.noMatchingOverload(function: name, arguments: values.map(\.typeName.name)))
    }
}

/// A call of a function that nobody declared.
final class UnknownCallNode: Node {
    private let name: String

    init(_ name: String) { self.name = name }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        throw EvaluationError(.unknownFunction(name))
    }
}
