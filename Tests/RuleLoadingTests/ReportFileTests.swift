import Foundation
import Indicators
import LifecycleModel
import RuleLoading
import Rules
import Testing

/// The files in `workflows/reports`: as they are shipped, and what is wrong with others.
@Suite("Files of reports")
struct ReportFileTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "workflows").path

    @Test("form 04 has the rows 01 to 38 and the columns A to 6, every choice says why")
    func shipped() throws {
        let form = try #require(try ReportLibrary.load(directory: Self.directory).form)
        let codes = form.sections.flatMap { section in [section.code] + section.groups.flatMap(\.rows).flatMap(\.printed).map(\.code) }
        #expect(codes == (1...38).map { $0 < 10 ? "0\($0)" : "\($0)" })
        #expect(form.columns.map(\.code) == ["A", "B", "1", "2", "3", "4", "5", "6"])
        #expect(form.sections.flatMap(\.groups).map(\.crossedOut) == [[], [], ["2"], [], [], ["2"]])
        #expect(form.choices.reasons.count == 7)
        #expect(form.choices.reasons.allSatisfy { !$0.why.vi.isEmpty && !$0.why.en.isEmpty })
        #expect(form.dues.map { $0.lastDay(reportOn: 2024)?.description } == ["2025-01-31", "2025-02-14"])
        #expect(form.dues.allSatisfy { $0.standing == "assumed" && !$0.basis.isEmpty })
    }

    @Test(
        "each report covers the days since the last was due, up to the eve of its own",
        arguments: [
            ("monthly", 2025, 11, "2025-10-15", "2025-11-14"), ("monthly", 2025, 1, "2024-12-15", "2025-01-14"),
            ("half-year", 2025, nil, "2024-12-01", "2025-06-04"), ("yearly", 2025, nil, "2024-12-01", "2025-11-30"),
            ("scheme-department", 2025, nil, "2024-12-25", "2025-12-24"), ("scheme-bodies", 2026, nil, nil, nil),
            ("monthly", 2025, 13, nil, nil),
        ] as [(String, Int, Int?, String?, String?)]
    )
    func covers(_ report: String, _ year: Int, _ month: Int?, _ first: String?, _ last: String?) throws {
        let calendar = try #require(try ReportLibrary.load(directory: Self.directory).calendar)
        let covers = try #require(calendar.entry(report)).covers(year: year, month: month)
        #expect(covers?.lowerBound.description == first)
        #expect(covers?.upperBound.description == last)
    }

    @Test("reports that fall due in a span, both its ends included, by their last day")
    func due() throws {
        let calendar = try #require(try ReportLibrary.load(directory: Self.directory).calendar)
        let (first, last) = (try CivilDate(parsing: "2025-11-14"), try CivilDate(parsing: "2025-12-24"))
        #expect(
            calendar.due(in: first...last).map { "\($0.covers.upperBound) \($0.entry.id)" } == [
                "2025-11-14 monthly", "2025-11-14 scheme-bodies", "2025-11-30 yearly", "2025-12-14 monthly", "2025-12-24 scheme-department",
            ]
        )
    }

    private static let calendar = """
        calendar: reports
        reports:
          monthly: {label: A, every: month, before: '15', from: '15', source: S, receiver: R}
          yearly: {label: A, every: year, years: [2021, 2025], before: '12-01', from: '12-01', source: S, receiver: R}
        moves:
          - {id: accepted, label: A, counts-as: accepted}

        """

    @Test(
        "calendars that name no day, no year or nothing to count are refused where they stand",
        arguments: [
            ("before: '15'", "before: '31'", ["3:45 wrong-type"]), ("before: '12-01'", "before: '02-30'", ["4:64 wrong-type"]),
            ("years: [2021, 2025]", "years: [2025, 2021]", ["4:42 wrong-type"]),
            ("every: month", "every: week", ["3:30 unknown-value", "3:44 wrong-type", "3:56 wrong-type"]),
            ("counts-as: accepted", "counts-as: loved", ["6:41 unknown-value"]),
            ("counts-as: accepted", "counts-as: accepted, ends: [failed]", ["6:5 move-of-nothing"]),
        ]
    )
    func calendarRefused(_ old: String, _ new: String, _ expected: [String]) throws {
        let folder = try RuleFolder(["reports/calendar.yaml": Self.calendar.replacing(old, with: new, maxReplacements: 1)])
        let faults = Result { try ReportLibrary.load(directory: folder.path) }
        guard case .failure(let error as RuleFileFaults) = faults else {
            Issue.record("not refused")
            return
        }
        #expect(error.diagnostics.map { "\($0.line):\($0.column) \($0.code)" } == expected)
    }

    private static let form = """
        form: form-04
        label: Biểu
        source: TT 1
        note: Chưa rõ
        due:
          - {who: Sở, before: 02-15, standing: assumed, basis: TT 1}
        choices:
          started: {value: awarded, why: Vì}
          in-progress: {value: during-year, why: Vì}
          in-use: {value: first-use, why: Vì}
          use: {value: use, why: Vì}
          main-source: {value: larger-part, why: Vì}
          state-money: {value: local-budget, why: Vì}
          other-money: {value: {company: enterprise}, why: Vì}
        columns:
          - {code: A, shows: heading, label: A}
          - {code: B, shows: code, label: B}
          - {code: '1', shows: total, sum-of: ['3', '4'], label: A}
          - {code: '3', shows: new, label: A}
          - {code: '4', shows: carried-over, label: A}
          - {code: '5', shows: accepted, label: A}
          - {code: '6', shows: in-use, label: A}
        sections:
          - code: '01'
            label: Đề tài
            kinds: [topic]
            groups:
              - label: Nguồn
                by: main-source
                crossed-out: ['5']
                rows:
                  - {code: '02', label: Nhà nước, takes: [local-budget]}
                  - {code: '03', label: Khác, of: [{code: '04', label: Khác, takes: [other]}]}

        """

    private func faults(_ text: String) throws -> [String] {
        let folder = try RuleFolder(["reports/form-04.yaml": text])
        do {
            _ = try ReportLibrary.load(directory: folder.path)
            return []
        } catch {
            #expect(error.subject == .reports)
            #expect(error.diagnostics.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty })
            return error.diagnostics.map { "\($0.line):\($0.column) \($0.code)" }
        }
    }

    @Test("a sound file has none, a folder without one neither")
    func sound() throws {
        #expect(try faults(Self.form) == [])
        #expect(try ReportLibrary.load(directory: try RuleFolder([:]).path).form == nil)
    }

    @Test(
        "what cannot be counted is refused where it stands",
        arguments: [
            ("form: form-04", "form: form-05", ["1:7 wrong-name"]), ("before: 02-15", "before: 02-30", ["6:23 wrong-type"]),
            ("started: {value: awarded, why: Vì}", "started: {value: awarded}", ["8:12 missing-key"]),
            ("value: first-use", "value: first", ["10:19 unknown-value"]),
            ("company: enterprise", "company: firm", ["14:34 unknown-value"]),
            ("sum-of: ['3', '4']", "sum-of: ['3', '4', '5']", ["16:3 sum-twice"]),
            ("sum-of: ['3', '4']", "sum-of: ['3', '7']", ["16:3 unknown-value"]), (", sum-of: ['3', '4']", "", ["16:3 missing-key"]),
            ("shows: accepted", "shows: in-use", ["16:3 missing-column", "16:3 column-twice"]),
            ("shows: accepted,", "shows: accepted, sum-of: ['3'],", ["16:3 sum-elsewhere"]),
            ("code: '5'", "code: '4'", ["21:12 duplicate-name", "30:23 unknown-value"]),
            ("crossed-out: ['5']", "crossed-out: ['9']", ["30:23 unknown-value"]),
            ("takes: [other]", "takes: [local-budget]", ["33:78 value-twice"]),
            ("takes: [other]", "takes: [moon]", ["33:78 unknown-value"]),
            ("takes: [other]", "takes: [other], empty: Không", ["33:44 row-of-nothing"]),
            ("{code: '04', label: Khác", "{code: '02', label: Khác", ["33:51 duplicate-name"]),
            ("kinds: [topic]", "kinds: [topic, topic]", ["26:20 value-twice"]),
        ]
    )
    func refused(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(Self.form.contains(old))
        let found = try faults(Self.form.replacing(old, with: new, maxReplacements: 1))
        #expect(found.sorted() == expected.sorted())
    }

    @Test("events and facts that no regime has are told by the check of the rules, those of the shipped rules are known")
    func calendarAgainstRules() throws {
        let text = Self.calendar.replacing("counts-as: accepted", with: "events: [approve-list]")
        let folder = try RuleFolder(["reports/calendar.yaml": text])
        let found = WorkflowLibrary.check(directory: folder.path).filter { $0.file == "reports/calendar.yaml" }
        #expect(found.map(\.code) == ["unknown-value"])
        let shipped = WorkflowLibrary.check(directory: Self.directory).filter { $0.file.hasPrefix("reports/") && $0.severity == .error }
        #expect(shipped.map(\.code) == [])
    }

    @Test("values that no task can have, values without a row, and definitions that are not there are told by the check of the rules")
    func againstRules() throws {
        let text = Self.form.replacing("by: main-source", with: "by: field").replacing("takes: [local-budget]", with: "takes: [agricultur]")
        let folder = try RuleFolder(["reports/form-04.yaml": text])
        let found = WorkflowLibrary.check(directory: folder.path).filter { $0.file == "reports/form-04.yaml" }
        #expect(found.contains { $0.code == "unknown-definition" && $0.line == 11 })
        #expect(found.contains { $0.code == "unknown-value" && $0.line == 32 && $0.severity == .error })
        #expect(found.contains { $0.code == "assumed-number" && $0.line == 6 && $0.severity == .info })
        let shipped = WorkflowLibrary.check(directory: Self.directory).filter { $0.file == "reports/form-04.yaml" }
        #expect(shipped.map(\.code) == ["assumed-number", "assumed-number"])
    }
}
