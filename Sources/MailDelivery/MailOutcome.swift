/// What became of a message.
public enum MailOutcome: Sendable, Hashable {
    /// The next system has it and answers for it.
    case delivered
    /// It is refused for good: trying again would change nothing (5xx about the recipient or the message).
    case refused(MailTrouble)
    /// It is not delivered as far as anybody knows; a later try may succeed.
    case postponed(MailTrouble)

    /// What went wrong, if anything did.
    public var trouble: MailTrouble? {
        switch self {
        case .delivered: nil
        case .refused(let trouble), .postponed(let trouble): trouble
        }
    }
}
