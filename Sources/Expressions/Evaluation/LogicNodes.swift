/// A chain of `&&` or `||`. An operand that decides wins over errors of the others, wherever it stands (langdef, "Logical Operators").
final class ChainNode: Node {
    private let terms: [any Node]
    /// The value that decides the chain: `false` for `&&`, `true` for `||`.
    private let decisive: Bool
    private let symbol: LogicalOperator

    init(_ symbol: LogicalOperator, terms: [any Node]) {
        self.terms = terms
        self.symbol = symbol
        decisive = symbol == .or
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var failure: EvaluationError?
        for term in terms {
            do throws(EvaluationError) {
                let value = try term.evaluate(&frame)
                guard case .bool(let truth) = value else { throw .noOverload(symbol.functionName, value) }
                if truth == decisive { return .bool(truth) }
            } catch {
                if error.stopsEverything { throw error }
                if failure == nil { failure = error }
            }
        }
        if let failure { throw failure }
        return .bool(!decisive)
    }
}

/// `!x`
final class NotNode: Node {
    private let operand: any Node

    init(_ operand: any Node) { self.operand = operand }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(&frame)
        guard case .bool(let truth) = value else { throw .noOverload("!_", value) }
        return .bool(!truth)
    }
}

/// `condition ? whenTrue : whenFalse`; the branch that is not taken is not evaluated.
final class ConditionalNode: Node {
    private let condition: any Node
    private let whenTrue: any Node
    private let whenFalse: any Node

    init(condition: any Node, whenTrue: any Node, whenFalse: any Node) {
        self.condition = condition
        self.whenTrue = whenTrue
        self.whenFalse = whenFalse
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try condition.evaluate(&frame)
        guard case .bool(let truth) = value else { throw .noOverload("_?_:_", value) }
        return try truth ? whenTrue.evaluate(&frame) : whenFalse.evaluate(&frame)
    }
}
