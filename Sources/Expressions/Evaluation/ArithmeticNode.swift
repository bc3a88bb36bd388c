/// `+`, `-`, `*`, `/`, `%`, and the unary minus. Whole numbers are checked: leaving the range is an error, never a wrapped result.
final class ArithmeticNode: Node {
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
        if case .int(let x) = a, case .int(let y) = b { return .int(try checked(x, y)) }
        return try general(a, b, &frame)
    }

    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let x = try left.whole(&frame)
        let y = try right.whole(&frame)
        return try checked(x, y)
    }

    private func checked<Whole: FixedWidthInteger>(_ x: Whole, _ y: Whole) throws(EvaluationError) -> Whole {
        let result: (partialValue: Whole, overflow: Bool)
        switch symbol {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .divide:
            guard y != 0 else { throw EvaluationError(.divisionByZero) }
            result = x.dividedReportingOverflow(by: y)
        default:
            guard y != 0 else { throw EvaluationError(.modulusByZero) }
            result = x.remainderReportingOverflow(dividingBy: y)
        }
        if result.overflow { throw EvaluationError(.overflow("\(x) \(symbol.rawValue) \(y)")) }
        return result.partialValue
    }

    private func general(_ a: Value, _ b: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        switch (a, b) {
        case (.uint(let x), .uint(let y)): return .uint(try checked(x, y))
        case (.double(let x), .double(let y)):
            switch symbol {
            case .add: return .double(x + y)
            case .subtract: return .double(x - y)
            case .multiply: return .double(x * y)
            case .divide: return .double(x / y)
            default: throw .noOverload(symbol.functionName, a, b)
            }
        default: break
        }
        switch symbol {
        case .add: return try Self.sum(a, b, &frame)
        case .subtract: return try Self.difference(a, b)
        default: throw .noOverload(symbol.functionName, a, b)
        }
    }

    private static func sum(_ a: Value, _ b: Value, _ frame: inout Frame) throws(EvaluationError) -> Value {
        switch (a, b) {
        case (.string(let x), .string(let y)):
            try frame.create(bytes: x.utf8.count + y.utf8.count)
            return .string(x + y)
        case (.bytes(let x), .bytes(let y)):
            try frame.create(bytes: x.count + y.count)
            return .bytes(x + y)
        case (.list(let x), .list(let y)):
            try frame.create(elements: x.count + y.count)
            return .list(x + y)
        case (.timestamp(let instant), .duration(let span)), (.duration(let span), .timestamp(let instant)):
            return try .timestamp(inRange(instant.adding(span), "timestamp"))
        case (.duration(let x), .duration(let y)): return try .duration(inRange(x.adding(y), "duration"))
        default: throw .noOverload(BinaryOperator.add.functionName, a, b)
        }
    }

    private static func difference(_ a: Value, _ b: Value) throws(EvaluationError) -> Value {
        switch (a, b) {
        case (.timestamp(let x), .timestamp(let y)): return try .duration(inRange(x.since(y), "duration"))
        case (.duration(let x), .duration(let y)): return try .duration(inRange(x.subtracting(y), "duration"))
        case (.timestamp(let instant), .duration(let span)):
            return try .timestamp(inRange(span.negated.flatMap(instant.adding), "timestamp"))
        default: throw .noOverload(BinaryOperator.subtract.functionName, a, b)
        }
    }

    private static func inRange<T>(_ result: T?, _ type: String) throws(EvaluationError) -> T {
        guard let result else { throw EvaluationError(.overflow(type)) }
        return result
    }
}

/// `-x`
final class NegationNode: Node {
    private let operand: any Node

    init(_ operand: any Node) { self.operand = operand }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(&frame)
        switch value {
        case .int(.min): throw EvaluationError(.overflow("-(\(Int64.min))"))
        case .int(let number): return .int(-number)
        case .double(let number): return .double(-number)
        default: throw .noOverload("-_", value)
        }
    }
}
