/// `&&` or `||`. An operand that decides wins over an error of the other, wherever it stands (langdef, "Logical Operators").
final class JunctionNode: TruthNode {
    private let left: any Node
    private let right: any Node
    /// The value that decides: `false` for `&&`, `true` for `||`.
    private let decisive: Bool

    init(_ symbol: LogicalOperator, left: any Node, right: any Node) {
        self.left = left
        self.right = right
        decisive = symbol == .or
    }

    /// A chain of terms that give `bool`, as a tree that is as flat as it can be.
    static func chain(_ symbol: LogicalOperator, _ terms: ArraySlice<any Node>) -> any Node {
        guard terms.count > 1 else { return terms.first ?? ConstantNode(.bool(symbol == .and)) }
        let middle = terms.startIndex + terms.count / 2
        return JunctionNode(symbol, left: chain(symbol, terms[..<middle]), right: chain(symbol, terms[middle...]))
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        do throws(EvaluationError) {
            if try left.truth(&frame) == decisive { return decisive }
        } catch {
            return try rescue(error, &frame)
        }
        return try right.truth(&frame)
    }

    /// After an error on the left: decided by the right or not at all.
    private func rescue(_ failure: EvaluationError, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        if failure.stopsEverything { throw failure }
        do throws(EvaluationError) {
            if try right.truth(&frame) == decisive { return decisive }
        } catch {
            if error.stopsEverything { throw error }
        }
        throw failure
    }
}

/// Demands `bool` of a step whose type only evaluation tells, on behalf of an operator.
final class DemandNode: TruthNode {
    private let operand: any Node
    private let function: String

    init(_ operand: any Node, for function: String) {
        self.operand = operand
        self.function = function
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try operand.evaluate(&frame)
        guard case .bool(let truth) = value else { throw .noOverload(function, value) }
        return truth
    }
}

/// `!x`
final class NotNode: TruthNode {
    private let operand: any Node

    init(_ operand: any Node) { self.operand = operand }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool { try !operand.truth(&frame) }
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
        try condition.truth(&frame) ? whenTrue.evaluate(&frame) : whenFalse.evaluate(&frame)
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        try condition.truth(&frame) ? whenTrue.truth(&frame) : whenFalse.truth(&frame)
    }

    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        try condition.truth(&frame) ? whenTrue.whole(&frame) : whenFalse.whole(&frame)
    }
}
