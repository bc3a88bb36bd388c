/// A comparison of two steps that the checker knows to give `int`.
final class WholeComparisonNode: TruthNode {
    private let symbol: BinaryOperator
    private let left: any Node
    private let right: any Node

    init(_ symbol: BinaryOperator, left: any Node, right: any Node) {
        self.symbol = symbol
        self.left = left
        self.right = right
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let a = try left.whole(&frame)
        let b = try right.whole(&frame)
        return switch symbol {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        case .equal: a == b
        default: a != b
        }
    }
}
