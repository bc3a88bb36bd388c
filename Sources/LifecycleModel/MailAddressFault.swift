/// Why a text is no e-mail address.
public enum MailAddressFault: ExplainedError, Sendable, Hashable {
    /// Nothing is written.
    case empty
    /// A character that addresses do not have: a blank, a line break, a letter outside ASCII.
    case character(text: String, Unicode.Scalar)
    /// There is no `@`, or more than one.
    case at(text: String)
    /// The address, or the part before its `@`, is too long.
    case tooLong(text: String)
    /// What stands before the `@` is no name of a mailbox.
    case local(text: String)
    /// What stands behind the `@` is no domain.
    case domain(text: String)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .empty:
            return Phrase(vi: "địa chỉ thư điện tử để trống", en: "the e-mail address is empty")
        case .character(let text, let scalar):
            let name = Self.name(scalar)
            return Phrase(
                vi: "địa chỉ thư ‘\(Self.shown(text))’ có ký tự không được phép: \(name.vi)",
                en: "the e-mail address ‘\(Self.shown(text))’ has a character that is not allowed: \(name.en)"
            )
        case .at(let text):
            return Phrase(
                vi: "địa chỉ thư ‘\(Self.shown(text))’ phải có đúng một dấu @",
                en: "the e-mail address ‘\(Self.shown(text))’ must have one @"
            )
        case .tooLong(let text):
            return Phrase(
                vi: "địa chỉ thư ‘\(Self.shown(text))’ dài quá \(MailAddress.maximumLength) ký tự, hoặc quá 64 ký tự trước dấu @",
                en: "the e-mail address ‘\(Self.shown(text))’ is longer than \(MailAddress.maximumLength) characters, or 64 before the @"
            )
        case .local(let text):
            return Phrase(
                vi: "phần trước dấu @ của địa chỉ thư ‘\(Self.shown(text))’ sai: chỉ dùng chữ không dấu, số và . _ + - ở giữa",
                en: "what stands before the @ of ‘\(Self.shown(text))’ is wrong: use letters, digits and . _ + - between them"
            )
        case .domain(let text):
            return Phrase(
                vi: "phần sau dấu @ của địa chỉ thư ‘\(Self.shown(text))’ không phải tên miền như thanhhoa.gov.vn",
                en: "what stands behind the @ of ‘\(Self.shown(text))’ is no domain such as thanhhoa.gov.vn"
            )
        }
    }

    /// The way to mend it.
    public var hint: Phrase {
        Phrase(vi: "ghi dạng ten@don-vi.gov.vn", en: "write it as name@office.gov.vn")
    }

    /// A text short enough to be read, without what steers a terminal.
    private static func shown(_ text: String) -> String {
        var plain = String(String.UnicodeScalarView(text.unicodeScalars.prefix(60).map { isControl($0) ? "\u{FFFD}" : $0 }))
        if text.unicodeScalars.count > 60 { plain += "…" }
        return plain
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
    }

    private static func name(_ scalar: Unicode.Scalar) -> Phrase {
        if scalar == " " { return Phrase(vi: "dấu cách", en: "a blank") }
        guard isControl(scalar) else { return Phrase(vi: "‘\(scalar)’", en: "‘\(scalar)’") }
        return Phrase(vi: scalar.codePoint, en: scalar.codePoint)
    }
}
