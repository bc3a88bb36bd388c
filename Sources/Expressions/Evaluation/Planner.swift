/// Turns a checked tree (or, without checking, a parsed one) into steps, with variables resolved to slots.
struct Planner {
    private let declarations: Declarations
    private let limits: Limits
    private let overloads: [String: [FunctionDeclaration.Overload]]
    private var slots: [String: Int] = [:]
    private var names: [String] = []
    private var places: [FactPath: Int] = [:]
    private var facts: [FactPath] = []
    private var locals: [String] = []
    private var deepestLocal = 0

    static func plan(_ syntax: Syntax, declarations: Declarations, options: CompileOptions) -> Program {
        var planner = Planner(declarations: declarations, limits: options.limits)
        let root = planner.plan(syntax)
        return Program(
            root: root,
            variables: planner.names.map { VariableName($0) },
            facts: planner.facts,
            localCount: planner.deepestLocal,
            limits: options.limits,
            timeZones: options.timeZones
        )
    }

    private init(declarations: Declarations, limits: Limits) {
        self.declarations = declarations
        self.limits = limits
        var table: [String: [FunctionDeclaration.Overload]] = [:]
        for function in declarations.functions { table[function.name, default: []] += function.overloads }
        overloads = table
    }

    private mutating func slot(_ name: String) -> Int {
        if let slot = slots[name] { return slot }
        names.append(name)
        slots[name] = names.count - 1
        return names.count - 1
    }

    /// The place of a single fact: a variable, or a field of it.
    private mutating func place(_ root: String, _ field: String? = nil) -> Int {
        let path = FactPath(root: root, fields: field.map { [$0] } ?? [])
        if let place = places[path] { return place }
        facts.append(path)
        places[path] = facts.count - 1
        return facts.count - 1
    }

    mutating func plan(_ syntax: Syntax) -> any Node {
        switch syntax.kind {
        case .literal(.int(let number)): WholeNode(number)
        case .literal(let value): ConstantNode(value)
        case .identifier, .variable, .local, .select: planName(syntax)
        case .presence(let operand, let field): planPresence(operand, field)
        case .index(let operand, let index): IndexNode(operand: plan(operand), index: plan(index))
        case .call, .method: planCall(syntax)
        case .unary(.not, let operand): NotNode(planTruth(operand, for: UnaryOperator.not.functionName))
        case .unary(.negate, let operand): NegationNode(plan(operand))
        case .binary(let symbol, let left, let right): planBinary(symbol, left, right)
        case .logical(let symbol, let terms):
            JunctionNode.chain(symbol, terms.map { planTruth($0, for: symbol.functionName) }[...])
        case .conditional(let condition, let first, let second):
            ConditionalNode(condition: planTruth(condition, for: "_?_:_"), whenTrue: plan(first), whenFalse: plan(second))
        case .list(let elements): planList(elements)
        case .map(let entries): MapNode(entries.map { (plan($0.key), plan($0.value)) })
        case .comprehension(let comprehension): planComprehension(comprehension)
        }
    }

    /// A step that gives `bool` or fails.
    private mutating func planTruth(_ syntax: Syntax, for function: String) -> any Node {
        let node = plan(syntax)
        return node is any TruthNode || syntax.type == .bool ? node : DemandNode(node, for: function)
    }

    private mutating func planBinary(_ symbol: BinaryOperator, _ left: Syntax, _ right: Syntax) -> any Node {
        let a = plan(left)
        let b = plan(right)
        if symbol.isComparison, left.type == .int, right.type == .int { return WholeComparisonNode(symbol, left: a, right: b) }
        return switch symbol {
        case .equal: EqualityNode(left: a, right: b, wanted: true)
        case .notEqual: EqualityNode(left: a, right: b, wanted: false)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: OrderingNode(symbol, left: a, right: b)
        case .membership: planMembership(left, right, a, b)
        case .add, .subtract, .multiply, .divide, .remainder: ArithmeticNode(symbol, left: a, right: b)
        }
    }

    private mutating func planPresence(_ operand: Syntax, _ field: String) -> any Node {
        guard case .variable(let root) = operand.kind, case .record = operand.type else {
            return PresenceNode(operand: plan(operand), field: field)
        }
        let variable = VariableNode(slot: slot(root), place: place(root), name: root)
        return FactPresenceNode(place: place(root, field), general: PresenceNode(operand: variable, field: field))
    }

    private mutating func planMembership(_ element: Syntax, _ collection: Syntax, _ a: any Node, _ b: any Node) -> any Node {
        let general = MembershipNode(element: a, collection: b)
        if element.type == .string, let texts = writtenTexts(collection) { return WrittenMembershipNode(element: a, texts: texts) }
        guard case .literal(.string(let key)) = element.kind, case .variable(let root) = collection.kind, case .map = collection.type else {
            return general
        }
        return FactPresenceNode(place: place(root, key), general: general)
    }

    /// The texts of a list that holds nothing else and is written out.
    private func writtenTexts(_ syntax: Syntax) -> [String]? {
        guard case .list(let elements) = syntax.kind else { return nil }
        let texts = elements.compactMap { element -> String? in if case .literal(.string(let text)) = element.kind { text } else { nil } }
        return texts.count == elements.count ? texts : nil
    }

    /// A list; one that is written out is made once.
    private mutating func planList(_ elements: [Syntax]) -> any Node {
        let literals = elements.compactMap { element -> Value? in if case .literal(let value) = element.kind { value } else { nil } }
        return literals.count == elements.count ? WrittenListNode(literals) : ListNode(elements.map { plan($0) })
    }

