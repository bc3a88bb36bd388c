import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// The use of a task's results, by the program itself.
@Suite("Follow-up")
struct FollowUpTests {
    private static let task = FollowUpDesk.task
    private static let proof = "--evidence-kind policy --place Hạc-Thành --user MAU-DH-01 --quantities 1"

    private static func run(_ name: String, _ words: String, exit: Int32 = 0, environment: [String: String] = [:]) -> Run {
        Run(name, words.replacingOccurrences(of: "TASK", with: task), exit: exit, environment: environment)
    }

    @Test(
        "says what it knows and refuses what is wrong, as recorded",
        arguments: [
            run("help-followup", "help followup"), run("help-followup-report", "help followup report"),
            run("help-followup-verify-en", "--lang en followup verify --help"),
            run("followup-show", "followup show TASK", environment: ["COLUMNS": "130"]),
            run("followup-show-en", "--lang en followup show TASK", environment: ["COLUMNS": "100"]),
            run("followup-show-json", "followup show TASK --format json"), run("followup-show-csv", "followup show TASK --format csv"),
            run("followup-not-yet-known", "followup show TASK --known-on 2019-12-31", exit: 65),
            run("followup-no-task", "followup show NV-9", exit: 64),
            run("followup-due", "followup due --now 2023-10-28", environment: ["COLUMNS": "120"]),
            run("followup-due-json", "followup due --now 2023-10-28 --format json"),
            run("followup-due-within", "followup due --now 2023-09-28 --within 60 --format csv"),
            run("followup-due-deadlines", "followup due --now 2022-01-28 --within 3660 --deadlines-only --format csv"),
            run("followup-due-far", "followup due --within 3661", exit: 64), run("followup-due-none", "followup due --now 2020-01-05"),
            run(
                "followup-result-twice",
                "followup result TASK --name Mô-hình --kind kind-9 --quantity 0 --unit x --quality y --for z",
                exit: 65
            ),
            run(
                "followup-result-none",
                "followup result TASK --name Mô-hình --kind kind-1 --quantity 0 --unit x --quality y --for z",
                exit: 1
            ),
            run("followup-deliver-again", "followup deliver TASK 1 --quantity 1 --quality x", exit: 1),
            run("followup-plan-nothing", "followup plan TASK 1", exit: 64),
            run("followup-plan-unknown", "followup plan TASK 9 --use x", exit: 1),
            run(
                "followup-transfer-to-itself",
                "followup transfer TASK 1 --to MAU-CT-07 --reason x --document 1:2024-02-01 --actor MAU-CB-02",
                exit: 1
            ),
            run("followup-transfer-no-paper", "followup transfer TASK 1 --to MAU-DH-01 --reason x --actor MAU-CB-02", exit: 1),
            run("followup-report-nothing", "followup report TASK", exit: 64),
            run("followup-report-nil-and-result", "followup report TASK --period 2 --nil --reason x --result 1", exit: 64),
            run("followup-report-nil-no-reason", "followup report TASK --period 2 --nil", exit: 64),
            run("followup-report-paper-alone", "followup report TASK --result 1 --paper 1:2024-02-01", exit: 64),
            run("followup-report-no-result", "followup report TASK --period 2 --place x", exit: 64),
            run("followup-report-again", "followup report TASK --period 1 --paper 1:2024-02-01", exit: 1),
            run("followup-report-no-paper", "followup report TASK --period 2", exit: 1),
            run("followup-report-sixth", "followup report TASK --period 6 --paper 1:2024-02-01", exit: 1),
            run(
                "followup-used-tomorrow",
                "followup report TASK --result 1 --first-use 2024-03-02 --document 1:2024-02-01 \(proof)",
                exit: 1
            ),
            run("followup-used-before", "followup report TASK --result 1 --first-use 2021-05-26 --document 1:2024-02-01 \(proof)", exit: 1),
            run("followup-evidence-no-paper", "followup report TASK --result 1 --first-use 2024-02-01 \(proof)", exit: 1),
            run(
                "followup-evidence-wrong-day",
                "followup report TASK --result 1 --first-use 2024-02-30 --document 1:2024-02-01 \(proof)",
                exit: 65
            ),
            run("followup-due-none-csv", "followup due --now 2018-01-01 --format csv"),
            run("followup-verify-both", "followup verify TASK 1 --paper --site", exit: 64),
            run("followup-verify-paper-minutes", "followup verify TASK 1 --paper --document 8/BB:2024-02-01", exit: 64),
            run("followup-reject-nothing", "followup verify TASK 1 --reject \u{3000}", exit: 65),
            run("followup-document-undated", "followup verify TASK 1 --site --document 8/BB", exit: 64),
            run("followup-verify-again", "followup verify TASK 1 --paper", exit: 1),
            run("followup-verify-rejected", "followup verify TASK 2 --paper", exit: 1),
            run("followup-verify-none", "followup verify TASK 3 --paper", exit: 1),
            run("followup-reject-verified", "followup verify TASK 1 --reject x", exit: 1),
            run("followup-dry-run", "followup verify TASK 1 --reject Nhầm --actor MAU-CB-02 --dry-run", environment: ["COLUMNS": "130"]),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try FollowUpDesk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
        #expect(try desk.head() == before)
    }

    @Test("from the report to the verdict: it rests on checked evidence, and a later correction is kept beside it")
    func verdict() throws {
        let desk = try FollowUpDesk()
        func act(_ words: String, exit: Int32 = 0) throws {
            let outcome = try desk.run(words.split(separator: " ").map(String.init))
            #expect(outcome.exit == exit, "\(words): \(outcome.error)")
        }
        try act(
            "task do \(Self.task) verify-applied --on application-report:1 --set this.verified_on=2024-01-20 --date 2024-01-20 --actor \(FollowUpDesk.head)"
        )
        let verdict =
            "--set followup.verdict=applied --set followup.verdict_on=2024-01-26 --set followup.applied_by=MAU-DH-01 --date 2024-01-26"
        try act("task do \(Self.task) give-verdict \(verdict) --set followup.applied_on=2023-06-14 --actor \(FollowUpDesk.head)", exit: 1)
        try act("task do \(Self.task) give-verdict \(verdict) --set followup.applied_on=2023-06-15 --actor \(FollowUpDesk.head)")
        try act("followup verify \(Self.task) 1 --reject Nhầm-đơn-vị --date 2024-02-20 --actor \(FollowUpDesk.head)")
        let shown = try desk.json(["followup", "show", Self.task])
        #expect(shown["verdict"]?.string == "applied")
        let changes = shown["results"]?[0]?["evidence"]?[0]?["changes"]?.array ?? []
        #expect(changes.compactMap { $0["standing"]?.string } == ["declared", "checked", "verified", "rejected"])
        #expect(shown["results"]?[0]?["used_since"] == .null)
        let verified = try desk.run(["store", "verify"])
        #expect(verified.exit == 0, "\(verified.output)")
    }

    @Test("whoever receives a report may take its evidence with it, and does not check that evidence")
    func receivedWithEvidence() throws {
        let desk = try FollowUpDesk()
        let report = [
            "followup", "report", Self.task, "--period", "2", "--paper", "9/BC:2024-02-01", "--result", "2", "--first-use", "2024-01-05",
            "--document", "9/XN:2024-02-01", "--actor", "MAU-CB-10",
        ]
        let outcome = try desk.run(report + FollowUpDesk.proof)
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(try desk.run(["followup", "verify", Self.task, "3", "--paper", "--actor", "MAU-CB-10"]).exit == 1)
    }

    @Test("only the host's own people declare for it")
    func otherHost() throws {
        let desk = try FollowUpDesk()
        let declared = ["followup", "report", Self.task, "--result", "2", "--first-use", "2024-01-05", "--document", "9/XN:2024-02-01"]
        let registered = ["person", "new", "LA-1", "--name", "Lê Văn Lạ", "--organisation", "MAU-DH-01", "--role", "host"]
        #expect(try desk.run(registered).exit == 0)
        let stranger = try desk.run(declared + FollowUpDesk.proof + ["--actor", "LA-1", "--format", "json"])
        #expect(stranger.exit == 1)
        #expect(stranger.error.contains("other-party"))
        #expect(try desk.run(declared + FollowUpDesk.proof + ["--actor", FollowUpDesk.host]).exit == 0)
    }

    @Test("whoever declared evidence does not check it, and all deeds of a report are recorded or none")
    func together() throws {
        let desk = try FollowUpDesk()
        let before = try desk.head()
        // The second year's report comes with evidence of a result that is not there.
        let mixed = [
            "followup", "report", Self.task, "--period", "2", "--paper", "9/BC:2024-02-01", "--result", "7", "--first-use", "2024-01-05",
            "--document", "9/XN:2024-02-01",
        ]
        #expect(try desk.run(mixed + FollowUpDesk.proof).exit == 1)
        #expect(try desk.head() == before)
        let declared = ["followup", "report", Self.task, "--result", "2", "--first-use", "2024-01-05", "--document", "9/XN:2024-02-01"]
        #expect(try desk.run(declared + FollowUpDesk.proof).exit == 0)
        let own = try desk.run(["followup", "verify", Self.task, "3", "--paper", "--format", "json"])
        #expect(own.exit == 1)
        #expect(own.error.contains("another-person"))
        #expect(try desk.run(["followup", "verify", Self.task, "3", "--paper", "--actor", FollowUpDesk.orderer]).exit == 0)
        let nothing = [
            "followup", "report", Self.task, "--period", "2", "--paper", "9/BC:2024-02-01", "--nil", "--reason", "Vụ này mất mùa",
        ]
        #expect(try desk.run(nothing).exit == 0)
        let shown = try desk.json(["followup", "show", Self.task])
        #expect(shown["reports"]?[1]?["reason"]?.string == "Vụ này mất mùa")
        #expect(shown["results"]?[1]?["used_since"]?.string == "2024-01-05")
    }

    @Test("out to files and into an empty store: the same results, evidence and warnings")
    func roundTrip() throws {
        let desk = try FollowUpDesk()
        let told = try desk.json(["followup", "show", Self.task])
        #expect(try desk.run(["export", "--output", "het"]).exit == 0)
        let other = ["NHIEMVU_STORE": "khac.db"]
        for words in [["init", "--now", "2020-01-04"], ["import", "het"]] {
            let outcome = try desk.run(words, environment: other)
            #expect(outcome.exit == 0, "\(outcome.error)")
        }
        let again = try JSONValue(parsing: try desk.run(["followup", "show", Self.task, "--format", "json"], environment: other).output)
        #expect(Self.timeless(again) == Self.timeless(told))
    }

    @Test("a task accepted under the law of 2013 and put under that of 2025 is followed to its verdict there")
    func underAnotherLaw() throws {
        let desk = try FollowUpDesk()
        func act(_ words: String) throws {
            let outcome = try desk.run(words.split(separator: " ").map(String.init))
            #expect(outcome.exit == 0, "\(words): \(outcome.error)")
        }
        let told = try desk.json(["followup", "show", Self.task])
        try act("rules migrate law-2013 law-2025 --decision 12/QĐ --date 2024-03-01 --actor MAU-CB-01")
        let moved = try desk.json(["followup", "show", Self.task])
        #expect(moved["regime"]?.string == "law-2025")
        #expect(moved["results"] == told["results"])
        #expect(moved["warnings"] == told["warnings"])
        try act(
            "task do \(Self.task) verify-applied --on application-report:1 --set this.verified_on=2024-03-01 --actor \(FollowUpDesk.head)"
        )
        try act(
            "task do \(Self.task) give-verdict --set followup.verdict=applied --set followup.verdict_on=2024-03-01 "
                + "--set followup.applied_by=MAU-DH-01 --set followup.applied_on=2023-06-15 --actor \(FollowUpDesk.head)"
        )
        #expect(try desk.json(["followup", "show", Self.task])["verdict"]?.string == "applied")
        let verified = try desk.run(["store", "verify"])
        #expect(verified.exit == 0, "\(verified.output)")
    }

    /// Without the moments and numbers of events, which belong to a store.
    private static func timeless(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let values): return .array(values.map(timeless))
        case .object(let object):
            var kept = JSONObject()
            for member in object where !["recorded_at", "event"].contains(member.key) { kept[member.key] = timeless(member.value) }
            return .object(kept)
        default: return value
        }
    }
}
