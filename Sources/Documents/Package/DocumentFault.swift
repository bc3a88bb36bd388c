public import LifecycleModel

/// Why a template, a document or a value for it is refused: where, what, and how to mend it.
public struct DocumentFault: ExplainedError, Sendable, Hashable {
    /// What is wrong, for programs.
    public let code: Code
    /// The part of the file and the place in it, such as `word/document.xml, đoạn 12 «Căn cứ {{…»`; empty for the file as a whole.
    public let place: String
    /// What is wrong.
    public let message: Phrase
    /// How to mend it.
    public let hint: Phrase?

    /// What can be wrong: an open list, stable words.
    public enum Code: String, Sendable, Hashable {
        case notAPackage = "not-a-docx"
        case unsafePackage = "unsafe-docx"
        case activeContent = "active-content"
        case externalLink = "external-link"
        case imageRefused = "image-refused"
        case trackedChanges = "tracked-changes"
        case brokenXML = "broken-xml"
        case brokenTag = "broken-tag"
        case unknownField = "unknown-field"
        case wrongUse = "wrong-use"
        case emptyField = "empty-field"
        case wrongValue = "wrong-value"
        case wrongCatalogue = "wrong-catalogue"
    }

    /// A fault.
    public init(_ code: Code, at place: String = "", _ message: Phrase, hint: Phrase? = nil) {
        self.code = code
        self.place = place
        self.message = message
        self.hint = hint
    }

    /// Place and message as one sentence.
    public var phrase: Phrase {
        place.isEmpty ? message : message.mapped { "\(place): \($0)" }
    }
}