    private mutating func planComprehension(_ comprehension: Syntax.Comprehension) -> any Node {
        let range = plan(comprehension.range)
        let cost = 1 + comprehension.body.nodeCount + (comprehension.condition?.nodeCount ?? 0)
        let loop = Loop(range: range, local: locals.count, cost: cost, macro: comprehension.macro)
        locals.append(comprehension.variable)
        deepestLocal = max(deepestLocal, locals.count)
        let condition = comprehension.condition.map { plan($0) }
        let body = plan(comprehension.body)
        locals.removeLast()
        return switch comprehension.macro {
        case .all, .exists: QuantifierNode(loop, predicate: body)
        case .existsOne: ExistsOneNode(loop, predicate: body)
        case .filter: TransformNode(loop, condition: body, transform: nil)
        case .map: TransformNode(loop, condition: condition, transform: body)
        }
    }

    // MARK: Names

    private mutating func planName(_ syntax: Syntax) -> any Node {
        switch syntax.kind {
        case .variable(let name): return VariableNode(slot: slot(name), place: place(name), name: name)
        case .local(let name): return localNode(name)
        case .identifier(let name) where locals.contains(name): return localNode(name)
        case .select(let operand, let field):
            if let path = factPath(of: syntax), let first = path.fields.first {
                return FactNode(
                    slot: slot(path.root),
                    place: place(path.root, first),
                    first: first,
                    others: Array(path.fields.dropFirst()),
                    path: path
                )
            }
            if let name = uncheckedName(syntax) { return uncheckedNode(name) }
            return SelectNode(operand: plan(operand), field: field)
        default:
            return uncheckedNode(syntax.dottedName ?? "")
        }
    }

    private func localNode(_ name: String) -> any Node {
        LocalNode(index: locals.lastIndex(of: name) ?? 0, name: name)
    }

    /// The path of a selection that goes from a variable through records only.
    private func factPath(of syntax: Syntax) -> FactPath? {
        switch syntax.kind {
        case .variable(let name): return FactPath(root: name)
        case .select(let operand, let field):
            guard case .record = operand.type, let path = factPath(of: operand) else { return nil }
            return FactPath(root: path.root, fields: path.fields + [field])
        default: return nil
        }
    }

    /// The dotted name that an unchecked chain spells, unless it starts at an element variable.
    private func uncheckedName(_ syntax: Syntax) -> String? {
        guard let name = syntax.dottedName else { return nil }
        let root = String(name.prefix { $0 != "." })
        return locals.contains(root) ? nil : name
    }

    private mutating func uncheckedNode(_ name: String) -> any Node {
        let isRooted = name.hasPrefix(".")
        let parts = name.drop { $0 == "." }.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        var candidates: [UncheckedNameNode.Candidate] = []
        for length in stride(from: parts.count, to: 0, by: -1) {
            let prefix = (isRooted ? "." : "") + parts.prefix(length).joined(separator: ".")
            for full in declarations.candidates(for: prefix) {
                candidates.append(UncheckedNameNode.Candidate(slot: slot(full), fields: Array(parts.dropFirst(length))))
            }
        }
        let type = declarations.candidates(for: name).first { ValueType.denotations[$0] != nil }.map { TypeName($0) }
        return UncheckedNameNode(candidates: candidates, type: type, name: name)
    }

    // MARK: Calls

    private mutating func planCall(_ syntax: Syntax) -> any Node {
        switch syntax.kind {
        case .call(let name, let arguments):
            let full = declarations.candidates(for: name).first { isKnown($0, isMethod: false) }
            return planCall(full ?? name, isMethod: false, arguments)
        case .method(let receiver, let name, let arguments):
            if let prefix = uncheckedName(receiver),
                let full = declarations.candidates(for: prefix + "." + name).first(where: { overloads[$0] != nil })
            {
                return planCall(full, isMethod: false, arguments)
            }
            return planCall(name, isMethod: true, [receiver] + arguments)
        default: return UnknownCallNode("")
        }
    }

    private mutating func planCall(_ name: String, isMethod: Bool, _ arguments: [Syntax]) -> any Node {
        let declared = (overloads[name] ?? []).filter { $0.isMethod == isMethod && $0.parameters.count == arguments.count }
        let one = arguments.count == 1 ? OneArgumentFunction(name, isMethod: isMethod) : nil
        let two = arguments.count == 2 ? TwoArgumentFunction(name, isMethod: isMethod) : nil
        if declared.isEmpty, let one { return OneArgumentNode(name, plan(arguments[0]), one) }
        if declared.isEmpty, let two {
            if name == "matches", let pattern = writtenPattern(arguments[1]) {
                return MatchNode(text: plan(arguments[0]), pattern: pattern)
            }
            return TwoArgumentNode(name, plan(arguments[0]), plan(arguments[1]), two)
        }
        guard isKnown(name, isMethod: isMethod) else { return UnknownCallNode(name) }
        return DeclaredCallNode(name, overloads: declared, arguments: arguments.map { plan($0) }, one: one, two: two)
    }

    private func isKnown(_ name: String, isMethod: Bool) -> Bool {
        overloads[name] != nil || OneArgumentFunction(name, isMethod: isMethod) != nil
            || TwoArgumentFunction(name, isMethod: isMethod) != nil
    }

    /// The compiled form of a pattern that is written out and valid; a faulty one fails when it is used.
    private func writtenPattern(_ syntax: Syntax) -> Pattern? {
        guard case .literal(.string(let source)) = syntax.kind else { return nil }
        return try? Pattern(source, maximumInstructions: limits.patternInstructions)
    }
}
