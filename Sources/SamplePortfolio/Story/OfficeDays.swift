import LifecycleModel

/// Days on which the sample's offices work: Monday to Friday except public holidays of 2017–2026.
enum OfficeDays {
    /// Public holidays that fall on Monday to Friday, as month × 100 + day.
    private static let holidays: [Int: Set<Int>] = [
        2017: [0102, 0126, 0127, 0130, 0131, 0201, 0406, 0501, 0502, 0904],
        2018: [0101, 0214, 0215, 0216, 0219, 0220, 0425, 0430, 0501, 0903, 1231],
        2019: [0101, 0204, 0205, 0206, 0207, 0208, 0415, 0429, 0430, 0501, 0902],
        2020: [0101, 0123, 0124, 0127, 0128, 0129, 0402, 0430, 0501, 0902],
        2021: [0101, 0210, 0211, 0212, 0215, 0216, 0421, 0430, 0503, 0902, 0903],
        2022: [0103, 0131, 0201, 0202, 0203, 0204, 0411, 0502, 0503, 0901, 0902],
        2023: [0102, 0120, 0123, 0124, 0125, 0126, 0501, 0502, 0503, 0901, 0904],
        2024: [0101, 0208, 0209, 0212, 0213, 0214, 0418, 0429, 0430, 0501, 0902, 0903],
        2025: [0101, 0127, 0128, 0129, 0130, 0131, 0407, 0430, 0501, 0502, 0901, 0902],
        2026: [0101, 0216, 0217, 0218, 0219, 0220, 0427, 0430, 0501, 0831, 0901, 0902],
    ]

    static func isOpen(_ day: CivilDate) -> Bool {
        switch day.weekday {
        case .saturday, .sunday: return false
        default: break
        }
        let parts = day.parts
        return holidays[parts.year]?.contains(parts.month * 100 + parts.day) != true
    }

    /// The day itself, or the next on which offices work.
    static func onOrAfter(_ day: CivilDate) -> CivilDate {
        isOpen(day) ? day : onOrAfter(day.adding(days: 1))
    }

    /// The day itself, or the last before it on which offices work.
    static func onOrBefore(_ day: CivilDate) -> CivilDate {
        isOpen(day) ? day : onOrBefore(day.adding(days: -1))
    }

    /// So many working days later, or earlier when negative.
    static func adding(_ days: Int, to start: CivilDate) -> CivilDate {
        var day = start
        for _ in 0..<abs(days) {
            day = days > 0 ? onOrAfter(day.adding(days: 1)) : onOrBefore(day.adding(days: -1))
        }
        return day
    }
}

extension CivilDate {
    /// A day that is known to exist.
    init(_ year: Int, _ month: Int, _ day: Int) {
        self = CivilDate(year: year, month: month, day: day) ?? .latest
    }
}
