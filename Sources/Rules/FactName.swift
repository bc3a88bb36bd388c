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

/// The names of the facts that a regime declares, one for each path.
public struct FactNames: Sendable {
    private let byPath: [String: FactName]

    /// The facts of the task by their whole path, those of small machines as `this.name`.
    init(_ regime: Regime) {
        var byPath: [String: FactName] = [:]
        func take(_ names: some Sequence<String>, of group: String) {
            for name in names {
                let path = "\(group).\(name)"
                if byPath[path] == nil { byPath[path] = FactName(path, number: byPath.count) }
            }
        }
        for (group, facts) in regime.facts { take(facts.keys, of: group) }
        for machine in regime.machines.values { take(machine.facts.keys, of: "this") }
        self.byPath = byPath
    }

    /// How many there are.
    public var count: Int { byPath.count }

    /// The name of a path; of an undeclared one a name that is not of the regime.
    public subscript(path: String) -> FactName { byPath[path] ?? FactName(path) }
}
