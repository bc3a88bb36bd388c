import LifecycleModel

/// How a workbook counts its days.
enum DateSystem {
    /// Day 1 is 1 January 1900, and a 29 February 1900 that never was is day 60; the usual one.
    case from1900
    /// Day 0 is 1 January 1904; of old Macintosh workbooks.
    case from1904

    /// The day with a serial number; nil for day 60 of 1900 and outside the years a date may have.
    func date(serial: Int) -> CivilDate? {
        guard (0...200_000).contains(serial) else { return nil }
        switch self {
        case .from1904: return CivilDate(daysSinceEpoch: serial - 24_107)
        case .from1900 where serial > 60: return CivilDate(daysSinceEpoch: serial - 25_569)
        case .from1900 where serial > 0 && serial < 60: return CivilDate(daysSinceEpoch: serial - 25_568)
        case .from1900: return nil
        }
    }

    /// The serial number of a day in the system of 1900; nil before 1 March 1900, where LibreOffice and Excel differ by a day.
    static func serial(of date: CivilDate) -> Int? {
        let serial = Int(date.daysSinceEpoch) + 25_569
        return serial > 60 ? serial : nil
    }
}
