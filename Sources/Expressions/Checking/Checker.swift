/// Resolves the names of a parsed tree and finds the type of every node; collects all complaints instead of stopping at the first.
struct Checker {
    let declarations: Declarations
    private let functions: [String: [FunctionDeclaration.Overload]]
    private var substitution = TypeSubstitution()
    private var freshParameters = 0
    private var locals: [(name: String, type: ValueType)] = []
    private var faults: FaultCollector

    /// Checks a parsed tree.
    ///
    /// - Returns: the tree with names resolved and a type on every node.
    static func check(_ parsed: Syntax, source: String, declarations: Declarations) throws(CompileFailure) -> Syntax {
        var checker = Checker(declarations: declarations, source: source)
        let checked = checker.check(parsed)
        guard checker.faults.faults.isEmpty else { throw CompileFailure(faults: checker.faults.sorted) }
        return checker.settled(checked)
    }

    private init(declarations: Declarations, source: String) {
        self.declarations = declarations
        functions = declarations.allOverloads
        faults = FaultCollector(source: source)
    }

    /// Checks a node with all its parts.
    mutating func check(_ syntax: Syntax) -> Syntax {
        switch syntax.kind {
        case .literal, .identifier, .variable, .local: checkName(syntax)
        case .select, .presence: checkSelection(syntax)
        case .call, .method: checkCall(syntax)
        case .index, .unary, .binary, .conditional: checkOperation(syntax)
        case .logical(let symbol, let terms): checkChain(symbol, terms, syntax)
        case .list(let elements): checkList(elements, syntax)
        case .map(let entries): checkMap(entries, syntax)
        case .comprehension(let comprehension): checkComprehension(comprehension, syntax)
        }
    }

    // MARK: Tools of the other files

    mutating func complain(_ code: CompileFault.Code, at offset: Int, _ message: String, _ parameters: [String: String]) {
        faults.add(code, at: offset, message, parameters)
    }

    mutating func assign(_ type: ValueType, to target: ValueType) -> Bool { substitution.assign(type, to: target) }

    mutating func assign(_ types: [ValueType], to targets: [ValueType]) -> Bool { substitution.assign(types, to: targets) }

    /// The type with all that is known about its parameters put in.
    func known(_ type: ValueType?) -> ValueType { substitution.resolve(type ?? .error, unboundToDyn: false) }

    mutating func freshParameter() -> ValueType {
        freshParameters += 1
        return .parameter("%\(freshParameters)")
    }

    func overloads(of name: String) -> [FunctionDeclaration.Overload]? { functions[name] }

    var functionNames: [String] { functions.keys.filter { $0.utf8.first?.isIdentifierStart == true && !$0.hasPrefix("_") } }

    var localNames: [String] { locals.map(\.name) }

    /// The type of an element variable, innermost first.
    func local(_ name: String) -> ValueType? { locals.last { $0.name == name }?.type }

    mutating func withLocal(_ name: String, _ type: ValueType, check body: Syntax) -> Syntax {
        locals.append((name, type))
        let checked = check(body)
        locals.removeLast()
        return checked
    }

    /// Demands `bool` of a part.
    mutating func expectBool(_ syntax: Syntax) {
        guard !assign(known(syntax.type), to: .bool) else { return }
        let found = known(syntax.type).description
        complain(
            .typeMismatch,
            at: syntax.focus,
            "expected bool, found \(found)",
            ["expected": "bool", "found": found]
        )
    }

    // MARK: End

    /// The tree with every type parameter replaced by what it turned out to be.
    private func settled(_ syntax: Syntax) -> Syntax {
        let kind = syntax.kind.mapParts(settled)
        return Syntax(
            kind,
            range: syntax.range,
            focus: syntax.focus,
            type: substitution.resolve(syntax.type ?? .dyn, unboundToDyn: true)
        )
    }
}

extension Declarations {
    /// The standard overloads with the declared ones added.
    fileprivate var allOverloads: [String: [FunctionDeclaration.Overload]] {
        var table = StandardFunctions.overloads
        for function in functions { table[function.name, default: []] += function.overloads }
        return table
    }
}
