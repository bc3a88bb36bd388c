import Foundation
import Store
import TestSupport
import Testing

/// Indicators and assigned jobs, by the program itself and with the files that are shipped.
@Suite("Indicators")
struct IndicatorTests {
    private static let rules = ["NHIEMVU_RULES": Program.shippedRules, "NHIEMVU_ACTOR": "CV01", "NHIEMVU_NOW": "2025-12-31"]

    /// What stands before the recorded runs: a value that was corrected, a report.
    private static let story: [[String]] = [
        ["indicator", "enter", "15", "--year", "2025", "--value", "31", "--source", "BC 1", "--date", "2025-11-01"],
        [
            "indicator", "enter", "15", "--year", "2025", "--value", "33", "--source", "BC 2", "--evidence", "qd.pdf", "--date",
            "2025-12-01",
        ],
        ["assignment", "report", "II-6", "--standing", "done", "--note", "QĐ 1", "--date", "2025-08-01"],
    ]

    private static func run(_ name: String, _ words: String, exit: Int32 = 0) -> Run {
        Run(name, words, exit: exit, environment: ["COLUMNS": "130"])
    }

    @Test(
        "answers and refusals, as recorded",
        arguments: [
            run("help-indicator-enter", "help indicator enter"), run("help-assignment-en", "--lang en assignment --help"),
            run("indicator-list", "indicator list --year 2025 --group science"),
            run("indicator-list-later", "indicator list --year 2032 --group infrastructure"),
            run("indicator-list-json", "indicator list --year 2025 --group resources --format json"),
            run("indicator-list-group", "indicator list --group sciense", exit: 64), run("indicator-values", "indicator values 15"),
            run("indicator-values-en", "--lang en indicator values 70"),
            run("indicator-enter-dry-run", "indicator enter 18 --year 2025 --value 2.100 --source BC --dry-run"),
            run("indicator-enter-computed", "indicator enter 20 --year 2025 --value 52% --source BC", exit: 1),
            run("indicator-enter-no-duty", "indicator enter 6 --year 2025 --value 1% --source BC", exit: 1),
            run("indicator-enter-words", "indicator enter 15 --year 2025 --value nhiều --source BC", exit: 65),
            run("indicator-enter-unknown", "indicator enter 80 --year 2025 --value 1 --source BC", exit: 64),
            run("indicator-enter-no-file", "indicator enter 15 --year 2025 --value 34 --source BC --evidence x.pdf", exit: 65),
            run("indicator-no-book", "indicator list --book kh102", exit: 64),
            run("assignment-list", "assignment list --lead nội.vụ"), run("assignment-list-done", "assignment list --standing done"),
            run("assignment-overdue-none", "assignment overdue --now 2025-02-28"),
            run("assignment-report-unknown", "assignment report II-186 --standing done --note x", exit: 64),
            run("assignment-report-before", "assignment report II-6 --standing held --note x --date 2025-07-31", exit: 65),
            run("assignment-report-standing", "assignment report II-6 --standing don --note x", exit: 64),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try Desk()
        for words in Self.story { #expect(try desk.run(words, environment: Self.rules).exit == 0) }
        let arguments = run.arguments.map { $0.replacing("nội.vụ", with: "noi vu") }
        let outcome = try desk.run(arguments, environment: Self.rules.merging(run.environment) { $1 })
        #expect(outcome.exit == run.exit)
        try Golden.expect(run.name, arguments, outcome, on: desk)
    }

    @Test("jobs overdue are counted, end with 2 and come with the longest overdue first")
    func overdue() throws {
        let desk = try Desk()
        let outcome = try desk.run(["assignment", "overdue", "--format", "csv"], environment: Self.rules)
        #expect(outcome.exit == 2)
        let numbers = outcome.output.split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
        #expect(numbers.first == "III-9" && numbers.count == 150, "\(numbers.count)")
    }

    @Test("what was entered is in the log, and the store agrees with it")
    func verified() throws {
        let desk = try Desk()
        let before = try desk.head().size
        for words in Self.story { #expect(try desk.run(words, environment: Self.rules).exit == 0) }
        #expect(try desk.head().size == before + 3)
        #expect(try desk.run(["store", "verify"], environment: Self.rules).exit == 0)
        #expect(try desk.run(["audit", "verify"], environment: Self.rules).exit == 0)
    }
}
