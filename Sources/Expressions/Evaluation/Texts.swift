/// The functions on texts, byte strings and sizes.
enum Texts {
    static func size(_ value: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        switch value {
        case .string(let text):
            try frame.budget.charge(bytes: text.utf8.count)
            return .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .list(let elements): return .int(Int64(elements.count))
        case .map(let map): return .int(Int64(map.count))
        default: return nil
        }
    }

    static func starts(_ value: Value, _ part: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        guard case .string(let text) = value, case .string(let prefix) = part else { return nil }
        try frame.budget.charge(bytes: prefix.utf8.count)
        return .bool(text.utf8.starts(with: prefix.utf8))
    }

    static func ends(_ value: Value, _ part: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        guard case .string(let text) = value, case .string(let suffix) = part else { return nil }
        try frame.budget.charge(bytes: suffix.utf8.count)
        guard suffix.utf8.count <= text.utf8.count else { return false }
        return .bool(text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8))
    }

    static func contains(_ value: Value, _ part: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        guard case .string(let text) = value, case .string(let wanted) = part else { return nil }
        try frame.budget.charge(bytes: text.utf8.count + wanted.utf8.count)
        return .bool(find(Array(wanted.utf8), in: text.utf8))
    }

    static func matches(_ value: Value, _ pattern: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        guard case .string(let text) = value, case .string(let source) = pattern else { return nil }
        try frame.budget.charge(bytes: source.utf8.count)
        let compiled = try Pattern(source, maximumInstructions: frame.limits.patternInstructions)
        try frame.budget.charge(compiled.instructionCount)
        return .bool(try compiled.matches(text, budget: &frame.budget))
    }

    /// Knuth, Morris and Pratt's search: one pass over the text whatever is looked for.
    private static func find(_ wanted: [UInt8], in text: String.UTF8View) -> Bool {
        guard !wanted.isEmpty else { return true }
        guard wanted.count <= text.count else { return false }
        var fallback = [Int](repeating: 0, count: wanted.count)
        var matched = 0
        for place in wanted.indices.dropFirst() {
            while matched > 0, wanted[place] != wanted[matched] { matched = fallback[matched - 1] }
            if wanted[place] == wanted[matched] { matched += 1 }
            fallback[place] = matched
        }
        matched = 0
        for byte in text {
            while matched > 0, byte != wanted[matched] { matched = fallback[matched - 1] }
            if byte == wanted[matched] { matched += 1 }
            if matched == wanted.count { return true }
        }
        return false
    }
}
