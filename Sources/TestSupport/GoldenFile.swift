import Foundation

/// A file beside the tests that says what something should give.
public struct GoldenFile: Sendable {
    private let file: URL

    /// The file of that name in the folder `Golden` beside a test's source.
    public init(_ name: String, besideSource source: String) {
        file = URL(fileURLWithPath: source).deletingLastPathComponent().appendingPathComponent("Golden").appendingPathComponent(name)
    }

    /// What is wrong with a text, nil when it is that of the file. `NHIEMVU_RECORD=1` writes the file anew and still finds fault, so that nobody
    /// records by accident.
    public func fault(with text: String) throws -> String? {
        if ProcessInfo.processInfo.environment["NHIEMVU_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
            return "recorded \(file.lastPathComponent)"
        }
        guard let known = try? Data(contentsOf: file) else { return "Golden/\(file.lastPathComponent) is missing" }
        let wanted = String(decoding: known, as: UTF8.self)
        return wanted == text ? nil : "Golden/\(file.lastPathComponent), \(Self.difference(wanted, text))"
    }

    private static func difference(_ wanted: String, _ text: String) -> String {
        let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
        let found = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(wanted, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(wanted.count, found.count)
        func shown(_ lines: [Substring]) -> String { lines.indices.contains(line) ? "“\(lines[line])”" : "the end" }
        return "line \(line + 1): wanted \(shown(wanted)), found \(shown(found))"
    }
}
