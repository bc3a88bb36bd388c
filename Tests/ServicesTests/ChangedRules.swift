import Foundation
import Services
import TestSupport

/// The small rules with texts of the old law replaced, in a folder of their own: what a department releases next.
struct ChangedRules {
    /// A text that is not in the file: the test itself is wrong.
    struct NotThere: Error { let text: String }

    let folder: TemporaryFolder
    let library: RuleLibrary

    init(_ edits: [(String, String)]) throws {
        folder = try TemporaryFolder()
        let rules = folder.file("rules")
        try FileManager.default.copyItem(atPath: Office.rules, toPath: rules)
        let file = URL(fileURLWithPath: rules + "/old-law/regime.yaml")
        var text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (old, new) in [("version: 1.0.0", "version: 1.1.0")] + edits {
            guard text.contains(old) else { throw NotThere(text: old) }
            text = text.replacing(old, with: new)
        }
        try Data(text.utf8).write(to: file)
        library = RuleLibrary(directory: rules)
    }
}
