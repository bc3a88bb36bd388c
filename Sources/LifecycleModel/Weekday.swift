/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, Sendable, Hashable, CaseIterable {
    /// Thứ Hai.
    case monday = 1
    /// Thứ Ba.
    case tuesday
    /// Thứ Tư.
    case wednesday
    /// Thứ Năm.
    case thursday
    /// Thứ Sáu.
    case friday
    /// Thứ Bảy.
    case saturday
    /// Chủ nhật.
    case sunday

    /// Saturday or Sunday.
    public var isWeekend: Bool { self == .saturday || self == .sunday }

    /// The name in full.
    public var name: Phrase {
        switch self {
        case .monday: Phrase(vi: "Thứ Hai", en: "Monday")
        case .tuesday: Phrase(vi: "Thứ Ba", en: "Tuesday")
        case .wednesday: Phrase(vi: "Thứ Tư", en: "Wednesday")
        case .thursday: Phrase(vi: "Thứ Năm", en: "Thursday")
        case .friday: Phrase(vi: "Thứ Sáu", en: "Friday")
        case .saturday: Phrase(vi: "Thứ Bảy", en: "Saturday")
        case .sunday: Phrase(vi: "Chủ nhật", en: "Sunday")
        }
    }

    /// The short name for narrow columns: `T2` … `T7`, `CN`.
    public var short: Phrase {
        Phrase(vi: self == .sunday ? "CN" : "T\(rawValue + 1)", en: String(name.en.prefix(3)))
    }
}
