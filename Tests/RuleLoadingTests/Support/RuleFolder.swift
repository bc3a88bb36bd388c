import Foundation
import RuleLoading
import Rules

/// A rule directory of a test's own, removed when the test ends.
final class RuleFolder {
    let path: String

    /// Writes these files, by path relative to the directory.
    init(_ files: [String: String]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)").path
        for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes one file.
    func write(_ name: String, _ data: Data) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    /// One regime, read and checked.
    func load(_ regime: String = "sample") throws -> Regime {
        try WorkflowLibrary.load(regime: regime, directory: path).regime
    }

    /// What checking says about one regime, or about everything.
    func check(_ regime: String? = nil) -> [Diagnostic] {
        WorkflowLibrary.check(directory: path, regime: regime)
    }
}
