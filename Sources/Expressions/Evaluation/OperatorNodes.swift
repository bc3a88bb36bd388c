/// `==` and `!=`
final class EqualityNode: Node {
    private let left: any Node
    private let right: any Node
    private let wanted: Bool

    init(left: any Node, right: any Node, wanted: Bool) {
        self.left = left
        self.right = right
        self.wanted = wanted
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let a = try left.evaluate(&frame)
        let b = try right.evaluate(&frame)
        if case .int(let x) = a, case .int(let y) = b { return .bool((x == y) == wanted) }
        return .bool(try a.equals(b, budget: &frame.budget) == wanted)
    }
}

/// `<`, `<=`, `>`, `>=`
final class OrderingNode: Node {
    private let symbol: BinaryOperator
    private let left: any Node
    private let right: any Node

    init(_ symbol: BinaryOperator, left: any Node, right: any Node) {
        self.symbol = symbol
        self.left = left
        self.right = right
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let a = try left.evaluate(&frame)
        let b = try right.evaluate(&frame)
        if case .int(let x) = a, case .int(let y) = b {
            switch symbol {
            case .less: return .bool(x < y)
            case .lessOrEqual: return .bool(x <= y)
            case .greater: return .bool(x > y)
            default: return .bool(x >= y)
            }
        }
        return try general(a, b)
    }

    private func general(_ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        guard let order = a.order(to: b) else { throw .noOverload(symbol.functionName, a, b) }
        switch symbol {
        case .less: return .bool(order == .before)
        case .lessOrEqual: return .bool(order == .before || order == .same)
        case .greater: return .bool(order == .after)
        default: return .bool(order == .after || order == .same)
        }
    }
}

/// `element in list` and `key in map`
final class MembershipNode: Node {
    private let element: any Node
    private let collection: any Node

    init(element: any Node, collection: any Node) {
        self.element = element
        self.collection = collection
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let wanted = try element.evaluate(&frame)
        let place = try collection.evaluate(&frame)
        switch place {
        case .list(let elements):
            for element in elements {
                try frame.budget.charge(1)
                if try wanted.equals(element, budget: &frame.budget) { return true }
            }
            return false
        case .map(let map):
            guard wanted.canLookUpKeys else { throw .noOverload(BinaryOperator.membership.functionName, wanted, place) }
            return .bool(map.value(for: wanted) != nil)
        default: throw .noOverload(BinaryOperator.membership.functionName, wanted, place)
        }
    }
}

/// `list[index]` and `map[key]`
final class IndexNode: Node {
    private let operand: any Node
    private let index: any Node

    init(operand: any Node, index: any Node) {
        self.operand = operand
        self.index = index
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let place = try operand.evaluate(&frame)
        let index = try index.evaluate(&frame)
        switch place {
        case .list(let elements): return try Self.element(index, of: elements)
        case .map(let map):
            guard index.canLookUpKeys else { throw .noOverload("_[_]", place, index) }
            guard let found = map.value(for: index) else { throw EvaluationError(.noSuchKey(index.literalText)) }
            return found
        default: throw .noOverload("_[_]", place, index)
        }
    }

    private static func element(_ index: Value, of elements: [Value]) throws(EvaluationError) -> Value {
        let place: Int? =
            switch index {
            case .int(let number): Int(exactly: number)
            case .uint(let number): Int(exactly: number)
            case .double(let number): number.asWhole(Int.self)
            default: throw .noOverload("_[_]", .list(elements), index)
            }
        guard let place, elements.indices.contains(place) else {
            throw EvaluationError(.indexOutOfRange(index: index.literalText, count: elements.count))
        }
        return elements[place]
    }
}

extension Value {
    /// Values that a map may be searched for: the key types, and doubles for the whole numbers they equal.
    fileprivate var canLookUpKeys: Bool {
        switch self {
        case .bool, .int, .uint, .double, .string: true
        default: false
        }
    }
}
