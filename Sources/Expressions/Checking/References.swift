/// Collects the facts that a tree reads.
struct References {
    /// Each path once, in the order of the text.
    private(set) var paths: [FactPath] = []
    private var seen: Set<FactPath> = []
    private var locals: [String] = []

    static func collect(_ syntax: Syntax) -> [FactPath] {
        var references = References()
        references.visit(syntax)
        return references.paths
    }

    private mutating func visit(_ syntax: Syntax) {
        if let path = path(of: syntax) {
            if seen.insert(path).inserted { paths.append(path) }
            return
        }
        if case .comprehension(let comprehension) = syntax.kind {
            visit(comprehension.range)
            locals.append(comprehension.variable)
            if let condition = comprehension.condition { visit(condition) }
            visit(comprehension.body)
            locals.removeLast()
            return
        }
        for part in syntax.parts { visit(part) }
    }

    /// The path that a chain of selections spells when it starts at a variable.
    private func path(of syntax: Syntax) -> FactPath? {
        switch syntax.kind {
        case .variable(let name): return FactPath(root: name)
        case .identifier(let name):
            if locals.contains(name) || ValueType.denotations[name] != nil { return nil }
            return FactPath(root: name.hasPrefix(".") ? String(name.dropFirst()) : name)
        case .select(let operand, let field), .presence(let operand, let field):
            guard let path = path(of: operand) else { return nil }
            return FactPath(root: path.root, fields: path.fields + [field])
        default: return nil
        }
    }
}
