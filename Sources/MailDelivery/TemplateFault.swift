public import LifecycleModel

/// Something wrong in a template, with its place.
public struct TemplateFault: ExplainedError, Sendable, Hashable {
    /// What kind of fault.
    public let code: Code
    /// The file.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The character of the line, from 1.
    public let column: Int
    /// What is wrong, without its place.
    public let phrase: Phrase

    /// Kinds of faults; programs rely on these words.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The file is not there, or is no UTF-8.
        case unreadable = "template-unreadable"
        /// It is longer than any letter.
        case tooLong = "template-too-long"
        /// The first line is no `Subject: …`, or no blank line follows it.
        case subject = "template-subject"
        /// A name that this template has nothing for.
        case unknownName = "template-unknown-name"
        /// `{{` without `}}`, or no name between them.
        case brokenTag = "template-broken-tag"
        /// A section is not closed, or another is.
        case unclosedSection = "template-unclosed-section"
        /// A section within itself, or too many within each other.
        case nestedSection = "template-nested-section"
        /// A repeated section where a single value is meant.
        case notAField = "template-not-a-field"
    }
}

/// Everything that is wrong in templates.
public struct TemplateFaults: ExplainedError, Sendable, Hashable {
    /// The faults, in the order of the text.
    public let faults: [TemplateFault]

    /// The first fault with its place, and how many there are.
    public var phrase: Phrase {
        guard let first = faults.first else { return Phrase(vi: "mẫu thư sai", en: "a template is wrong") }
        let place = "\(first.file):\(first.line):\(first.column)"
        let more = faults.count - 1
        return Phrase(
            vi: "\(place): \(first.phrase.vi)" + (more > 0 ? " (và \(more) lỗi nữa)" : ""),
            en: "\(place): \(first.phrase.en)" + (more > 0 ? " (and \(more) more)" : "")
        )
    }
}
