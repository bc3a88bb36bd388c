/// How large a package and what is in it may be: enough for any form with a letterhead, too little for a bomb.
public struct PackageLimits: Sendable, Hashable {
    /// Largest file, in bytes.
    public var fileBytes = 16 * 1024 * 1024
    /// Most parts.
    public var parts = 500
    /// Largest part, unpacked, in bytes.
    public var partBytes = 24 * 1024 * 1024
    /// All parts together, unpacked, in bytes.
    public var totalBytes = 64 * 1024 * 1024
    /// How many times a part of more than `ratioFromBytes` may grow when it is unpacked.
    public var ratio = 150
    /// From which unpacked size on the ratio is looked at, in bytes.
    public var ratioFromBytes = 1024 * 1024
    /// Largest picture, in bytes.
    public var imageBytes = 1024 * 1024
    /// Deepest nesting of XML elements.
    public var depth = 200
    /// Most XML elements in one part.
    public var elements = 500_000

    /// The usual limits.
    public init() {}
}
