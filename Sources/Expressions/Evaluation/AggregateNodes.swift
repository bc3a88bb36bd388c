/// `[elements]`
final class ListNode: Node {
    private let elements: [any Node]

    init(_ elements: [any Node]) { self.elements = elements }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try frame.create(elements: elements.count)
        var values: [Value] = []
        values.reserveCapacity(elements.count)
        for element in elements { values.append(try element.evaluate(&frame)) }
        return .list(values)
    }
}

/// `[element, …]` of literals: made once, paid for each time.
final class WrittenListNode: Node {
    private let count: Int
    private let value: Value

    init(_ elements: [Value]) {
        count = elements.count
        value = .list(elements)
    }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try frame.create(elements: count)
        return value
    }
}

/// `{key: value, …}`
final class MapNode: Node {
    private let entries: [(key: any Node, value: any Node)]

    init(_ entries: [(key: any Node, value: any Node)]) { self.entries = entries }

    func evaluate(_ frame: inout Frame) throws(EvaluationError) -> Value {
        try frame.create(elements: entries.count)
        var found: [MapValue.Entry] = []
        var seen: Set<MapKey> = []
        for entry in entries {
            let written = try entry.key.evaluate(&frame)
            guard let key = MapKey(written) else { throw EvaluationError(.unsupportedKeyType(written.typeName.name)) }
            guard seen.insert(key.oneSpelling).inserted else { throw EvaluationError(.duplicateKey(written.literalText)) }
            found.append(MapValue.Entry(key: key, value: try entry.value.evaluate(&frame)))
        }
        return .map(MapValue(entries: found) ?? .empty)
    }
}
