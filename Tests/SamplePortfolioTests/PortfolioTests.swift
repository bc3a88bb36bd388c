import Foundation
import Importing
import LifecycleModel
import Testing
import WorkingCalendar

@testable import SamplePortfolio

@Suite struct PortfolioTests {
    @Test func hasEveryCohort() {
        let counts = Dictionary(grouping: Sample.portfolio.tasks, by: { $0.value.year ?? 0 }).mapValues(\.count)
        #expect(Sample.portfolio.tasks.count >= 220)
        for year in 2020...2025 { #expect(counts[year, default: 0] >= 40, "\(year)") }
        #expect(Sample.portfolio.tasks.count { $0.value.level == "base" } == 9)
        #expect(Sample.portfolio.tasks.count { $0.value.regime == "law-2025" } == 11)
    }

    @Test func isTheSameEveryTime() {
        let writer = PortfolioWriter()
        #expect(writer.files(of: SamplePortfolio.make()) == writer.files(of: Sample.portfolio))
    }

    @Test func comesBackFromItsFiles() throws {
        let files = PortfolioWriter().files(of: Sample.portfolio)
        let read = try PortfolioReader(latestDay: SamplePortfolio.asOf).read(files)
        #expect(read == Sample.portfolio)
    }

    @Test func saysThatNobodyIsReal() {
        for organisation in Sample.portfolio.organisations { #expect(organisation.value.name.hasSuffix("(mẫu)")) }
        for person in Sample.portfolio.people { #expect(person.value.name.contains(" Mẫu ") && person.value.code.text.hasPrefix("MAU-")) }
    }

    @Test func hasATitleThatTheTourLooksFor() {
        let titles = Sample.portfolio.tasks.map { VietnameseText.folded($0.value.title) }
        #expect(titles.contains { title in ["lua", "dac", "san"].allSatisfy(title.contains) })
        #expect(titles.contains { $0.contains("dac san") && $0.contains("lua") })
    }

    @Test func titlesDiffer() {
        let titles = Sample.portfolio.tasks.map(\.value.title)
        #expect(Set(titles).count == titles.count)
        #expect(titles.allSatisfy { !$0.contains("{") && !$0.contains("lần thứ") })
    }

    @Test func officesWorkOnWorkingDays() throws {
        let csv = try String(contentsOfFile: Sample.rules + "/calendar/vn-holidays.csv", encoding: .utf8)
        let calendar = WorkingCalendar(try HolidayTable(csv: csv))
        let wrong = Sample.portfolio.history.map(\.value).filter {
            $0.actor != HistoryEntry.systemActor && !calendar.isWorkingDay($0.happenedOn)
        }
        #expect(wrong.isEmpty)
    }

    @Test func moneyIsRound() {
        let paths: Set = ["award.state_money", "money.request", "appraisal.state_money", "failure.repay_money"]
        let amounts = Sample.portfolio.history.flatMap(\.value.facts).filter { paths.contains($0.path) }.compactMap { Int64($0.text) }
        #expect(amounts.count > 400)
        #expect(amounts.allSatisfy { $0 % 100_000 == 0 })
    }

    @Test func endsOnItsLastDay() {
        #expect(Sample.portfolio.history.allSatisfy { $0.value.happenedOn <= SamplePortfolio.asOf })
        #expect(SamplePortfolio.asOf.description == "2025-12-31")
    }
}
