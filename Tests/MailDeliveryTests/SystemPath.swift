import Foundation

/// Where programs are on this machine.
enum SystemPath {
    /// The folders of `PATH`.
    static let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    /// Whether there is a curl.
    static var hasCurl: Bool {
        folders.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/curl") }
    }
}
