import Foundation

/// Where things lie.
enum Places {
    /// The folder of this package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    /// The project's rule files.
    static let workflows = "\(package)/../workflows"
    /// The rule files of a small life.
    static let lifecycle = "\(package)/lifecycle"
    /// What a run leaves behind: large stores, made once.
    static let stores = "\(package)/.build/stores"
    /// The program, built beside this one.
    static let program: String = {
        let own = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        return own.appending(path: "nhiemvu").path
    }()

    /// A folder of its own for one measurement, on the same disk as the stores; removed afterwards.
    static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = "\(package)/.build/scratch-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }
}
