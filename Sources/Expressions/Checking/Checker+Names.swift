extension Checker {
    /// Literals and names.
    mutating func checkName(_ syntax: Syntax) -> Syntax {
        switch syntax.kind {
        case .literal(let value): return syntax.with(syntax.kind, type: ValueType(ofLiteral: value))
        case .identifier(let name):
            if let type = local(name) { return syntax.with(.local(name), type: type) }
            if let resolved = resolve(name, as: syntax) { return resolved }
            complainUnknown(name, at: syntax.focus)
            return syntax.with(syntax.kind, type: .error)
        default: return syntax
        }
    }

    /// The variable or type that a written name stands for, by the rules of the container.
    private func resolve(_ name: String, as syntax: Syntax) -> Syntax? {
        for candidate in declarations.candidates(for: name) {
            if let type = declarations.variables[candidate] { return syntax.with(.variable(candidate), type: type) }
            if let type = ValueType.denotations[candidate] {
                return syntax.with(.literal(.type(TypeName(candidate))), type: .type(type))
            }
        }
        return nil
    }

    private mutating func complainUnknown(_ name: String, at offset: Int) {
        let candidates = Suggestions.near(name, among: localNames + declarations.variables.keys)
        complain(
            .unknownName,
            at: offset,
            "unknown name '\(name)'" + Suggestions.question(candidates),
            ["name": name, "candidates": candidates.joined(separator: ",")]
        )
    }

    // MARK: Selection

    /// `operand.field` and `has(operand.field)`. The longest prefix that is a declared name wins.
    mutating func checkSelection(_ syntax: Syntax) -> Syntax {
        let (operand, field, isPresence) = syntax.selection
        if let name = qualifiedName(operand), let resolved = resolve(name + "." + field, as: syntax) {
            guard isPresence else { return resolved }
            complain(
                .invalidMacro,
                at: syntax.focus,
                "'\(name).\(field)' is a variable, not a field; has() needs a field",
                ["macro": "has", "reason": "no-field"]
            )
            return syntax.with(syntax.kind, type: .bool)
        }
        let checked = check(operand)
        let type = fieldType(field, of: checked, at: syntax.focus)
        return isPresence
            ? syntax.with(.presence(checked, field: field), type: .bool) : syntax.with(.select(checked, field: field), type: type)
    }

    /// The dotted name that a chain of selections spells, unless it starts at an element variable.
    func qualifiedName(_ syntax: Syntax) -> String? {
        guard let name = syntax.dottedName else { return nil }
        let root = name.prefix { $0 != "." }
        return !root.isEmpty && local(String(root)) != nil ? nil : name
    }

    private mutating func fieldType(_ field: String, of operand: Syntax, at offset: Int) -> ValueType {
        let type = known(operand.type)
        switch type {
        case .dyn: return .dyn
        case .error: return .error
        case .map(_, let value): return value
        case .parameter:
            _ = assign(.dyn, to: type)
            return .dyn
        case .record(let record):
            if let fieldType = record.fields[field] { return fieldType }
            let candidates = Suggestions.near(field, among: record.fields.keys)
            complain(
                .unknownField,
                at: offset,
                "'\(record.name)' has no field '\(field)'" + Suggestions.question(candidates),
                ["record": record.name, "field": field, "candidates": candidates.joined(separator: ",")]
            )
            return .error
        default:
            complain(
                .notSelectable,
                at: offset,
                "a value of type \(type) has no field '\(field)'",
                ["type": type.description, "field": field]
            )
            return .error
        }
    }
}

extension Syntax {
    /// The same place with another content and a type.
    func with(_ kind: Kind, type: ValueType) -> Syntax {
        Syntax(kind, range: range, focus: focus, type: type)
    }

    /// The parts of a selection or presence test.
    fileprivate var selection: (operand: Syntax, field: String, isPresence: Bool) {
        switch kind {
        case .select(let operand, let field): (operand, field, false)
        case .presence(let operand, let field): (operand, field, true)
        default: (self, "", false)
        }
    }

    /// `a.b.c` as written, for a chain of selections that starts at a name; keeps a leading dot.
    var dottedName: String? {
        var fields: [String] = []
        var node = self
        while true {
            switch node.kind {
            case .select(let operand, let field):
                fields.append(field)
                node = operand
            case .identifier(let name):
                return ([name] + fields.reversed()).joined(separator: ".")
            default: return nil
            }
        }
    }
}

extension ValueType {
    /// The type of a literal as the parser makes them.
    fileprivate init(ofLiteral value: Value) {
        switch value {
        case .null: self = .null
        case .bool: self = .bool
        case .int: self = .int
        case .uint: self = .uint
        case .double: self = .double
        case .string: self = .string
        case .bytes: self = .bytes
        case .timestamp: self = .timestamp
        case .duration: self = .duration
        case .list: self = .list(.dyn)
        case .map: self = .map(.dyn, .dyn)
        case .type: self = .anyType
        }
    }
}
