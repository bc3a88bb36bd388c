extension Checker {
    /// Calls of functions and methods. `a.b.f(x)` is a function when `a.b.f` is declared as one, else a method of `a.b`.
    mutating func checkCall(_ syntax: Syntax) -> Syntax {
        switch syntax.kind {
        case .call(let name, let arguments): checkFunction(name, checkAll(arguments), syntax)
        case .method(let receiver, let name, let arguments):
            if let full = function(named: name, behind: receiver) {
                checkFunction("." + full, checkAll(arguments), syntax)
            } else {
                checkMethod(check(receiver), name, checkAll(arguments), syntax)
            }
        default: syntax
        }
    }

    mutating func checkAll(_ parts: [Syntax]) -> [Syntax] {
        var checked: [Syntax] = []
        for part in parts { checked.append(check(part)) }
        return checked
    }

    private mutating func checkFunction(_ name: String, _ arguments: [Syntax], _ syntax: Syntax) -> Syntax {
        guard let full = function(named: name) else {
            complainUnknownFunction(name, at: syntax.focus)
            return syntax.with(.call(name, arguments), type: .error)
        }
        return syntax.with(.call(full, arguments), type: result(of: full, isMethod: false, arguments, at: syntax.focus))
    }

    private mutating func checkMethod(_ receiver: Syntax, _ name: String, _ arguments: [Syntax], _ syntax: Syntax) -> Syntax {
        let kind = Syntax.Kind.method(receiver, name, arguments)
        guard overloads(of: name) != nil else {
            complainUnknownFunction(name, at: syntax.focus)
            return syntax.with(kind, type: .error)
        }
        return syntax.with(kind, type: result(of: name, isMethod: true, [receiver] + arguments, at: syntax.focus))
    }

    /// The full name of the function that a dotted name in front of a method call spells together with it.
    private func function(named name: String, behind receiver: Syntax) -> String? {
        qualifiedName(receiver).flatMap { function(named: $0 + "." + name) }
    }

    private func function(named name: String) -> String? {
        declarations.candidates(for: name).first { overloads(of: $0) != nil }
    }

    private mutating func complainUnknownFunction(_ name: String, at offset: Int) {
        let candidates = Suggestions.near(name, among: functionNames)
        complain(
            .unknownFunction,
            at: offset,
            "unknown function '\(name)'" + Suggestions.question(candidates),
            ["name": name, "candidates": candidates.joined(separator: ",")]
        )
    }

    /// The type that a call gives: that of the only overload that fits, or `dyn` when several with different results do.
    mutating func result(of name: String, isMethod: Bool, _ arguments: [Syntax], at offset: Int) -> ValueType {
        let types = arguments.map { known($0.type) }
        var found: ValueType?
        for overload in overloads(of: name) ?? [] where overload.isMethod == isMethod && overload.parameters.count == types.count {
            let (parameters, result) = instantiate(overload)
            guard assign(types, to: parameters) else { continue }
            let candidate = known(result)
            found = found == nil || found == candidate ? candidate : .dyn
        }
        if let found { return found }
        if types.contains(.error) { return .error }
        let names = types.map(\.description).joined(separator: ", ")
        complain(
            .noMatchingOverload,
            at: offset,
            "no form of '\(name)' takes (\(names))",
            ["function": name, "arguments": names]
        )
        return .error
    }

    /// The overload with type parameters of its own, so that two calls do not share them.
    private mutating func instantiate(_ overload: FunctionDeclaration.Overload) -> ([ValueType], ValueType) {
        var fresh: [String: ValueType] = [:]
        let parameters = overload.parameters.map { renamed($0, &fresh) }
        return (parameters, renamed(overload.result, &fresh))
    }

    private mutating func renamed(_ type: ValueType, _ fresh: inout [String: ValueType]) -> ValueType {
        switch type {
        case .parameter(let name):
            if let known = fresh[name] { return known }
            let parameter = freshParameter()
            fresh[name] = parameter
            return parameter
        case .list(let element): return .list(renamed(element, &fresh))
        case .map(let key, let value): return .map(renamed(key, &fresh), renamed(value, &fresh))
        case .type(let inner): return .type(renamed(inner, &fresh))
        case .abstract(let name, let inner):
            var parameters: [ValueType] = []
            for parameter in inner { parameters.append(renamed(parameter, &fresh)) }
            return .abstract(name, parameters)
        default: return type
        }
    }

    // MARK: Operators

    /// Operators other than the logical chains.
    mutating func checkOperation(_ syntax: Syntax) -> Syntax {
        let parts = checkAll(syntax.parts)
        let name: String
        let kind: Syntax.Kind
        switch (syntax.kind, parts.count) {
        case (.unary(let symbol, _), 1): (name, kind) = (symbol.functionName, .unary(symbol, parts[0]))
        case (.binary(let symbol, _, _), 2): (name, kind) = (symbol.functionName, .binary(symbol, parts[0], parts[1]))
        case (.index, 2): (name, kind) = ("_[_]", .index(parts[0], parts[1]))
        case (.conditional, 3): (name, kind) = ("_?_:_", .conditional(parts[0], parts[1], parts[2]))
        default: return syntax
        }
        return syntax.with(kind, type: result(of: name, isMethod: false, parts, at: syntax.focus))
    }

    mutating func checkChain(_ symbol: LogicalOperator, _ terms: [Syntax], _ syntax: Syntax) -> Syntax {
        var checked: [Syntax] = []
        for term in terms {
            let one = check(term)
            expectBool(one)
            checked.append(one)
        }
        return syntax.with(.logical(symbol, checked), type: .bool)
    }
}
