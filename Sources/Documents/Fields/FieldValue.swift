public import LifecycleModel

/// The value of a field.
public enum FieldValue: Sendable, Hashable {
    /// Text; line breaks are kept.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// Whole đồng.
    case money(Dong)
    /// A date.
    case date(CivilDate)
    /// Yes or no.
    case flag(Bool)
    /// One of several words.
    case choice(code: String, label: String)
    /// Rows of fields by their bare names.
    case list([[String: FieldValue]])

    /// Whether there is nothing to print: blank text, no rows.
    public var isEmpty: Bool {
        switch self {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .choice(_, let label): label.allSatisfy(\.isWhitespace)
        case .list(let rows): rows.isEmpty
        default: false
        }
    }

    /// The value for messages.
    public var shown: String {
        switch self {
        case .flag(let value): value ? "có" : "không"
        case .list(let rows): "\(rows.count) dòng"
        case .date(let date): date.officialDigits
        default: written(nil) ?? ""
        }
    }

    /// Whether `{{#if field}}` holds.
    var holds: Bool {
        if case .flag(let value) = self { value } else { !isEmpty }
    }

    /// Whether `{{#if field = word}}` holds.
    func equals(_ word: String) -> Bool {
        switch self {
        case .choice(let code, let label): code == word || label == word
        case .text(let text): text == word
        case .number(let number): String(number) == word
        default: false
        }
    }

    /// The value as it is printed; nil when it cannot be printed that way.
    func written(_ way: FieldWriting?) -> String? {
        switch (self, way) {
        case (.text(let text), nil), (.text(let text), .plain): text
        case (.text(let text), .upper), (.choice(_, let text), .upper): WordPairs.kept(text.uppercased())
        case (.choice(_, let label), nil), (.choice(_, let label), .plain): label
        case (.number(let number), nil), (.number(let number), .plain): Dong(number).formatted(.none)
        case (.number(let number), .words): VietnameseNumber.capitalised(number)
        case (.number(let number), .padded): VietnameseNumber.padded(number)
        case (.money(let money), nil), (.money(let money), .plain): money.formatted(.none)
        case (.money(let money), .words): money.officialWords
        case (.date(let date), nil), (.date(let date), .long): date.officialWords
        case (.date(let date), .short): date.officialDigits
        case (.list(let rows), .count): VietnameseNumber.padded(Int64(rows.count))
        default: nil
        }
    }
}
