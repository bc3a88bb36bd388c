/// What all comprehensions share: a range, and a place for the element.
struct Loop: Sendable {
    let range: any Node
    let local: Int
    /// Nodes evaluated for one element, at most; paid for before each element.
    let cost: Int
    let macro: ComprehensionMacro

    /// The elements of a list or the keys of a map.
    func elements(_ frame: inout Frame) throws(EvaluationError) -> [Value] {
        let value = try range.evaluate(&frame)
        switch value {
        case .list(let elements): return elements
        case .map(let map): return map.entries.map(\.key.value)
        default: throw .noOverload(macro.rawValue, value)
        }
    }

    /// Sets the element and evaluates a part of the macro for it, demanding `bool`.
    func holds(_ predicate: any Node, _ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try predicate.evaluate(&frame)
        guard case .bool(let truth) = value else { throw .noOverload(macro.rawValue, value) }
        return truth
    }
}

/// `all` and `exists`: chains of `&&` or `||` over the elements, absorbing errors in the same way.
final class QuantifierNode: Node {
    private let loop: Loop
    private let predicate: any Node
    private let decisive: Bool

    init(_ loop: Loop, predicate: any Node) {
        self.loop = loop
        self.predicate = predicate
        decisive = loop.macro == .exists
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var failure: EvaluationError?
        for element in try loop.elements(&frame) {
            try frame.budget.charge(loop.cost)
            frame.locals?[loop.local] = element
            do throws(EvaluationError) {
                if try loop.holds(predicate, &frame) == decisive { return .bool(decisive) }
            } catch {
                if error.stopsEverything { throw error }
                if failure == nil { failure = error }
            }
        }
        if let failure { throw failure }
        return .bool(!decisive)
    }
}

/// `exists_one`: every element is looked at, so any error is an error.
final class ExistsOneNode: Node {
    private let loop: Loop
    private let predicate: any Node

    init(_ loop: Loop, predicate: any Node) {
        self.loop = loop
        self.predicate = predicate
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var count = 0
        for element in try loop.elements(&frame) {
            try frame.budget.charge(loop.cost)
            frame.locals?[loop.local] = element
            if try loop.holds(predicate, &frame) { count += 1 }
        }
        return .bool(count == 1)
    }
}

/// `filter`, and `map` with or without a condition.
final class TransformNode: Node {
    private let loop: Loop
    private let condition: (any Node)?
    /// What becomes of an element; nil keeps it as it is.
    private let transform: (any Node)?

    init(_ loop: Loop, condition: (any Node)?, transform: (any Node)?) {
        self.loop = loop
        self.condition = condition
        self.transform = transform
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        var results: [Value] = []
        for element in try loop.elements(&frame) {
            try frame.budget.charge(loop.cost)
            frame.locals?[loop.local] = element
            if let condition, try !loop.holds(condition, &frame) { continue }
            results.append(try transform?.evaluate(&frame) ?? element)
            guard results.count <= frame.limits.listElements else { throw EvaluationError(.limitExceeded(.listElements)) }
        }
        return .list(results)
    }
}
