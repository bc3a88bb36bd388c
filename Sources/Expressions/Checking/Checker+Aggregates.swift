extension Checker {
    mutating func checkList(_ elements: [Syntax], _ syntax: Syntax) -> Syntax {
        var checked: [Syntax] = []
        var common: ValueType?
        for element in elements {
            let one = check(element)
            common = join(common, one.type)
            checked.append(one)
        }
        return syntax.with(.list(checked), type: .list(common ?? freshParameter()))
    }

    mutating func checkMap(_ entries: [Syntax.MapEntry], _ syntax: Syntax) -> Syntax {
        var checked: [Syntax.MapEntry] = []
        var keys: ValueType?
        var values: ValueType?
        for entry in entries {
            let one = Syntax.MapEntry(key: check(entry.key), value: check(entry.value))
            keys = join(keys, one.key.type)
            values = join(values, one.value.type)
            checked.append(one)
        }
        return syntax.with(.map(checked), type: .map(keys ?? freshParameter(), values ?? freshParameter()))
    }

    /// The type that covers what was seen so far and one more; `dyn` when they do not agree.
    private mutating func join(_ previous: ValueType?, _ next: ValueType?) -> ValueType {
        guard let previous else { return known(next) }
        guard assign(previous, to: known(next)) else { return .dyn }
        return TypeSubstitution.moreGeneral(previous, known(next))
    }

    // MARK: Comprehensions

    mutating func checkComprehension(_ comprehension: Syntax.Comprehension, _ syntax: Syntax) -> Syntax {
        let range = check(comprehension.range)
        let element = elementType(of: range, macro: comprehension.macro)
        let condition = comprehension.condition.map { withLocal(comprehension.variable, element, check: $0) }
        if let condition { expectBool(condition) }
        let body = withLocal(comprehension.variable, element, check: comprehension.body)
        if comprehension.macro != .map { expectBool(body) }
        let checked = Syntax.Comprehension(
            macro: comprehension.macro,
            range: range,
            variable: comprehension.variable,
            condition: condition,
            body: body
        )
        return syntax.with(.comprehension(checked), type: comprehension.macro.result(element: element, body: body.type ?? .error))
    }

    /// The type of the elements of a list or the keys of a map.
    private mutating func elementType(of range: Syntax, macro: ComprehensionMacro) -> ValueType {
        let type = known(range.type)
        switch type {
        case .list(let element): return element
        case .map(let key, _): return key
        case .dyn: return .dyn
        case .error: return .error
        case .parameter:
            _ = assign(.dyn, to: type)
            return .dyn
        default:
            complain(
                .notIterable,
                at: range.focus,
                "\(macro.rawValue)() needs a list or a map, found \(type)",
                ["macro": macro.rawValue, "type": type.description]
            )
            return .error
        }
    }
}

extension ComprehensionMacro {
    fileprivate func result(element: ValueType, body: ValueType) -> ValueType {
        switch self {
        case .all, .exists, .existsOne: .bool
        case .filter: .list(element)
        case .map: .list(body)
        }
    }
}
