public import LifecycleModel

/// Somebody who sends or receives: an address and the name shown beside it (RFC 5322, 3.4).
public struct Mailbox: Sendable, Hashable {
    /// The name that people see; empty: none.
    public let name: String
    /// The address.
    public let address: MailAddress

    /// A mailbox.
    ///
    /// - Throws: `MailFault` when the name has characters that could end a line, or is too long for one.
    public init(_ address: MailAddress, name: String = "") throws(MailFault) {
        try HeaderText.check(name, Phrase(vi: "tên người gửi hoặc người nhận", en: "the name of the sender or recipient"))
        self.name = name
        self.address = address
    }

    /// The parts of a header that may be parted by line breaks.
    var words: [String] {
        name.isEmpty ? [address.text] : HeaderText.phraseWords(name) + ["<\(address.text)>"]
    }
}
