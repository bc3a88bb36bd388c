public import LifecycleModel

/// Why an archive of parts or the XML in it is refused: where and what. How to mend it depends on the program that made the file, so who
/// knows that program adds it.
public struct PackageFault: ExplainedError, Sendable, Hashable {
    /// What is wrong, for programs.
    public let code: Code
    /// The part and the line in it, such as `xl/workbook.xml:3`; empty for the file as a whole.
    public let place: String
    /// What is wrong.
    public let message: Phrase

    /// What can be wrong.
    public enum Code: Sendable, Hashable, CaseIterable {
        /// No ZIP archive, or a broken one.
        case notAnArchive
        /// A part is encrypted.
        case encrypted
        /// Larger, deeper or more than the limits allow, or made to mislead.
        case unsafe
        /// XML that is not well-formed.
        case brokenXML
        /// The archive cannot be put together.
        case notWritten
    }

    /// A fault.
    public init(_ code: Code, at place: String = "", _ message: Phrase) {
        self.code = code
        self.place = place
        self.message = message
    }

    /// Place and message as one sentence.
    public var phrase: Phrase {
        place.isEmpty ? message : message.mapped { "\(place): \($0)" }
    }
}
