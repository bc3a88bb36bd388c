import Foundation

/// A folder of a test's own, removed with everything in it when the last reference goes.
public final class TemporaryFolder: Sendable {
    /// Its path, without a slash at the end.
    public let path: String

    /// Looks at what is in it before it goes.
    private let lastLook: (@Sendable (String) -> Void)?

    /// Makes the folder under the system's folder for temporary files, or under another one.
    ///
    /// - Parameter lastLook: handed the path before the folder is removed.
    public init(in parent: String? = nil, lastLook: (@Sendable (String) -> Void)? = nil) throws {
        self.lastLook = lastLook
        let folder = URL(fileURLWithPath: parent ?? NSTemporaryDirectory()).appendingPathComponent("nhiemvu-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        lastLook?(path)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Path of a file in the folder.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Names in the folder, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
