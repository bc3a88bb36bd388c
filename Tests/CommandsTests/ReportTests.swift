import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Reports, by the program itself, on one task with results, evidence and a rejection.
@Suite("Reports")
struct ReportTests {
    private static func run(_ name: String, _ words: String, exit: Int32 = 0) -> Run {
        Run(name, words, exit: exit, environment: ["COLUMNS": "120"])
    }

    @Test(
        "answers and refusals, as recorded",
        arguments: [
            run("help-report", "help report"), run("help-report-form-04-en", "--lang en report form-04 --help"),
            run("form-04", "report form-04 --year 2023 --why"), run("form-04-en", "--lang en report form-04 --year 2024"),
            run("form-04-csv", "report form-04 --year 2023 --format csv"),
            run("report-due", "report due --now 2025-11-01 --within 60"), run("report-due-none", "report due --now 2025-11-15 --within 0"),
            run("report-due-none-csv", "report due --now 2025-11-15 --within 0 --format csv"),
            run("report-monthly-wrong", "report monthly --month 2023-13", exit: 65),
            run("report-yearly-unknown", "report yearly --year 2023 --report weekly", exit: 64),
            run("form-04-no-year", "report form-04 --year 1700", exit: 64),
            run("report-scheme-after", "report yearly --year 2026 --report scheme-department", exit: 65),
            run("report-half-year-ahead", "report half-year --year 2025", exit: 65),
            run("form-04-ahead", "report form-04 --year 2030", exit: 65),
            run("form-04-nowhere", "report form-04 --year 2023 --as xlsx", exit: 64),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try FollowUpDesk()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
    }

    @Test("the cells of form 04 are the tasks named under them, and the stamp is the log's")
    func traced() throws {
        let desk = try FollowUpDesk()
        let form = try desk.json(["report", "form-04", "--year", "2023"])
        for row in form["rows"]?.array ?? [] {
            let tasks = row["tasks"]?.object ?? JSONObject()
            for column in tasks {
                let cell = row["cells"]?[column.key]
                #expect(cell?.int == column.value.array.map { Int64($0.count) })
                #expect(cell?.isNull == column.value.isNull)
            }
        }
        let root = try desk.json(["audit", "root"])
        #expect(form["stamp"]?["log"]?["root"] == root["root"])
        #expect(form["stamp"]?["as_of"]?.string == "2024-03-01")
    }

    @Test("a monthly report begins where the last one ended, and counts what the record says")
    func monthly() throws {
        let desk = try FollowUpDesk()
        let report = try desk.json(["report", "monthly", "--month", "2023-02"])
        #expect(report["from"]?.string == "2023-01-15" && report["until"]?.string == "2023-02-14")
        let moves = try #require(report["sections"]?.array?.first { $0["section"]?.string == "moves" })
        let accepted = try #require(moves["rows"]?.array?.first { $0["tasks"]?.array?.contains(.string(FollowUpDesk.task)) ?? false })
        #expect(accepted["count"]?.int == 1)
        let next = try desk.json(["report", "monthly", "--month", "2023-03"])
        #expect(next["from"]?.string == "2023-02-15")
        let sections = (report["sections"]?.array ?? []).compactMap { $0["section"]?.string }
        #expect(sections == ["stages", "moves", "deadlines", "money", "use", "warnings", "assignments"])
        let yearly = try desk.json(["report", "yearly", "--year", "2023"])
        #expect(yearly["from"]?.string == "2022-12-01" && yearly["until"]?.string == "2023-11-30")
        #expect((yearly["sections"]?.array ?? []).contains { $0["section"]?.string == "kh101" })
        let goals = try #require((yearly["sections"]?.array ?? []).first { $0["section"]?.string == "goals" })
        #expect(goals["rows"]?.array?.count == 19)
        #expect(goals["texts"]?.array?.contains { $0.string?.contains("100,0 % (1 / 1)") ?? false } ?? false)
    }

    @Test("a workbook holds jobs with long contents, too")
    func longRows() throws {
        let desk = try FollowUpDesk()
        let words = ["report", "yearly", "--year", "2025", "--as", "xlsx", "--output", "nam.xlsx"]
        let outcome = try desk.run(words, environment: ["NHIEMVU_NOW": "2025-12-31"])
        #expect(outcome.exit == 0, "\(outcome.error)")
    }

    @Test("a periodic report in Word and as a workbook is the same twice", arguments: ["docx", "xlsx"])
    func samePeriodicBytes(_ kind: String) throws {
        let desk = try FollowUpDesk()
        let files = try ["mot", "hai"].map { name in
            let outcome = try desk.run(["report", "half-year", "--year", "2023", "--as", kind, "--output", "\(name).\(kind)"])
            #expect(outcome.exit == 0, "\(outcome.error)")
            return try Data(contentsOf: URL(filePath: desk.folder.file("\(name).\(kind)")))
        }
        #expect(files[0] == files[1] && files[0].starts(with: [0x50, 0x4B]))
    }

    @Test("the same store asked the same gives the same bytes", arguments: ["docx", "xlsx"])
    func sameBytes(_ kind: String) throws {
        let desk = try FollowUpDesk()
        let files = try ["mot", "hai"].map { name in
            let outcome = try desk.run(["report", "form-04", "--year", "2023", "--as", kind, "--output", "\(name).\(kind)"])
            #expect(outcome.exit == 0, "\(outcome.error)")
            return try Data(contentsOf: URL(filePath: desk.folder.file("\(name).\(kind)")))
        }
        #expect(files[0] == files[1] && files[0].starts(with: [0x50, 0x4B]))
    }
}
