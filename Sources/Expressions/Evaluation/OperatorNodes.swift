/// `==` and `!=`
final class EqualityNode: TruthNode {
    private let left: any Node
    private let right: any Node
    private let wanted: Bool

    init(left: any Node, right: any Node, wanted: Bool) {
        self.left = left
        self.right = right
        self.wanted = wanted
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let a = try left.evaluate(&frame)
        let b = try right.evaluate(&frame)
        return try a.equals(b, budget: &frame.budget) == wanted
    }
}

/// `<`, `<=`, `>`, `>=`
final class OrderingNode: TruthNode {
    private let symbol: BinaryOperator
    private let left: any Node
    private let right: any Node

    init(_ symbol: BinaryOperator, left: any Node, right: any Node) {
        self.symbol = symbol
        self.left = left
        self.right = right
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let a = try left.evaluate(&frame)
        let b = try right.evaluate(&frame)
        guard let order = a.order(to: b) else { throw .noOverload(symbol.functionName, a, b) }
        return switch symbol {
        case .less: order == .before
        case .lessOrEqual: order == .before || order == .same
        case .greater: order == .after
        default: order == .after || order == .same
        }
    }
}

/// `element in list` and `key in map`
final class MembershipNode: TruthNode {
    private let element: any Node
    private let collection: any Node

    init(element: any Node, collection: any Node) {
        self.element = element
        self.collection = collection
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
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
            return map.value(for: wanted) != nil
        default: throw .noOverload(BinaryOperator.membership.functionName, wanted, place)
        }
    }
}

/// `element in list` where both are texts known to the checker and the list is written out.
final class WrittenMembershipNode: TruthNode {
    private let element: any Node
    private let texts: [String]

    init(element: any Node, texts: [String]) {
        self.element = element
        self.texts = texts
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try element.evaluate(&frame)
        guard case .string(let wanted) = value else { throw .noOverload(BinaryOperator.membership.functionName, value, []) }
        try frame.budget.charge(texts.count)
        for text in texts where text.hasSameCodePoints(as: wanted) { return true }
        return false
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
