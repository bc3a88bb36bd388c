import Foundation
import RuleLoading
import Rules
import Testing

/// The small rules with a few words changed, read from a folder of their own.
struct Variant {
    /// A text that is not in the file: the test itself is wrong.
    struct NotThere: Error { let text: String }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("SmallRules")

    /// The old law as it stands.
    static func plain() throws -> Regime { try WorkflowLibrary.load(regime: "old-law", directory: folder.path).regime }

    /// The old law with texts of its file replaced.
    static func edited(_ edits: [(String, String)]) throws -> Regime {
        let file = folder.appendingPathComponent("old-law/regime.yaml")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (old, new) in edits {
            guard text.contains(old) else { throw NotThere(text: old) }
            text = text.replacing(old, with: new)
        }
        return try read(["old-law/regime.yaml": text])
    }

    /// The old law out of the small rules with some files written anew.
    static func read(_ files: [String: String]) throws -> Regime {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("nhiemvu-variant-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: folder, to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        for (name, text) in files { try Data(text.utf8).write(to: place.appendingPathComponent(name)) }
        return try WorkflowLibrary.load(regime: "old-law", directory: place.path).regime
    }
}
