/// One step of a compiled expression. Final classes rather than a big switch: each step has a small stack frame and no payload to unpack.
protocol Node: AnyObject, Sendable {
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value

    /// The result of a step that gives `bool`, by the checker or by ``DemandNode``, without making a value of it.
    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool

    /// The result of a step that the checker knows to give `int`.
    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64
}

extension Node {
    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        let value = try evaluate(&frame)
        guard case .bool(let truth) = value else { throw .noOverload("bool", value) }
        return truth
    }

    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        let value = try evaluate(&frame)
        guard case .int(let number) = value else { throw .noOverload("int", value) }
        return number
    }
}

/// A step that gives `bool` and does so quickest without a value.
protocol TruthNode: Node {}

extension TruthNode {
    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { .bool(try truth(&frame)) }
}

/// The state of one evaluation. Lives on the stack and points into memory that is given back when the evaluation ends.
struct Frame {
    /// The variables by slot; nil where the activation knows none. Not to be looked at when there is a reader.
    let roots: UnsafeMutablePointer<Value?>?
    /// Gives single facts by place, in the stead of `roots`. Kept alive by the caller, as is the program: counting references for each
    /// fact would take longer than all the rest.
    let reader: Unmanaged<FactReader>?
    /// The elements of the enclosing comprehensions, outermost first.
    let locals: UnsafeMutablePointer<Value?>?
    var budget: Budget
    let program: Unmanaged<Program>

    var limits: Limits { program._withUnsafeGuaranteedRef { $0.limits } }

    var timeZones: TimeZoneLookup? { program._withUnsafeGuaranteedRef { $0.timeZones } }

    /// Pays for a text or byte string that is about to be created, and refuses one that is too long.
    mutating func create(bytes: Int) throws(EvaluationError) {
        guard bytes <= limits.stringBytes else { throw EvaluationError(.limitExceeded(.stringBytes)) }
        try budget.charge(bytes: bytes)
    }

    /// Pays for a list or map that is about to be created, and refuses one that is too long.
    mutating func create(elements: Int) throws(EvaluationError) {
        guard elements <= limits.listElements else { throw EvaluationError(.limitExceeded(.listElements)) }
        try budget.charge(elements + 1)
    }
}

/// Tells how many seconds a named zone (`Asia/Ho_Chi_Minh`) lies east of UTC at an instant; nil for an unknown zone.
///
/// The language itself knows `UTC` and fixed offsets such as `+07:00`; the zone tables live outside.
public typealias TimeZoneLookup = @Sendable (_ name: String, _ unixSeconds: Int64) -> Int?

extension EvaluationError {
    /// No form of the function or operator takes these values.
    static func noOverload(_ function: String, _ arguments: Value...) -> EvaluationError {
        EvaluationError(.noMatchingOverload(function: function, arguments: arguments.map(\.typeName.name)))
    }
}
