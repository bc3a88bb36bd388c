import CanonicalJSON
import LifecycleModel
import Testing
import WorkingCalendar

@Suite struct TermTests {
    @Test(arguments: [
        ("30 calendar days", "30 ngày"), ("1 calendar day", "1 ngày"), ("5 working days", "5 ngày làm việc"), ("6 months", "6 tháng"),
        ("1 month", "1 tháng"), ("2 years", "2 năm"), ("0 calendar days", "0 ngày"),
    ])
    func readsAndWrites(text: String, vietnamese: String) throws {
        let term = try Term(parsing: text)
        #expect(term.description == text)
        #expect(term.phrase.vi == vietnamese)
        #expect(term.phrase.en == text)
        #expect(try Term(parsing: vietnamese) == term)
        #expect(try Term(json: term.json) == term)
    }

    @Test(arguments: [
        ("30 days", TermFault.ambiguousDays(text: "30 days")), ("30", .malformed(text: "30")), ("", .malformed(text: "")),
        ("days 30", .malformed(text: "days 30")), ("-1 months", .malformed(text: "-1 months")),
        ("1.5 years", .malformed(text: "1.5 years")),
        ("2 weeks", .malformed(text: "2 weeks")), ("101 years", .outOfRange(amount: 101, limit: 100)),
        ("36526 calendar days", .outOfRange(amount: 36526, limit: 36525)),
        ("99999999999999999999 months", .malformed(text: "99999999999999999999 months")),
    ])
    func refuses(text: String, fault: TermFault) {
        #expect(throws: fault) { try Term(parsing: text) }
    }

    @Test func takesDecomposedVietnamese() throws {
        #expect(try Term(parsing: "5 nga\u{300}y la\u{300}m vie\u{302}\u{323}c") == Term(5, .workingDays))
        #expect(throws: TermFault.outOfRange(amount: -1, limit: 1200)) { try Term(-1, .months) }
    }
}
