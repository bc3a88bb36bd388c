/// What type parameters stand for, found while an expression is checked.
///
/// The rules are those of the published checker (cel-go `checker/types.go`): parameters are bound when first met, widened to the more general of
/// two agreeing types, and `dyn` agrees with everything.
struct TypeSubstitution {
    private var bindings: [String: ValueType] = [:]

    /// Whether `type` may stand where `target` is asked for; binds parameters on both sides.
    mutating func assign(_ type: ValueType, to target: ValueType) -> Bool {
        let saved = bindings
        if unify(type, target) { return true }
        bindings = saved
        return false
    }

    /// The same for several at once, all or nothing.
    mutating func assign(_ types: [ValueType], to targets: [ValueType]) -> Bool {
        guard types.count == targets.count else { return false }
        let saved = bindings
        for (type, target) in zip(types, targets) where !unify(type, target) {
            bindings = saved
            return false
        }
        return true
    }

    /// The type with its parameters replaced; those that were never bound become `dyn` if asked.
    func resolve(_ type: ValueType, unboundToDyn: Bool) -> ValueType {
        switch type {
        case .parameter(let name):
            if let bound = bindings[name] { return resolve(bound, unboundToDyn: unboundToDyn) }
            return unboundToDyn ? .dyn : type
        case .list(let element): return .list(resolve(element, unboundToDyn: unboundToDyn))
        case .map(let key, let value):
            return .map(resolve(key, unboundToDyn: unboundToDyn), resolve(value, unboundToDyn: unboundToDyn))
        case .type(let inner): return .type(resolve(inner, unboundToDyn: unboundToDyn))
        case .abstract(let name, let parameters):
            return .abstract(name, parameters.map { resolve($0, unboundToDyn: unboundToDyn) })
        default: return type
        }
    }

    // MARK: Agreement

    private mutating func unify(_ type: ValueType, _ target: ValueType) -> Bool {
        if case .parameter(let name) = target {
            if bind(name, to: type) { return true }
            if bindings[name] != nil { return false }
        }
        if case .parameter(let name) = type { return bind(name, to: target) }
        if type.isDynamic || target.isDynamic { return true }
        switch (type, target) {
        case (.null, _): return target.isNullable
        case (_, .null): return type.isNullable
        case (.type, .type): return true
        case (.list(let a), .list(let b)): return unify(a, b)
        case (.map(let keyA, let valueA), .map(let keyB, let valueB)): return unify(keyA, keyB) && unify(valueA, valueB)
        case (.abstract(let nameA, let a), .abstract(let nameB, let b)):
            guard nameA == nameB, a.count == b.count else { return false }
            for (one, other) in zip(a, b) where !unify(one, other) { return false }
            return true
        default: return type == target
        }
    }

    /// Makes a parameter stand for a type, or widens what it stands for.
    private mutating func bind(_ name: String, to type: ValueType) -> Bool {
        if type == .parameter(name) { return true }
        if let bound = bindings[name] {
            if bound == type { return true }
            guard unify(type, bound) else { return false }
            let wider = type == .null ? bound : Self.moreGeneral(type, bound)
            if !occurs(name, in: wider) { bindings[name] = wider }
            return true
        }
        guard !occurs(name, in: type) else { return false }
        bindings[name] = type
        return true
    }

    private func occurs(_ name: String, in type: ValueType) -> Bool {
        switch type {
        case .parameter(let other): other == name || (bindings[other].map { occurs(name, in: $0) } ?? false)
        case .list(let element): occurs(name, in: element)
        case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
        case .abstract(_, let parameters): parameters.contains { occurs(name, in: $0) }
        default: false
        }
    }

    /// The more general of two types that agree; `null` gives way to the type it may stand for.
    static func moreGeneral(_ one: ValueType, _ other: ValueType) -> ValueType {
        if other == .null, one != .dyn { return one }
        return isEqualOrLessSpecific(one, other) ? one : other
    }

    private static func isEqualOrLessSpecific(_ one: ValueType, _ other: ValueType) -> Bool {
        switch (one, other) {
        case (.dyn, _), (.error, _), (.parameter, _): return true
        case (_, .dyn), (_, .error), (_, .parameter): return false
        case (.type, .type): return true
        case (.list(let a), .list(let b)): return isEqualOrLessSpecific(a, b)
        case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
            return isEqualOrLessSpecific(keyA, keyB) && isEqualOrLessSpecific(valueA, valueB)
        case (.abstract(let nameA, let a), .abstract(let nameB, let b)):
            return nameA == nameB && a.count == b.count && zip(a, b).allSatisfy { isEqualOrLessSpecific($0, $1) }
        default: return one == other
        }
    }
}

extension ValueType {
    /// Whether `null` may stand for a value of this type.
    fileprivate var isNullable: Bool {
        switch self {
        case .null, .timestamp, .duration, .record, .abstract: true
        default: false
        }
    }
}
