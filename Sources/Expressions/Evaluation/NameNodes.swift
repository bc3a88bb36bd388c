/// A literal.
final class ConstantNode: Node {
    let value: Value

    init(_ value: Value) { self.value = value }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { value }
}

/// A whole number that is written out.
final class WholeNode: Node {
    private let number: Int64

    init(_ number: Int64) { self.number = number }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value { .int(number) }

    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64 { number }
}

/// A declared variable.
final class VariableNode: Node {
    private let slot: Int
    private let place: Int
    private let name: String

    init(slot: Int, place: Int, name: String) {
        self.slot = slot
        self.place = place
        self.name = name
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let reader = frame.reader {
            if let value = frame.fact(at: place, from: reader) { return value }
        } else if let value = frame.roots?[slot] {
            return value
        }
        throw EvaluationError(.missingFact(path: name))
    }
}

/// The element variable of a comprehension.
final class LocalNode: Node {
    private let index: Int
    private let name: String

    init(index: Int, name: String) {
        self.index = index
        self.name = name
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        if let value = frame.locals?[index] { return value }
        throw EvaluationError(.missingFact(path: name))
    }
}

/// A field of a record of facts, reached from a variable through records only: `task.state_money`. Whatever is missing on the way, the
/// error names the whole path.
final class FactNode: Node {
    private let slot: Int
    private let place: Int
    private let first: FieldName
    private let others: [FieldName]
    private let path: FactPath

    init(slot: Int, place: Int, first: String, others: [String], path: FactPath) {
        self.slot = slot
        self.place = place
        self.first = FieldName(first)
        self.others = others.map(FieldName.init)
        self.path = path
    }

    func whole(_ frame: inout Frame) throws(EvaluationError) -> Int64 {
        if others.isEmpty, case .int(let number)? = field(frame) { return number }
        let value = try evaluate(&frame)
        guard case .int(let number) = value else { throw .noOverload("int", value) }
        return number
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        guard let field = field(frame) else { throw failure(frame) }
        if others.isEmpty { return field }
        var value = field
        for key in others {
            guard case .map(let inner) = value, let next = inner[key] else { throw failure(frame) }
            value = next
        }
        return value
    }

    private func field(_ frame: borrowing Frame) -> Value? {
        if let reader = frame.reader { return frame.fact(at: place, from: reader) }
        guard case .some(.map(let record)) = frame.roots?[slot] else { return nil }
        return record[first]
    }

    /// Missing, unless something that is no record stands in the way.
    private func failure(_ frame: borrowing Frame) -> EvaluationError {
        var reached = frame.roots?[slot]
        if let reader = frame.reader { reached = frame.fact(at: place, from: reader) }
        for key in frame.reader == nil ? [first] + others : others {
            guard let value = reached else { break }
            guard case .map(let record) = value else { return .noOverload("select", value) }
            reached = record[key]
        }
        return EvaluationError(.missingFact(path: path.description))
    }
}

/// `has(variable.field)` on a record of facts, `'key' in variable` on a map of them.
final class FactPresenceNode: TruthNode {
    private let place: Int
    private let general: any Node

    init(place: Int, general: any Node) {
        self.place = place
        self.general = general
    }

    func truth(_ frame: inout Frame) throws(EvaluationError) -> Bool {
        if let reader = frame.reader { return reader._withUnsafeGuaranteedRef { $0.knows(place) } }
        return try general.truth(&frame)
    }
}

/// `operand.field` on anything else.
final class SelectNode: Node {
    private let operand: any Node
    private let key: FieldName
    private let field: String

    init(operand: any Node, field: String) {
        self.operand = operand
        key = FieldName(field)
        self.field = field
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(&frame)
        guard case .map(let map) = value else { throw .noOverload("select", value) }
        guard let found = map[key] else { throw EvaluationError(.noSuchKey(field)) }
        return found
    }
}

/// `has(operand.field)`
final class PresenceNode: Node {
    private let operand: any Node
    private let key: FieldName

    init(operand: any Node, field: String) {
        self.operand = operand
        key = FieldName(field)
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        let value = try operand.evaluate(&frame)
        guard case .map(let map) = value else { throw .noOverload("has", value) }
        return .bool(map[key] != nil)
    }
}

/// A dotted name in an expression compiled without checking: which prefix is a variable is decided by what the activation knows, the
/// longest first.
final class UncheckedNameNode: Node {
    struct Candidate {
        let slot: Int
        let fields: [String]
    }

    private let candidates: [Candidate]
    private let type: TypeName?
    private let name: String

    init(candidates: [Candidate], type: TypeName?, name: String) {
        self.candidates = candidates
        self.type = type
        self.name = name
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        for candidate in candidates {
            guard var value = frame.roots?[candidate.slot] else { continue }
            for field in candidate.fields {
                guard case .map(let map) = value else { throw .noOverload("select", value) }
                guard let next = map[field] else { throw EvaluationError(.noSuchKey(field)) }
                value = next
            }
            return value
        }
        if let type { return .type(type) }
        throw EvaluationError(.missingFact(path: name))
    }
}
