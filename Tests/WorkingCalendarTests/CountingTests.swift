import CanonicalJSON
import LifecycleModel
import Testing
import WorkingCalendar

@Suite struct CountingTests {
    @Test(arguments: [
        ("2025-06-02", "1 calendar day", "2025-06-03"), ("2025-06-02", "30 calendar days", "2025-07-02"),
        ("2025-06-02", "0 calendar days", "2025-06-02"),
        ("2025-06-06", "1 working day", "2025-06-09"), ("2025-06-07", "1 working day", "2025-06-09"),
        ("2025-06-06", "5 working days", "2025-06-13"),
        ("2025-01-24", "1 working day", "2025-02-03"), ("2025-01-24", "5 working days", "2025-02-07"),
        ("2024-04-26", "3 working days", "2024-05-04"),
        ("2025-04-25", "1 working day", "2025-04-26"), ("2025-04-29", "1 working day", "2025-05-05"),
        ("2025-06-07", "0 working days", "2025-06-07"),
        ("2025-01-31", "1 month", "2025-02-28"), ("2024-01-31", "1 month", "2024-02-29"), ("2025-08-31", "6 months", "2026-02-28"),
        ("2024-02-29", "1 year", "2025-02-28"), ("2025-03-15", "12 months", "2026-03-15"), ("2025-03-15", "0 months", "2025-03-15"),
    ])
    func countsForwards(from: String, length: String, end: String) throws {
        #expect(try Calendars.shipped().count(from: day(from), term(length)).end.description == end)
    }

    @Test(arguments: [
        ("2025-06-12", "5 calendar days", "2025-06-07"), ("2025-06-12", "5 working days", "2025-06-05"),
        ("2025-06-09", "1 working day", "2025-06-06"),
        ("2025-02-03", "1 working day", "2025-01-24"), ("2024-05-06", "1 working day", "2024-05-04"),
        ("2025-03-31", "1 month", "2025-02-28"),
        ("2025-03-15", "2 years", "2023-03-15"),
    ])
    func countsBackwards(from: String, length: String, end: String) throws {
        #expect(try Calendars.shipped().count(from: day(from), term(length), direction: .before).end.description == end)
    }

    @Test(arguments: [
        ("2025-01-15", "12 calendar days", CountingInputs.Direction.after, "2025-02-03"), ("2025-05-08", "1 month", .after, "2025-06-09"),
        ("2025-05-09", "1 month", .after, "2025-06-09"), ("2024-04-27", "7 calendar days", .after, "2024-05-04"),
        ("2025-06-12", "5 calendar days", .before, "2025-06-06"), ("2025-02-04", "3 calendar days", .before, "2025-01-24"),
    ])
    func rollsFromDaysOff(from: String, length: String, direction: CountingInputs.Direction, end: String) throws {
        let counting = try Calendars.shipped().count(from: day(from), term(length), direction: direction, roll: .nextWorkingDay)
        #expect(counting.end.description == end)
    }

    @Test(arguments: [
        // A day suspended twice stands still once; days outside the term do not matter; an end before the beginning holds no day.
        ("10 calendar days", [("2025-06-05", "2025-06-08")], "2025-06-15"),
        ("10 calendar days", [("2025-06-05", "2025-06-08"), ("2025-06-06", "2025-06-10")], "2025-06-17"),
        ("10 calendar days", [("2025-05-01", "2025-06-02")], "2025-06-12"),
        ("10 calendar days", [("2025-05-01", "2025-06-04")], "2025-06-13"),
        ("10 calendar days", [("2025-06-12", "2025-06-20")], "2025-06-20"),
        ("10 calendar days", [("2025-06-13", "2025-06-20")], "2025-06-12"),
        ("10 calendar days", [("2025-06-08", "2025-06-05")], "2025-06-12"),
        ("5 working days", [("2025-06-05", "2025-06-08")], "2025-06-11"),
        ("5 working days", [("2025-06-07", "2025-06-09")], "2025-06-09"),
        ("1 month", [("2025-06-10", "2025-06-15")], "2025-07-07"),
        ("1 month", [("2025-06-30", "2025-07-03")], "2025-07-05"),
        ("1 month", [("2025-06-10", "2025-06-15"), ("2025-07-04", "2025-07-06")], "2025-07-09"),
        ("1 month", [("2025-06-10", "2025-06-15"), ("2025-07-08", "2025-07-10")], "2025-07-07"),
        ("1 month", [("2025-07-02", "2025-08-01")], "2025-08-01"),
    ])
    func standsStillWhileSuspended(length: String, spans: [(String, String)], end: String) throws {
        let suspensions = try spans.map { Suspension(from: try day($0.0), until: try day($0.1)) }
        let counting = try Calendars.shipped().count(from: day("2025-06-02"), term(length), suspensions: suspensions)
        #expect(counting.end.description == end)
    }

