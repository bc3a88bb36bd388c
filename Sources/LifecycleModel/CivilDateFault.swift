/// Why a text or three numbers are no date.
public enum CivilDateFault: ExplainedError, Sendable, Hashable {
    /// The text is not written in the expected form, such as `YYYY-MM-DD`.
    case malformed(text: String, form: String)
    /// Years outside 1900–2200 are taken for typing errors.
    case yearOutOfRange(Int)
    /// There are months 1 to 12.
    case noSuchMonth(Int)
    /// The month has no such day, like 30 February.
    case noSuchDay(day: Int, month: Int, year: Int)

    /// What is wrong.
    public var phrase: Phrase {
        switch self {
        case .malformed(let text, let form):
            Phrase(vi: "‘\(text)’ không phải là ngày viết theo dạng \(form)", en: "‘\(text)’ is not a date written as \(form)")
        case .yearOutOfRange(let year):
            Phrase(
                vi: "năm \(year) nằm ngoài khoảng \(CivilDate.years.lowerBound)–\(CivilDate.years.upperBound)",
                en: "the year \(year) is outside \(CivilDate.years.lowerBound)–\(CivilDate.years.upperBound)"
            )
        case .noSuchMonth(let month):
            Phrase(vi: "không có tháng \(month)", en: "there is no month \(month)")
        case .noSuchDay(let day, let month, let year):
            Phrase(
                vi: "tháng \(month) năm \(year) không có ngày \(day)",
                en: "there is no day \(day) in \(Self.monthName(month)) \(year)"
            )
        }
    }

    private static func monthName(_ month: Int) -> String {
        englishMonths.indices.contains(month - 1) ? englishMonths[month - 1] : "month \(month)"
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
