public import LifecycleModel

extension FieldType {
    /// Reads a value as people write it: money and numbers with or without dots, dates `YYYY-MM-DD` or `dd/MM/yyyy`, flags `có`/`không`
    /// or `true`/`false`, a choice as `code: label` or a bare label.
    ///
    /// - Throws: `DocumentFault` that names the field and says what was expected.
    public func value(_ text: String, of field: String) throws(DocumentFault) -> FieldValue {
        let text = VietnameseText.composed(text)
        switch self {
        case .text: return .text(text)
        case .choice:
            let parts = text.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
            return parts.count == 2
                ? .choice(code: String(parts[0]), label: String(parts[1])) : .choice(code: text, label: text)
        case .flag:
            if ["có", "true", "yes"].contains(text.lowercased()) { return .flag(true) }
            if ["không", "false", "no"].contains(text.lowercased()) { return .flag(false) }
        case .date:
            if let date = text.contains("/") ? try? CivilDate(parsingVietnamese: text) : try? CivilDate(parsing: text) {
                return .date(date)
            }
        case .money: if let money = try? Dong(parsing: text, allowNegative: true) { return .money(money) }
        case .number: if let number = try? Dong(parsing: text, allowNegative: true) { return .number(number.amount) }
        case .list: break
        }
        throw DocumentFault(
            .wrongValue,
            at: field,
            Phrase(vi: "«\(text)» không phải \(meaning.vi)", en: "\"\(text)\" is not \(meaning.en)"),
            hint: Phrase(vi: "Ví dụ: \(sample)", en: "Example: \(sample)")
        )
    }

    /// The kind for people.
    public var meaning: Phrase {
        switch self {
        case .text: Phrase(vi: "văn bản", en: "text")
        case .number: Phrase(vi: "số nguyên", en: "a whole number")
        case .money: Phrase(vi: "số tiền (đồng)", en: "a sum in đồng")
        case .date: Phrase(vi: "ngày", en: "a date")
        case .flag: Phrase(vi: "có/không", en: "yes or no")
        case .choice: Phrase(vi: "lựa chọn", en: "a choice")
        case .list: Phrase(vi: "danh sách", en: "a list")
        }
    }

    private var sample: String {
        switch self {
        case .text, .choice: "…"
        case .number: "24"
        case .money: "1.250.000.000"
        case .date: "2025-03-05, 05/03/2025"
        case .flag: "true, false"
        case .list: "[{…}]"
        }
    }
}
