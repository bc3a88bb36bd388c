package import Expressions

extension Syntax {
    /// The fact that a checked expression names: a variable and the fields selected from it; nil for anything else.
    package var factPath: FactPath? {
        switch kind {
        case .variable(let name): FactPath(root: name)
        case .select(let operand, let field):
            operand.factPath.map { FactPath(root: $0.root, fields: $0.fields + [field]) }
        default: nil
        }
    }

    /// What a membership asks about: `"A-1" in documents`, `"award" in fired`, `"late" in flags`.
    package var membershipPath: FactPath? {
        guard case .binary(.membership, let element, let collection) = kind, case .literal(.string(let name)) = element.kind,
            case .variable(let root) = collection.kind, ["documents", "fired", "flags"].contains(root)
        else { return nil }
        return FactPath(root: root, fields: [name])
    }

    /// Every fact, membership and list of small machines in the expression that can be followed by itself.
    package var followable: Set<FactPath> {
        var paths: Set<FactPath> = []
        collectFollowable(into: &paths)
        return paths
    }

    private func collectFollowable(into paths: inout Set<FactPath>) {
        if let path = membershipPath ?? factPath {
            paths.insert(path)
        } else if case .presence(let operand, let field) = kind, let record = operand.factPath {
            paths.insert(FactPath(root: record.root, fields: record.fields + [field]))
        } else {
            for part in parts { part.collectFollowable(into: &paths) }
        }
    }

    /// The facts whose value it reads, beyond whether they are known.
    package var valuePaths: Set<FactPath> {
        if membershipPath != nil { return [] }
        if let path = factPath { return [path] }
        if case .presence = kind { return [] }
        return parts.reduce(into: []) { $0.formUnion($1.valuePaths) }
    }
}
