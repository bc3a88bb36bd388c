/// Why a text is no code.
public enum IDFault: ExplainedError, Sendable, Hashable {
    /// Nothing is written.
    case empty
    /// More characters than allowed.
    case tooLong(text: String, limit: Int)
    /// A character that codes do not have, such as a blank.
    case character(text: String, Unicode.Scalar)
    /// The first or last character is neither letter nor digit.
    case edge(text: String)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .empty:
            Phrase(vi: "mã để trống", en: "the code is empty")
        case .tooLong(let text, let limit):
            Phrase(
                vi: "mã ‘\(text.prefix(20))…’ dài quá \(limit) ký tự",
                en: "the code ‘\(text.prefix(20))…’ is longer than \(limit) characters"
            )
        case .character(let text, let scalar):
            Phrase(
                vi: "mã ‘\(text)’ có ký tự không được phép: \(Self.name(scalar)); chỉ dùng chữ, số, - . _ /",
                en: "the code ‘\(text)’ has a character that is not allowed: \(Self.name(scalar)); use letters, digits, - . _ /"
            )
        case .edge(let text):
            Phrase(
                vi: "mã ‘\(text)’ phải bắt đầu và kết thúc bằng chữ hoặc số",
                en: "the code ‘\(text)’ must begin and end with a letter or digit"
            )
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        scalar.value > 0x20 && scalar.value < 0x7F
            ? "‘\(scalar)’" : "U+" + String(String(0x1_0000 + scalar.value, radix: 16, uppercase: true).dropFirst())
    }
}
