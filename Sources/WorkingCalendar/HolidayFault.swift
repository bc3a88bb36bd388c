public import LifecycleModel

/// One fault of a holiday file, with its line.
public struct HolidayFault: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// The first row does not name the columns `date,kind,name_vi,name_en`.
        case header
        /// A row with more or fewer fields than columns.
        case fieldCount(Int)
        /// A quoted field that does not end on its line.
        case openQuote
        /// No such date.
        case date(CivilDateFault)
        /// Neither `off` nor `work`.
        case kind(String)
        /// No Vietnamese name.
        case noName
        /// The date has a row already.
        case duplicate(CivilDate, firstLine: Int)
        /// A make-up day that is no Saturday or Sunday is worked anyway: a typing error.
        case makeUpOnWeekday(CivilDate)
    }

    /// The line, from 1.
    public let line: Int
    /// What is wrong.
    public let kind: Kind

    /// A fault.
    public init(line: Int, kind: Kind) {
        self.line = line
        self.kind = kind
    }

    /// What is wrong, without the line.
    public var phrase: Phrase {
        switch kind {
        case .header:
            Phrase(vi: "dòng tiêu đề phải là date,kind,name_vi,name_en", en: "the header must be date,kind,name_vi,name_en")
        case .fieldCount(let count):
            Phrase(vi: "dòng có \(count) trường, cần 4", en: "the row has \(count) fields instead of 4")
        case .openQuote:
            Phrase(vi: "dấu nháy kép không đóng", en: "a quoted field does not end")
        case .date(let fault):
            fault.phrase
        case .kind(let text):
            Phrase(vi: "loại ngày ‘\(text)’ không có; dùng off (nghỉ) hoặc work (làm bù)", en: "‘\(text)’ is neither off nor work")
        case .noName:
            Phrase(vi: "thiếu tên tiếng Việt của ngày", en: "the Vietnamese name is missing")
        case .duplicate(let date, let firstLine):
            Phrase(vi: "ngày \(date.vietnamese) đã có ở dòng \(firstLine)", en: "\(date) is already on line \(firstLine)")
        case .makeUpOnWeekday(let date):
            Phrase(
                vi: "ngày làm bù \(date.vietnamese) là \(date.weekday.name.vi), vốn đã là ngày làm việc",
                en: "the make-up day \(date) is a \(date.weekday.name.en), worked anyway"
            )
        }
    }
}

/// All faults of a holiday file, in order of line.
public struct HolidayFaults: ExplainedError, Sendable, Hashable {
    /// The faults, at least one.
    public let faults: [HolidayFault]

    /// The faults, one after another, each with its line.
    public var phrase: Phrase {
        Phrase(
            vi: faults.map { "dòng \($0.line): \($0.phrase.vi)" }.joined(separator: "; "),
            en: faults.map { "line \($0.line): \($0.phrase.en)" }.joined(separator: "; ")
        )
    }
}
