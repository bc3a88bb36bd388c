/// Why a sum cannot be formed or a text is no amount of money.
public enum DongFault: ExplainedError, Sendable, Hashable {
    /// The result does not fit in 64 bits (about nine billion billion đồng).
    case overflow
    /// A share of nothing, or one that is not whole where a whole one was asked.
    case notWhole
    /// No amount at all.
    case malformed(text: String)
    /// An amount below zero where none is allowed.
    case negative(text: String)
    /// There is nothing smaller than a đồng.
    case fraction(text: String)
    /// Commas between groups of digits, which a reader may take for a decimal sign; Vietnamese groups with dots.
    case commaGrouping(text: String, suggestion: String)
    /// Dots that do not part the digits into groups of three.
    case brokenGrouping(text: String)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .overflow:
            Phrase(vi: "số tiền vượt quá khả năng biểu diễn", en: "the amount is too large to represent")
        case .notWhole:
            Phrase(vi: "phép chia không cho số đồng nguyên", en: "the share is not a whole number of đồng")
        case .malformed(let text):
            Phrase(vi: "‘\(text)’ không phải là số tiền", en: "‘\(text)’ is not an amount of money")
        case .negative(let text):
            Phrase(vi: "số tiền ‘\(text)’ âm", en: "the amount ‘\(text)’ is negative")
        case .fraction(let text):
            Phrase(vi: "‘\(text)’ có phần lẻ, chỉ nhận số đồng nguyên", en: "‘\(text)’ has a fraction; only whole đồng are accepted")
        case .commaGrouping(let text, let suggestion):
            Phrase(
                vi: "‘\(text)’ dùng dấu phẩy, có thể hiểu nhầm là phần lẻ; hãy viết \(suggestion)",
                en: "‘\(text)’ uses commas, which may be read as a decimal sign; write \(suggestion)"
            )
        case .brokenGrouping(let text):
            Phrase(
                vi: "‘\(text)’ có dấu chấm không chia nhóm ba chữ số",
                en: "the dots in ‘\(text)’ do not part groups of three digits"
            )
        }
    }
}
