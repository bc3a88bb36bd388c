import Foundation

/// A story that is told to the program act by act, from a folder with files.
struct Scene: Sendable {
    /// Name of the store in the folder.
    static let store = "tinh.db"

    let name: String
    /// Rule files, day, actor.
    let environment: [String: String]
    /// Files beside the store: path in the folder and text.
    let files: [String: String]
    /// What is told undisturbed before.
    let before: [Act]
    /// What is attacked.
    let acts: [Act]

    /// Makes a folder where everything of `before` is told.
    func prepare(_ folder: String, program: Child) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (path, text) in files {
            let url = URL(fileURLWithPath: "\(folder)/\(path)")
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        for act in before {
            let outcome = try program.run(act.words, in: folder, environment: variables(of: act), files: folder + ".said")
            guard outcome.exit == 0 else { throw Complaint("\(act.text): \(outcome.exit ?? -1)\n\(outcome.error)") }
        }
    }

    /// The environment of one run.
    func variables(of act: Act? = nil) -> [String: String] {
        var all = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "1000", "NHIEMVU_STORE": Scene.store]
        all["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
        return all.merging(environment) { $1 }.merging(act?.environment ?? [:]) { $1 }
    }
}

/// Something is not as it must be.
struct Complaint: Error, CustomStringConvertible {
    let description: String

    init(_ text: String) {
        description = text
    }
}
