/// The place of something inside a regime: `machines/task/transitions/3/requires/1/that`.
///
/// Steps are member names and zero-based indices, joined by `/`. The task's own machine is `machines/task`. The loader keeps the same
/// paths for what it reads, so that a finding about a value can be shown in the file the value came from.
public struct RulePath: Sendable, Hashable, CustomStringConvertible {
    /// The steps joined by `/`.
    public let description: String

    /// The regime itself.
    public static let root = RulePath("")

    /// A path from its text.
    public init(_ text: String) {
        description = text
    }

    /// The machine with this identifier.
    public static func machine(_ id: String) -> RulePath {
        RulePath("machines/\(id)")
    }

    /// The path one step further in.
    public static func / (path: RulePath, step: String) -> RulePath {
        path.description.isEmpty ? RulePath(step) : RulePath("\(path.description)/\(step)")
    }

    /// The element at an index.
    public static func / (path: RulePath, index: Int) -> RulePath {
        path / String(index)
    }

    /// The path without its last step; nil at the root.
    public var parent: RulePath? {
        guard !description.isEmpty else { return nil }
        guard let slash = description.utf8.lastIndex(of: UInt8(ascii: "/")) else { return .root }
        return RulePath(String(description[..<slash]))
    }
}

extension RulePath {
    /// The last step; empty at the root.
    public var lastStep: String {
        description.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(description[description.index(after: $0)...]) } ?? description
    }
}
