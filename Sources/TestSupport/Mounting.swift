import Foundation

/// File systems of a test's own, where the tests run as root; elsewhere those tests are skipped.
public enum Mounting {
    /// Whether a mount works here: tried once.
    public static let isAllowed: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nhiemvu-mount-\(UUID().uuidString)").path
        guard getuid() == 0, (try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)) != nil else {
            return false
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        guard run("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]) else { return false }
        return run("umount", [folder])
    }()

    /// A mount did not work.
    public struct Refused: Error {}

    /// Mounts, runs the body, unmounts.
    public static func withMount(_ arguments: [String], at folder: String, _ body: () throws -> Void) throws {
        guard run("mount", arguments + [folder]) else { throw Refused() }
        defer { _ = run("umount", ["--lazy", folder]) }
        try body()
    }

    /// Runs the body while the folder can be read but not written, even by root.
    public static func withReadOnly(_ folder: String, _ body: () throws -> Void) throws {
        try withMount(["--bind", folder], at: folder) {
            guard run("mount", ["-o", "remount,ro,bind", folder]) else { throw Refused() }
            try body()
        }
    }

    private static func run(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
