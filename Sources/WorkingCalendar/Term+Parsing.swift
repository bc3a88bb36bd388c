public import LifecycleModel

/// Why a text is no term.
public enum TermFault: ExplainedError, Sendable, Hashable {
    /// Not a number and a unit.
    case malformed(text: String)
    /// `30 days` does not say whether weekends and holidays count.
    case ambiguousDays(text: String)
    /// Below 0 or beyond a hundred years.
    case outOfRange(amount: Int, limit: Int)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .malformed(let text):
            Phrase(
                vi: "‘\(text)’ không phải là thời hạn; viết như ‘30 calendar days’, ‘5 working days’, ‘6 months’, ‘1 year’",
                en: "‘\(text)’ is not a term; write ‘30 calendar days’, ‘5 working days’, ‘6 months’, ‘1 year’"
            )
        case .ambiguousDays(let text):
            Phrase(
                vi: "‘\(text)’ không rõ là ngày (calendar days) hay ngày làm việc (working days)",
                en: "‘\(text)’ does not say whether calendar days or working days are meant"
            )
        case .outOfRange(let amount, let limit):
            Phrase(vi: "thời hạn \(amount) nằm ngoài khoảng 0–\(limit)", en: "a term of \(amount) is outside 0–\(limit)")
        }
    }
}

extension Term {
    /// Reads `30 calendar days`, `5 working days`, `6 months`, `1 year`, or the Vietnamese `30 ngày`, `5 ngày làm việc`, `6 tháng`, `1 năm`.
    public init(parsing text: String) throws(TermFault) {
        let words = VietnameseText.composed(text).split(whereSeparator: \.isWhitespace)
        guard let first = words.first, first.allSatisfy({ ("0"..."9").contains($0) }), let amount = Int(first) else {
            throw .malformed(text: text)
        }
        switch words.dropFirst().joined(separator: " ") {
        case "calendar day", "calendar days", "ngày": try self.init(amount, .calendarDays)
        case "working day", "working days", "ngày làm việc": try self.init(amount, .workingDays)
        case "month", "months", "tháng": try self.init(amount, .months)
        case "year", "years", "năm": try self.init(amount, .years)
        case "day", "days": throw .ambiguousDays(text: text)
        default: throw .malformed(text: text)
        }
    }
}
