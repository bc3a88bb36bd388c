/// What kind of value a field takes.
public enum FieldType: String, Sendable, Hashable, CaseIterable {
    /// One or more lines of text.
    case text
    /// A whole number.
    case number
    /// Whole đồng.
    case money
    /// A civil date.
    case date
    /// Yes or no: for conditions, not to be printed.
    case flag
    /// One of several words, printed by its label, compared by its code.
    case choice
    /// Rows of other fields: for `{{#each …}}`.
    case list

    /// Ways of writing a value of this kind, `{{field | way}}`; without one the first is taken.
    public var ways: [FieldWriting] {
        switch self {
        case .text, .choice: [.plain, .upper]
        case .number: [.plain, .words, .padded]
        case .money: [.plain, .words]
        case .date: [.long, .short]
        case .list: [.count]
        case .flag: []
        }
    }
}

/// A way of writing a value.
public enum FieldWriting: String, Sendable, Hashable, CaseIterable {
    /// As it is; numbers and money with dots between groups of three digits.
    case plain
    /// In capitals, as in letterheads and titles: words that belong together stay on one line.
    case upper
    /// A number or sum in words, with a capital first letter.
    case words
    /// A number of at least two digits, `09`.
    case padded
    /// `ngày 05 tháng 3 năm 2025`.
    case long
    /// `05/3/2025`.
    case short
    /// How many rows, in at least two digits.
    case count
}
