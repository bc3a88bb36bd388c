import LifecycleModel
import TestSupport
import Testing
import WorkingCalendar

@Suite struct WorkingDayTests {
    @Test(arguments: [
        ("2025-01-24", true), ("2025-01-25", false), ("2025-01-27", false), ("2025-01-29", false), ("2025-01-31", false),
        ("2025-02-02", false),
        ("2025-02-03", true), ("2025-04-07", false), ("2025-04-26", true), ("2025-05-02", false), ("2025-09-01", false),
        ("2025-09-03", true),
        ("2024-04-29", false), ("2024-05-04", true), ("2024-05-05", false), ("2026-08-22", true), ("2026-08-31", false),
        ("2031-01-01", true),
    ])
    func knowsVietnameseDays(date: String, works: Bool) throws {
        #expect(try Calendars.shipped().isWorkingDay(day(date)) == works)
    }

    @Test func namesThem() throws {
        let calendar = try Calendars.shipped()
        #expect(calendar.status(of: try day("2025-01-29")) == .holiday(Phrase(vi: "Tết Nguyên đán (mồng Một)", en: "Lunar New Year")))
        #expect(calendar.status(of: try day("2025-04-26")).note?.vi == "Làm bù cho ngày 02/05/2025")
        #expect(calendar.status(of: try day("2025-04-27")) == .weekend(.sunday))
        #expect(calendar.status(of: try day("2025-04-28")) == .working)
        #expect(calendar.status(of: try day("2025-04-28")).note == nil)
    }

    @Test(arguments: [
        ("2025-01-25", "2025-02-03", "2025-01-24"), ("2025-02-03", "2025-02-03", "2025-02-03"), ("2024-05-03", "2024-05-03", "2024-05-03"),
        ("2024-05-04", "2024-05-04", "2024-05-04"), ("2024-05-05", "2024-05-06", "2024-05-04"),
    ])
    func findsTheNearest(date: String, after: String, before: String) throws {
        let calendar = try Calendars.shipped()
        #expect(calendar.workingDay(onOrAfter: try day(date)).description == after)
        #expect(calendar.workingDay(onOrBefore: try day(date)).description == before)
    }

    @Test(arguments: [
        ("2025-01-24", "2025-02-03", 1, 10), ("2025-01-01", "2025-12-31", 250, 364), ("2024-04-26", "2024-05-06", 4, 10),
        ("2025-06-06", "2025-06-08", 0, 2),
        ("2025-06-08", "2025-06-06", -1, -2), ("2025-06-09", "2025-06-06", -1, -3), ("2025-06-09", "2025-06-09", 0, 0),
    ])
    func countsDifferences(from: String, to: String, working: Int, calendar days: Int) throws {
        let calendar = try Calendars.shipped()
        #expect(calendar.difference(from: try day(from), to: try day(to), working: true) == working)
        #expect(calendar.difference(from: try day(from), to: try day(to)) == days)
    }

    @Test func differencesAgreeWithCountingOneByOne() throws {
        let calendar = try Calendars.shipped()
        var random = SeededRandom(seed: 4)
        for _ in 0..<400 {
            let from = try #require(CivilDate(daysSinceEpoch: Int.random(in: 15000...23000, using: &random)))
            let to = from.adding(days: Int.random(in: 0...700, using: &random))
            let expected = (from.adding(days: 1)..<to.adding(days: 1)).count { calendar.isWorkingDay($0) }
            #expect(calendar.difference(from: from, to: to, working: true) == expected)
            let backwards = (from..<to).count { calendar.isWorkingDay($0) }
            #expect(calendar.difference(from: to, to: from, working: true) == -backwards)
        }
        let ancient = try day("1950-03-01")
        #expect(calendar.difference(from: ancient, to: try day("1950-03-31"), working: true) == 22)
    }
}
