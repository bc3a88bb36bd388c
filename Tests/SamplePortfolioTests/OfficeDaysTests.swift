import LifecycleModel
import Testing

@testable import SamplePortfolio

@Suite struct OfficeDaysTests {
    @Test(arguments: [("2025-01-24", "2025-02-03"), ("2021-12-03", "2021-12-06"), ("2025-04-29", "2025-05-05")])
    func nextDayPassesWeekendsAndHolidays(day: String, next: String) throws {
        #expect(OfficeDays.adding(1, to: try CivilDate(parsing: day)) == (try CivilDate(parsing: next)))
        #expect(OfficeDays.adding(-1, to: try CivilDate(parsing: next)) == (try CivilDate(parsing: day)))
    }
}
