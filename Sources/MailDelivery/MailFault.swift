public import LifecycleModel

/// Why messages cannot be made or sent at all as things are set up, with the way to mend it.
public struct MailFault: ExplainedError, Sendable, Hashable {
    /// What kind of fault.
    public let code: Code
    /// What is wrong, one sentence without a full stop.
    public let phrase: Phrase
    /// How to mend it.
    public let hint: Phrase

    /// A fault.
    public init(_ code: Code, _ phrase: Phrase, hint: Phrase) {
        self.code = code
        self.phrase = phrase
        self.hint = hint
    }

    /// Kinds of faults; programs rely on these words.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The settings say nothing that can be followed.
        case settings = "mail-settings"
        /// The program `curl` is not there.
        case noCurl = "no-curl"
        /// A name, subject or key cannot stand in a message.
        case message = "mail-message"
    }
}
