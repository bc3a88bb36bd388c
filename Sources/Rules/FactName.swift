/// The path of a fact taken apart: `selection.score`, or `this.period` in a small machine. A regime has one for each path, so that they
/// are compared by identity.
public final class FactName: Sendable {
    /// The whole path.
    public let path: String
    /// The part before the first dot: the group, or `this`; empty when there is no dot.
    public let group: String
    /// The part after it.
    public let name: String
    /// Whether it is a fact of the small machine itself.
    public let isOwn: Bool
    /// Its place among the names of its regime; -1 for a name that is not of a regime.
    public let number: Int

    /// Takes a path apart.
    public init(_ path: String, number: Int = -1) {
        self.path = path
        self.number = number
        if let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) {
            group = String(path[..<dot])
            name = String(path[path.utf8.index(after: dot)...])
        } else {
            group = ""
            name = path
        }
        isOwn = group == "this"
    }
}

/// The names of facts that a regime speaks of, one for each path.
public struct FactNames: Sendable {
    private var byPath: [String: FactName] = [:]

    /// How many there are.
    public var count: Int { byPath.count }

    /// The name of a path, if the regime speaks of it.
    public subscript(path: String) -> FactName? { byPath[path] }

    /// The name of a path, taken up when it is new.
    mutating func name(_ path: String) -> FactName {
        if let name = byPath[path] { return name }
        let name = FactName(path, number: byPath.count)
        byPath[path] = name
        return name
    }
}
