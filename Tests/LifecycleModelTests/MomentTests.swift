import LifecycleModel
import Testing

@Suite struct MomentTests {
    @Test(arguments: [
        ("2026-11-21T10:27:28.123+07:00", "2026-11-21T10:27:28.123+07:00"), ("2026-11-21T03:27:28.123Z", "2026-11-21T10:27:28.123+07:00"),
        ("2026-11-21T10:27", "2026-11-21T10:27:00.000+07:00"), ("2026-11-21", "2026-11-21T00:00:00.000+07:00"),
        ("2026-11-21T20:00:00Z", "2026-11-22T03:00:00.000+07:00"), ("2026-11-21T22:30-05:30", "2026-11-22T11:00:00.000+07:00"),
        ("2026-11-21T10:27:28.5", "2026-11-21T10:27:28.500+07:00"), ("2026-11-21T10:27:28.123999Z", "2026-11-21T17:27:28.123+07:00"),
        ("1969-12-31T23:59:59.999Z", "1970-01-01T06:59:59.999+07:00"), ("1960-01-01T00:00:00.001+07:00", "1960-01-01T00:00:00.001+07:00"),
    ])
    func reads(text: String, expected: String) throws {
        let moment = try Moment(parsing: text)
        #expect(moment.description == expected)
        #expect(try Moment(parsing: moment.description) == moment)
        #expect(moment.civilDate.description == expected.prefix(10))
    }

    @Test(arguments: [
        "2026-11-21T", "2026-11-21T24:00", "2026-11-21T10:60", "2026-11-21T10:27:60", "2026-11-21T10:27:28.", "2026-11-21T1:27",
        "2026-11-21T10:27+7", "2026-11-21T10:27z", "2026-11-21T10:27Z ", "2026-11-21T10:27+07:00Z", "2026-11-21T10:27:28.12a",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: MomentFault.malformed(text: text)) { try Moment(parsing: text) }
    }

    @Test func refusesWrongDates() {
        #expect(throws: MomentFault.date(.noSuchDay(day: 30, month: 2, year: 2026))) { try Moment(parsing: "2026-02-30T10:00") }
        #expect(throws: MomentFault.date(.malformed(text: "2026-11-21 10:00", form: "YYYY-MM-DD"))) {
            try Moment(parsing: "2026-11-21 10:00")
        }
    }

    @Test func knowsItsClock() throws {
        let date = try CivilDate(parsing: "2026-11-21")
        let moment = try #require(Moment(date, hour: 23, minute: 59, second: 59, millisecond: 999))
        #expect(moment.clock == (23, 59, 59, 999))
        #expect(moment.civilDate == date)
        #expect(Moment(milliseconds: moment.milliseconds + 1) == Moment(startOf: date.adding(days: 1)))
        #expect(moment < Moment(startOf: date.adding(days: 1)))
        #expect(moment.vietnamese == "23:59 21/11/2026")
        #expect(Moment(date, hour: 24) == nil)
        #expect(Moment(date, minute: -1) == nil)
    }
}
