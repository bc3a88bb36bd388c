import Yams

/// A value of a YAML file with its place: what readers work on.
///
/// Yams's own nodes are values of many words that are copied whenever they are passed on; these are shared.
final class Tree {
    /// What stands there.
    let kind: Kind
    /// The line, from 1.
    let line: Int
    /// The column, from 1, in Unicode scalars.
    let column: Int

    /// The three kinds of values.
    enum Kind {
        case scalar(Scalar)
        case sequence([Tree])
        case mapping([(key: Tree, value: Tree)])
    }

    /// A text and how it is written.
    struct Scalar {
        let string: String
        let style: Node.Scalar.Style

        /// Whether nothing was written: what YAML calls null.
        var isNull: Bool {
            style == .plain && (string.isEmpty || string == "~" || string == "null")
        }
    }

    /// Copies a node with everything below it; nil when there are more nodes than `budget`, from which they are taken.
    init?(_ node: Node, budget: inout Int) {
        budget -= 1
        guard budget >= 0 else { return nil }
        line = node.mark?.line ?? 1
        column = node.mark?.column ?? 1
        switch node {
        case .scalar(let scalar):
            kind = .scalar(Scalar(string: scalar.string, style: scalar.style))
        case .sequence(let sequence):
            var elements: [Tree] = []
            for element in sequence {
                guard let element = Tree(element, budget: &budget) else { return nil }
                elements.append(element)
            }
            kind = .sequence(elements)
        case .mapping(let mapping):
            var members: [(key: Tree, value: Tree)] = []
            for (key, value) in mapping {
                guard let key = Tree(key, budget: &budget), let value = Tree(value, budget: &budget) else { return nil }
                members.append((key, value))
            }
            kind = .mapping(members)
        case .alias:
            kind = .scalar(Scalar(string: "", style: .plain))
        }
    }

    /// The text, where this is one.
    var scalar: Scalar? {
        if case .scalar(let scalar) = kind { scalar } else { nil }
    }

    /// The elements, where this is a list.
    var sequence: [Tree]? {
        if case .sequence(let elements) = kind { elements } else { nil }
    }

    /// The members in order, where this is a mapping.
    var mapping: [(key: Tree, value: Tree)]? {
        if case .mapping(let members) = kind { members } else { nil }
    }
}
