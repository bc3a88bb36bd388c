import Foundation
import Testing

/// Exported files kept beside the tests; `NHIEMVU_RECORD=1` writes them anew and still fails, so that nobody records by accident.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

    static func expect(_ name: String, _ text: String, location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["NHIEMVU_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record("Recorded \(name)", sourceLocation: location)
            return
        }
        let known = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        #expect(text == known, "see Golden/\(name)", sourceLocation: location)
    }
}
