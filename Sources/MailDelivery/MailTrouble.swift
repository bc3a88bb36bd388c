public import LifecycleModel

/// Why a message did not get through, as a program and as a person reads it; it never holds a password.
public struct MailTrouble: Sendable, Hashable, ExplainedError {
    /// What kind of trouble.
    public let code: Code
    /// What is wrong, one sentence without a full stop.
    public let phrase: Phrase

    /// Trouble.
    public init(_ code: Code, _ phrase: Phrase) {
        self.code = code
        self.phrase = phrase
    }

    /// Kinds of trouble; programs rely on these words.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The server refuses the recipient, the sender or the message for good (5xx).
        case refused = "mail-refused"
        /// The server cannot take it just now (4xx).
        case busy = "mail-busy"
        /// The server takes nothing from this sender.
        case sender = "mail-sender"
        /// No server answers under that name and port.
        case unreachable = "mail-unreachable"
        /// The server said nothing for too long.
        case silent = "mail-timeout"
        /// What answers does not speak SMTP, or breaks off.
        case nonsense = "mail-nonsense"
        /// The server does not accept user and password.
        case login = "mail-login"
        /// The connection cannot be made secret as was asked for.
        case insecure = "mail-tls"
        /// The connection broke after the whole message was sent and before the server said that it has it: it may have been delivered.
        case uncertain = "mail-uncertain"
        /// The folder for messages cannot be written.
        case folder = "mail-folder"
        /// The file with the password cannot be read.
        case password = "mail-password"
        /// The program that delivers cannot be run.
        case program = "mail-program"
    }
}
