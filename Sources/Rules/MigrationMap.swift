/// Names that are not the same in two definitions, for tasks that move from one to the other. What it does not name keeps its name.
public struct MigrationMap: Sendable, Hashable {
    /// New state by old one, by machine (`task` with `stage/state`, or a small machine with `state`).
    public var states: [String: [String: String]]
    /// New deadline by old one, by machine; `none` for an obligation that ends.
    public var deadlines: [String: [String: String]]

    /// What stands for a deadline that the new definition no longer has.
    public static let none = "none"

    /// Creates a map; an empty one leaves all names as they are.
    public init(states: [String: [String: String]] = [:], deadlines: [String: [String: String]] = [:]) {
        self.states = states
        self.deadlines = deadlines
    }

    /// What a state is called in the new definition.
    public func state(_ name: String, of machine: String) -> String { states[machine]?[name] ?? name }

    /// What a deadline is called in the new definition; nil when it ends.
    public func deadline(_ id: String, of machine: String) -> String? {
        let new = deadlines[machine]?[id] ?? id
        return new == MigrationMap.none ? nil : new
    }
}
