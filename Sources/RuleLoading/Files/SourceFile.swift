import Foundation
import PlainFiles

/// One YAML file as it was read: its text by lines and, when it could be parsed, its node tree.
final class SourceFile {
    /// Path relative to the rule directory, with `/`.
    let name: String
    /// The lines without their line breaks.
    let lines: [Substring]
    /// The document; nil when the file could not be parsed or is empty.
    let root: Tree?

    init(name: String, lines: [Substring] = [], root: Tree? = nil) {
        self.name = name
        self.lines = lines
        self.root = root
    }

    /// No rule file is larger, in bytes.
    static let sizeLimit = 2 << 20
    /// No rule file holds more nodes, with every alias written out.
    static let nodeLimit = 200_000
    /// No rule file uses more aliases (`*name`), so that they cannot multiply.
    static let aliasLimit = 32

    /// Reads a file below the rule directory; what is wrong with it as a file or as YAML goes to `report`.
    static func read(_ name: String, in directory: URL, report: Report) -> SourceFile {
        let bytes: [UInt8]
        do throws(PlainFile.Fault) {
            bytes = try PlainFile.read(directory.appending(path: name).path, atMost: sizeLimit, followsLinks: true)
        } catch {
            if case .tooLarge = error { report.add(.tooLarge(name, limit: sizeLimit)) } else { report.add(.unreadable(name)) }
            return SourceFile(name: name)
        }
        return parse(bytes, name: name, report: report)
    }

    /// Parses the bytes of a file.
    static func parse(_ bytes: [UInt8], name: String, report: Report) -> SourceFile {
        guard bytes.count <= sizeLimit else {
            report.add(.tooLarge(name, limit: sizeLimit))
            return SourceFile(name: name)
        }
        guard let decoded = String(validating: bytes, as: UTF8.self) else {
            let (line, column) = brokenPlace(bytes)
            report.add(.notUTF8(name, line: line, column: column))
            return SourceFile(name: name)
        }
        let text = decoded.unicodeScalars.first == "\u{FEFF}" ? String(decoded.unicodeScalars.dropFirst()) : decoded
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
        let flaws = textFlaws(lines, name: name)
        flaws.forEach(report.add)
        let isReadable = !flaws.contains { ["tab", "too-many-aliases", "hidden-character"].contains($0.code) }
        let root = isReadable ? compose(text, name: name, report: report) : nil
        return SourceFile(name: name, lines: lines, root: root)
    }

    /// Where the first byte stands that is no UTF-8.
    private static func brokenPlace(_ bytes: [UInt8]) -> (line: Int, column: Int) {
        let repaired = String(decoding: bytes, as: UTF8.self)
        var line = 1
        var column = 1
        for scalar in repaired.unicodeScalars {
            if scalar == "\u{FFFD}" { break }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return (line, column)
    }
}
