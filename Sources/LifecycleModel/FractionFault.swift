/// Why a fraction cannot be formed or a text is none.
public enum FractionFault: ExplainedError, Sendable, Hashable {
    /// The reduced numbers do not fit in 64 bits.
    case overflow
    /// Something was divided by nothing.
    case divisionByZero
    /// No number at all.
    case malformed(text: String)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .overflow: Phrase(vi: "số quá lớn để tính chính xác", en: "the number is too large to be exact")
        case .divisionByZero: Phrase(vi: "không thể chia cho 0", en: "nothing can be divided by zero")
        case .malformed(let text):
            Phrase(vi: "‘\(text)’ không phải là số; viết như 12 hoặc 12,5", en: "‘\(text)’ is not a number; write 12 or 12.5")
        }
    }
}
