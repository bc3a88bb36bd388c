import CanonicalJSON
import LifecycleModel
import Testing
import WorkingCalendar

@Suite struct DeadlineTests {
    @Test func countsGraceAndLockFromTheDueDate() throws {
        let terms = DeadlineTerms(term: try term("30 calendar days"), grace: try term("10 working days"), lock: try term("2 months"))
        let dates = try Calendars.shipped().dates(of: terms, from: day("2025-01-02"))
        #expect(dates == DeadlineDates(due: try day("2025-02-01"), grace: try day("2025-02-14"), lock: try day("2025-04-01")))
        #expect(try DeadlineDates(json: dates.json) == dates)
        #expect(dates.json.canonicalText == #"{"due":"2025-02-01","grace":"2025-02-14","lock":"2025-04-01"}"#)
    }

    @Test func countsBackwardsAndRolls() throws {
        let terms = DeadlineTerms(term: try term("5 calendar days"), direction: .before, roll: .nextWorkingDay)
        #expect(try Calendars.shipped().dates(of: terms, from: day("2025-06-12")) == DeadlineDates(due: day("2025-06-06")))
    }

    @Test(arguments: [
        ("2025-01-10", DeadlineDates.Standing.open), ("2025-01-11", .grace), ("2025-01-15", .grace), ("2025-01-16", .overdue),
        ("2025-01-20", .overdue),
        ("2025-01-21", .locked),
    ])
    func placesADay(date: String, standing: DeadlineDates.Standing) throws {
        let dates = DeadlineDates(due: try day("2025-01-10"), grace: try day("2025-01-15"), lock: try day("2025-01-20"))
        #expect(dates.standing(on: try day(date)) == standing)
    }

    @Test func withoutGraceItIsLateAtOnce() throws {
        let dates = DeadlineDates(due: try day("2025-01-10"))
        #expect(dates.standing(on: try day("2025-01-11")) == .overdue)
        #expect(dates.standing(on: .latest) == .overdue)
    }

    @Test func listsWhatANewCalendarWouldMove() throws {
        let old = try Calendars.shipped()
        let text = try Calendars.shippedText() + "2025-06-03,off,Nghỉ đột xuất,Extra day off\n"
        let new = WorkingCalendar(try HolidayTable(csv: text))
        let start = try day("2025-06-02")
        let countings = [
            (key: "working", inputs: CountingInputs(start: start, term: try term("5 working days"))),
            (key: "calendar", inputs: CountingInputs(start: start, term: try term("5 calendar days"))),
            (key: "rolled", inputs: CountingInputs(start: start, term: try term("1 calendar day"), roll: .nextWorkingDay)),
            (key: "elsewhere", inputs: CountingInputs(start: try day("2025-07-01"), term: try term("5 working days"))),
        ]
        let movements = old.movements(of: countings, under: new)
        #expect(movements.map(\.key) == ["working", "rolled"])
        #expect(movements.map(\.before.description) == ["2025-06-09", "2025-06-03"])
        #expect(movements.map(\.after.description) == ["2025-06-10", "2025-06-04"])
        #expect(old.movements(of: countings, under: old).isEmpty)
    }
}
