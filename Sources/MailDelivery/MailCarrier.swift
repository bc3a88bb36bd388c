/// Hands messages over, one at a time.
public protocol MailCarrier: Sendable {
    /// Hands a message over and waits for the answer; it always ends, and never throws: what goes wrong is an outcome.
    func deliver(_ message: MailMessage) -> MailOutcome
}
