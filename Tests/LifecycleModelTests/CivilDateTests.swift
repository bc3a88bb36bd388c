import LifecycleModel
import TestSupport
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        ("1970-01-01", 0, Weekday.thursday), ("1900-01-01", -25567, .monday), ("2000-02-29", 11016, .tuesday),
        ("2024-02-29", 19782, .thursday), ("2025-10-01", 20362, .wednesday), ("2026-11-21", 20778, .saturday),
        ("2200-12-31", 84370, .wednesday), ("1969-12-31", -1, .wednesday),
    ])
    func countsDays(text: String, days: Int, weekday: Weekday) throws {
        let date = try CivilDate(parsing: text)
        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
        #expect(CivilDate(daysSinceEpoch: days) == date)
    }

    @Test func everyDayComesBackFromItsParts() throws {
        var previous: CivilDate?
        for date in CivilDate.earliest...CivilDate.latest {
            let (year, month, day) = date.parts
            #expect(CivilDate(year: year, month: month, day: day) == date)
            if let previous {
                #expect(date.weekday.rawValue == previous.weekday.rawValue % 7 + 1)
                #expect(
                    day == previous.day + 1 || (day == 1 && previous.day == CivilDate.daysIn(month: previous.month, year: previous.year))
                )
            }
            previous = date
        }
        #expect(previous?.description == "2200-12-31")
    }

    @Test(arguments: [
        ("2025-02-30", CivilDateFault.noSuchDay(day: 30, month: 2, year: 2025)),
        ("2025-02-29", .noSuchDay(day: 29, month: 2, year: 2025)), ("1900-02-29", .noSuchDay(day: 29, month: 2, year: 1900)),
        ("2025-04-31", .noSuchDay(day: 31, month: 4, year: 2025)), ("2025-01-00", .noSuchDay(day: 0, month: 1, year: 2025)),
        ("2025-13-01", .noSuchMonth(13)), ("2025-00-01", .noSuchMonth(0)), ("1899-12-31", .yearOutOfRange(1899)),
        ("2201-01-01", .yearOutOfRange(2201)),
    ])
    func refusesDaysThatAreNot(text: String, fault: CivilDateFault) {
        #expect(throws: fault) { try CivilDate(parsing: text) }
    }

    @Test(arguments: [
        "", "2025", "2025-1-01", "2025-01-1", "25-01-01", "2025/01/01", "2025-01-01 ", " 2025-01-01", "2025-01-0a", "+025-01-01",
        "2025-01--1",
        "2025-01-01T", "２０２５-01-01",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: CivilDateFault.malformed(text: text, form: "YYYY-MM-DD")) { try CivilDate(parsing: text) }
    }

    @Test func saysWhatIsWrong() {
        let phrase = CivilDateFault.noSuchDay(day: 30, month: 2, year: 2025).phrase
        #expect(phrase.vi == "tháng 2 năm 2025 không có ngày 30")
        #expect(phrase.en == "there is no day 30 in February 2025")
    }

    @Test(arguments: [("31/01/2025", "2025-01-31"), ("5/6/2025", "2025-06-05"), ("05/06/2025", "2025-06-05")])
    func readsVietnamese(text: String, iso: String) throws {
        let date = try CivilDate(parsingVietnamese: text)
        #expect(date.description == iso)
        #expect(try CivilDate(parsingVietnamese: date.vietnamese) == date)
    }

    @Test(arguments: ["2025/01/31", "31-01-2025", "31/01/25", "031/01/2025", "31/01", "//"])
    func refusesOtherVietnameseForms(text: String) {
        #expect(throws: CivilDateFault.malformed(text: text, form: "dd/MM/yyyy")) { try CivilDate(parsingVietnamese: text) }
    }

    @Test func refusesThirtiethOfFebruaryInVietnameseForm() {
        #expect(throws: CivilDateFault.noSuchDay(day: 30, month: 2, year: 2024)) { try CivilDate(parsingVietnamese: "30/02/2024") }
    }
}

@Suite struct CivilDateArithmeticTests {
    @Test(arguments: [
        ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2025-01-31", 3, "2025-04-30"), ("2025-12-15", 1, "2026-01-15"),
        ("2025-03-31", -1, "2025-02-28"), ("2025-01-15", -1, "2024-12-15"), ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2025-08-31", 6, "2026-02-28"), ("2025-05-20", 0, "2025-05-20"), ("2025-01-01", -13, "2023-12-01"),
    ])
    func addsMonths(from: String, months: Int, expected: String) throws {
        #expect(try CivilDate(parsing: from).adding(months: months).description == expected)
    }

    @Test(arguments: [("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"), ("2025-06-01", -5, "2020-06-01")])
    func addsYears(from: String, years: Int, expected: String) throws {
        #expect(try CivilDate(parsing: from).adding(years: years).description == expected)
    }

    @Test func stopsAtTheEndsOfItsRange() throws {
        let date = try CivilDate(parsing: "2025-01-01")
        for far in [Int.max, 1_000_000] {
            #expect(date.adding(days: far) == .latest)
            #expect(date.adding(months: far) == .latest)
            #expect(date.adding(years: far) == .latest)
            #expect(date.adding(days: -far) == .earliest)
            #expect(date.adding(months: -far) == .earliest)
            #expect(date.adding(years: -far) == .earliest)
        }
        #expect(date.adding(days: .min) == .earliest)
        #expect(CivilDate(daysSinceEpoch: .max) == nil)
    }

    @Test func differencesUndoSums() throws {
        var random = SeededRandom(seed: 3)
        for _ in 0..<2000 {
            let date = try #require(CivilDate(daysSinceEpoch: Int.random(in: -20000...80000, using: &random)))
            let days = Int.random(in: -4000...4000, using: &random)
            #expect(date.days(to: date.adding(days: days)) == days)
            #expect(date.endOfMonth.adding(days: 1).day == 1)
            #expect(date.startOfYear.description == "\(date.year)-01-01")
        }
    }

    @Test func namesWeekdays() {
        #expect(Weekday.allCases.map(\.short.vi) == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"])
        #expect(Weekday.sunday.name.vi == "Chủ nhật")
        #expect(Weekday.wednesday.short.en == "Wed")
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }
}
