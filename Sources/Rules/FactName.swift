/// The path of a fact taken apart: `selection.score`, or `this.period` in a small machine.
public struct FactName: Sendable, Hashable {
    /// The whole path.
    public let path: String
    /// The part before the first dot: the group, or `this`.
    public let group: String
    /// The part after it.
    public let name: String

    /// Takes a path apart; nil when it has no dot.
    public init?(_ path: String) {
        guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        self.path = path
        group = String(path[..<dot])
        name = String(path[path.utf8.index(after: dot)...])
    }

    /// Whether it is a fact of the small machine itself.
    public var isOwn: Bool { group == "this" }
}
