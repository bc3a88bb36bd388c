public import LifecycleModel

/// One message to one person, in plain text.
public struct MailMessage: Sendable, Hashable {
    /// What makes it this message and no other: the key of the outbox.
    public let key: String
    /// Who sends it.
    public let from: Mailbox
    /// Who receives it.
    public let to: Mailbox
    /// What it is about, on one line.
    public let subject: String
    /// The text; lines may end as they like.
    public let body: String
    /// When it was written.
    public let date: Moment
    /// Whether it should not wait until the recipient has time.
    public let isUrgent: Bool

    /// A message.
    ///
    /// - Throws: `MailFault` when the key is empty, or when key or subject have characters that could end a line.
    public init(
        key: String,
        from: Mailbox,
        to: Mailbox,
        subject: String,
        body: String,
        date: Moment,
        isUrgent: Bool = false
    ) throws(MailFault) {
        guard !key.isEmpty, !key.unicodeScalars.contains(where: HeaderText.isControl) else {
            throw MailFault(
                .message,
                Phrase(
                    vi: "khóa của thư trống, có ký tự xuống dòng hoặc ký tự điều khiển",
                    en: "the key of the message is empty, has a line break or a control character"
                ),
                hint: Phrase(vi: "đặt khóa trên một dòng", en: "make the key one line of text")
            )
        }
        try HeaderText.check(subject, Phrase(vi: "tiêu đề thư", en: "the subject"))
        self.key = key
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.date = date
        self.isUrgent = isUrgent
    }

    /// The name of this message in the world, the same for the same key and sender's domain: `<key@domain>` (RFC 5322, 3.6.4).
    ///
    /// Letters of the key that may not stand there are written `=XX`; a long key is cut and told apart by its hash.
    public var identifier: String {
        "<\(EscapedKey(identifier: key).text)@\(from.address.domain)>"
    }

    /// The key in an identifier of ours, with or without its angle brackets; nil where it is written as ours never
    /// are, or where the key was too long to be kept.
    public static func key(ofIdentifier text: String) -> String? {
        var text = Substring(text)
        if text.first == "<", text.last == ">" { text = text.dropFirst().dropLast() }
        return text.lastIndex(of: "@").flatMap { EscapedKey.key(String(text[..<$0])) }
    }
}