    @Test func standsStillBackwards() throws {
        let suspensions = [Suspension(from: try day("2025-06-05"), until: try day("2025-06-08"))]
        let calendar = try Calendars.shipped()
        let days = calendar.count(from: try day("2025-06-10"), try term("5 calendar days"), direction: .before, suspensions: suspensions)
        #expect(days.end.description == "2025-06-02")
        let month = calendar.count(from: try day("2025-06-10"), try term("1 month"), direction: .before, suspensions: suspensions)
        #expect(month.end.description == "2025-05-07")
    }

    @Test func stopsAtTheEndOfTime() throws {
        let late = try day("2200-12-20")
        #expect(Calendars.bare.count(from: late, try term("90 calendar days")).end == .latest)
        #expect(Calendars.bare.count(from: .latest, try term("1 working day")).end == .latest)
        #expect(
            Calendars.bare.count(from: .latest, try term("1 month"), suspensions: [Suspension(from: late, until: .latest)]).end == .latest
        )
        #expect(Calendars.bare.count(from: .earliest, try term("1 working day"), direction: .before).end == .earliest)
    }

    @Test func saysWhichYearsItDoesNotKnow() throws {
        let calendar = try Calendars.shipped()
        #expect(calendar.count(from: try day("2030-12-20"), try term("30 working days")).uncoveredYears == [2031])
        #expect(calendar.count(from: try day("2025-12-20"), try term("30 working days")).uncoveredYears.isEmpty)
        #expect(calendar.count(from: try day("2030-12-20"), try term("30 calendar days")).uncoveredYears.isEmpty)
        #expect(calendar.count(from: try day("2030-12-20"), try term("2 years"), roll: .nextWorkingDay).uncoveredYears == [2032])
        #expect(calendar.count(from: try day("2013-01-02"), try term("3 working days"), direction: .before).uncoveredYears == [2012])
    }

    @Test func inputsComeBackFromJSON() throws {
        let inputs = CountingInputs(
            start: try day("2025-06-02"),
            term: try term("5 working days"),
            direction: .before,
            suspensions: [
                Suspension(from: try day("2025-05-20"), until: try day("2025-05-22"), reason: Phrase(vi: "Trả hồ sơ", en: "Sent back"))
            ],
            roll: .nextWorkingDay
        )
        #expect(try CountingInputs(json: JSONValue(parsing: inputs.json.canonicalBytes)) == inputs)
        #expect(
            try CountingInputs(json: ["start": "2025-06-02", "term": "1 month"])
                == CountingInputs(start: day("2025-06-02"), term: term("1 month"))
        )
        #expect(throws: JSONShapeFault(path: "roll", expected: "none or next_working_day", found: "‘later’")) {
            try CountingInputs(json: ["start": "2025-06-02", "term": "1 month", "roll": "later"])
        }
        #expect(throws: JSONShapeFault.self) { try CountingInputs(json: ["start": "2025-06-02", "term": "1 day"]) }
    }
}
