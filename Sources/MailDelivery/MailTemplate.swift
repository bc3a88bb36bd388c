import Foundation
import LifecycleModel
import PlainFiles

/// A letter with gaps: a first line `Subject: …`, a blank line, the text.
///
/// `{{name}}` is a field, `{{#items}} … {{/items}}` is repeated for every item (or stands once where a field is not empty),
/// `{{^items}} … {{/items}}` stands where there is none, `{{! … }}` is a remark: the part of Mustache that plain text needs. A tag of a section
/// alone on its line takes the line with it. Values are text and are not escaped; control characters in them become blanks.
public struct MailTemplate: Sendable, Hashable {
    /// Most bytes a template may have: many times a letter.
    static let longest = 64 * 1024

    private let subject: [TemplatePart]
    private let body: [TemplatePart]

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - file: how faults name it.
    ///   - shape: the names it may use.
    /// - Throws: `TemplateFaults` with all that is wrong in it.
    public init(_ text: String, file: String, shape: TemplateShape) throws(TemplateFaults) {
        guard text.utf8.count <= Self.longest else {
            let phrase = Phrase(
                vi: "mẫu dài \(text.utf8.count) byte, nhiều nhất \(Self.longest)",
                en: "the template has \(text.utf8.count) bytes, at most \(Self.longest)"
            )
            throw TemplateFaults(faults: [TemplateFault(code: .tooLong, file: file, line: 1, column: 1, phrase: phrase)])
        }
        // Lines may end as they like.
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        let prefix = "Subject: "
        guard let first = lines.first, first.hasPrefix(prefix), lines.count == 3, lines[1].isEmpty else {
            let phrase = Phrase(
                vi: "dòng đầu phải là «Subject: tiêu đề», rồi một dòng trống, rồi nội dung",
                en: "the first line must be \"Subject: …\", then a blank line, then the text"
            )
            throw TemplateFaults(faults: [TemplateFault(code: .subject, file: file, line: 1, column: 1, phrase: phrase)])
        }
        var parser = TemplateParser(file: file, shape: shape)
        let heading = TemplateToken.all(in: String(first.dropFirst(prefix.count)), firstLine: 1, firstColumn: prefix.count + 1)
        subject = parser.parse(heading)
        body = parser.parse(TemplateToken.all(in: String(lines[2]), firstLine: 3))
        guard parser.faults.isEmpty else { throw TemplateFaults(faults: parser.faults) }
    }

    /// Reads a template from a file.
    ///
    /// - Throws: `TemplateFaults`, also when there is no such file.
    public init(contentsOfFile path: String, shape: TemplateShape) throws(TemplateFaults) {
        // A template that is too long is told by its length; what is longer still is not read.
        guard let bytes = try? PlainFile.read(path, atMost: 1 << 20, followsLinks: true),
            let text = String(validating: bytes, as: UTF8.self)
        else {
            let phrase = Phrase(vi: "không đọc được tệp, hoặc không phải UTF-8", en: "the file cannot be read, or is not UTF-8")
            throw TemplateFaults(faults: [TemplateFault(code: .unreadable, file: path, line: 1, column: 1, phrase: phrase)])
        }
        let plain = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        try self.init(plain, file: path, shape: shape)
    }

    /// The letter with its gaps filled: a subject on one line, and a text that ends with a line break.
    public func filled(with data: TemplateData) -> (subject: String, body: String) {
        let words = Self.onOneLine(Self.text(subject, [data]))
        var lines = Self.text(body, [data]).split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.allSatisfy({ $0 == " " }) == true { lines.removeLast() }
        return (words, lines.joined(separator: "\n") + "\n")
    }

    private static func text(_ parts: [TemplatePart], _ scopes: [TemplateData]) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .field(let name): value(name, scopes)
            case .section(let name, let inner):
                if let items = items(name, scopes) {
                    items.map { text(inner, scopes + [$0]) }.joined()
                } else {
                    value(name, scopes).isEmpty ? "" : text(inner, scopes)
                }
            case .inverted(let name, let inner):
                (items(name, scopes)?.isEmpty ?? value(name, scopes).isEmpty) ? text(inner, scopes) : ""
            }
        }.joined()
    }

    /// The items of the innermost section of that name.
    private static func items(_ name: String, _ scopes: [TemplateData]) -> [TemplateData]? {
        scopes.reversed().lazy.compactMap { $0.sections[name] }.first
    }

    /// The innermost value of that name on one line, without what steers terminals and without blanks at its ends.
    private static func value(_ name: String, _ scopes: [TemplateData]) -> String {
        onOneLine(scopes.reversed().lazy.compactMap { $0.fields[name] }.first ?? "")
    }

    private static func onOneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { HeaderText.isControl($0) ? " " : $0 }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }
}
