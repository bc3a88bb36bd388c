/// The path of a fact that an expression reads: a root variable and the fields selected from it.
public struct FactPath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The full name of the declared variable.
    public let root: String
    /// The fields, outermost first; empty for the variable itself.
    public let fields: [String]

    /// Names a path.
    public init(root: String, fields: [String] = []) {
        self.root = root
        self.fields = fields
    }

    /// The path as it is written: `selection.mean_score_x100`.
    public var description: String { ([root] + fields).joined(separator: ".") }

    /// By root, then field by field.
    public static func < (left: FactPath, right: FactPath) -> Bool {
        ([left.root] + left.fields).lexicographicallyPrecedes([right.root] + right.fields)
    }

    /// The value at the path, or nil when anything on the way is missing or has no fields.
    public func value(in activation: some Activation) -> Value? {
        value(under: activation.value(of: root))
    }

    /// The value at the path below the value of its root, or nil when anything on the way is missing or has no fields.
    public func value(under top: Value?) -> Value? {
        guard var value = top else { return nil }
        for field in fields {
            guard case .map(let map) = value, let next = map[field] else { return nil }
            value = next
        }
        return value
    }
}
