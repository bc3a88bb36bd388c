import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// Figures about use, by the program itself, on one task with results, evidence and a rejection.
@Suite("Use after twelve months")
struct UseFigureTests {
    private static func run(_ name: String, _ words: String, exit: Int32 = 0) -> Run {
        Run(name, words, exit: exit, environment: ["COLUMNS": "120"])
    }

    @Test(
        "answers and refusals, as recorded",
        arguments: [
            run("help-indicator", "help indicator"), run("help-indicator-show-en", "--lang en indicator show --help"),
            run("use-show", "indicator show 20 --year 2024 --by kind"),
            run("use-show-en", "--lang en indicator show 20 --year 2024 --by host"),
            run("use-show-why", "indicator show 20 --year 2024 --definition any-task --why"),
            run("use-show-json", "indicator show 20 --year 2024 --by programme --format json"),
            run("use-show-csv", "indicator show 20 --year 2024 --by kind --format csv"),
            run("use-show-none", "indicator show 20 --year 2031"),
            run("use-show-no-year", "indicator show 20 --year 20255", exit: 64),
            run("use-show-then", "indicator show 20 --year 2024 --as-known-on 2021-01-01"),
            run("use-show-ahead", "indicator show 20 --as-known-on 2024-03-02", exit: 65),
            run("use-show-entered", "indicator show 15", exit: 64), run("use-show-unknown", "indicator show 99", exit: 64),
            run("use-show-definition", "indicator show 20 --definition verifed", exit: 64),
            run("count-show", "indicator show 17 --year 2023 --by host --why"),
            run("count-show-en", "--lang en indicator show 19 --year 2024 --definition started"),
            run("count-show-json", "indicator show 19 --year 2022 --format json"),
            run("count-show-csv", "indicator show 17 --year 2023 --format csv"),
            run("count-show-part", "indicator show 30 --year 2024"), run("count-show-kind", "indicator show 17 --by kind", exit: 64),
            run("count-show-then", "indicator show 17 --as-known-on 2024-01-01", exit: 64),
            run("count-show-definition", "indicator show 19 --definition startet", exit: 64),
            run("count-records", "indicator records 17", exit: 64),
            run("use-records", "indicator records 20 --year 2024"),
            run("use-records-csv", "indicator records 20 --year 2024 --format csv"),
            run("use-records-xlsx-nowhere", "indicator records 20 --as xlsx", exit: 64),
            run("use-cohorts", "indicator cohorts 20"), run("use-cohorts-tasks", "indicator cohorts 20 --definition any-task"),
            run("use-cohorts-svg", "indicator cohorts 20 --as svg"),
            run("use-cohorts-output-alone", "indicator cohorts 20 --output x.svg", exit: 64),
            run("use-cohorts-csv", "indicator cohorts 20 --format csv"),
            run("use-curve", "indicator curve 20 --by kind"), run("use-curve-csv", "indicator curve 20 --format csv"),
            run("use-curve-svg", "indicator curve 20 --as svg"),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try FollowUpDesk()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
    }

    /// A second, plain reading of the exported rows: who is in use by the rule in the definition's sentence.
    @Test("the figure comes out of the exported rows by hand, and every event leads to the root of the log")
    func byHand() throws {
        let desk = try FollowUpDesk()
        let records = try desk.json(["indicator", "records", "20", "--year", "2024"])
        let counting = Set((records["terms"]?["kinds"]?.array ?? []).compactMap(\.string))
        var (used, all) = (0, 0)
        for result in records["results"]?.array ?? [] {
            all += 1
            let last = try #require(result["last_day"]?.string)
            used +=
                (result["evidence"]?.array ?? []).contains { proof in
                    counting.contains(proof["kind"]?.string ?? "") && ["checked", "verified"].contains(proof["standing"]?.string ?? "")
                        && (proof["first_use_on"]?.string ?? "9") <= last
                } ? 1 : 0
        }
        #expect(all > 0)
        #expect(records["figure"]?["denominator"]?.int == Int64(all))
        #expect(records["figure"]?["numerator"]?.int == Int64(used))
        #expect(records["log"]?["root"]?.string == "\(try desk.head().root)")
        let events = (records["results"]?.array ?? []).flatMap { ($0["evidence"]?.array ?? []).flatMap { $0["events"]?.array ?? [] } }
        #expect(!events.isEmpty)
        for event in events { #expect(event["path"]?.array?.isEmpty == false) }
    }
}
