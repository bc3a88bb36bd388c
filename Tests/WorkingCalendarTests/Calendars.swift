import LifecycleModel
import Testing
import WorkingCalendar

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

enum Calendars {
    /// The holiday file that ships with the program.
    static func shippedText() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appending(path: "workflows/calendar/vn-holidays.csv")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    static func shipped() throws -> WorkingCalendar {
        WorkingCalendar(try HolidayTable(csv: shippedText()))
    }

    /// Weekends only.
    static let bare = WorkingCalendar(.empty)
}

func day(_ text: String) throws -> CivilDate {
    try CivilDate(parsing: text)
}

func term(_ text: String) throws -> Term {
    try Term(parsing: text)
}
