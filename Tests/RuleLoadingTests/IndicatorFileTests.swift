import Foundation
import Indicators
import LifecycleModel
import RuleLoading
import Rules
import Testing

/// The files in `workflows/indicators` as they are shipped.
@Suite("Shipped files of indicators")
struct ShippedIndicatorTests {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "workflows").path

    private static func library() throws -> IndicatorLibrary { try IndicatorLibrary.load(directory: directory) }

    @Test("79 indicators in five groups, as the plan itself counts them")
    func count() throws {
        let book = try #require(try Self.library().books["kh101"])
        #expect(book.entries.map(\.number) == Array(1...79))
        let sizes = book.groups.map { group in book.entries.count { $0.group == group.id } }
        #expect(sizes == [5, 9, 12, 16, 37])
        #expect(book.years == [2025, 2030, 2035, 2040, 2045])
        #expect(book.entries.allSatisfy { $0.targets.count == 5 && !$0.name.vi.isEmpty && !$0.name.en.isEmpty })
        #expect(book.entries.filter { $0.lead.isEmpty }.map(\.number) == [70, 74, 75, 78])
        #expect(book.entries.filter { $0.unit == nil }.map(\.number) == [43])
        #expect(book.entries.count { $0.isNew } == 21)
    }

    @Test(
        "pinned values",
        arguments: [
            (1, "5%", "60% 100% 100% 100% 100%"), (6, "0,61%", "≥ 1% ≥ 1,5% ≥ 2% ≥ 2,5% ≥ 3%"), (11, "5,5", "07 12 20 33 54"),
            (14, "Chỉ tiêu mới, chưa đánh giá", "- 0.7 - - -"), (17, "12", "35 50 80 120 160"),
            (18, "2.000", "2.100 2.500 3.000 3.500 4.000"), (19, "43", "50 60 80 120 160"), (20, "50%", "52% 60% 75% 85% 95%"),
            (24, "01", "01 03 05 08 10"), (33, "52", "100 300 700 1.200 1.800"), (36, "Chỉ tiêu mới, chưa đánh giá", "- - - 50-60 50-70"),
            (42, "26", "Nhóm 20 Nhóm 10 Nhóm 10 Nhóm 10 Nhóm 10"), (43, "0,7314", "0.75 0.75 0.85 0.92 1,0"),
            (63, "31,27%", "35% 40% 45% 50% 55%"), (71, "01", "01 04 06 08 10"), (77, "06", "≤ 10 ≤ 10 ≤ 10 ≤ 10 ≤ 10"),
            (78, "Chỉ tiêu mới, chưa đánh giá", "- 01 03 06 ≥ 10"), (79, "0,172", "0,2 0,4 0,5 0,8 1,0"),
        ]
    )
    func pinned(_ number: Int, _ baseline: String, _ targets: String) throws {
        let entry = try #require(try Self.library().books["kh101"]?.entry(number))
        #expect(entry.baseline.text == baseline)
        #expect([2025, 2030, 2035, 2040, 2045].map { entry.targets[$0]?.text ?? "" }.joined(separator: " ") == targets)
    }

    @Test("indicator 20 is computed by a definition that says why, with alternatives that differ")
    func definition() throws {
        let library = try Self.library()
        #expect(library.books["kh101"]?.entries.filter { $0.computedBy != nil }.map(\.number) == [17, 19, 20])
        let definition = try #require(library.definitions["use-after-12-months"])
        #expect(definition.terms.unit == .result && definition.terms.months == 12 && definition.terms.standing == .checked)
        #expect(definition.terms.proofWithin == nil && !definition.terms.kinds.contains("other"))
        #expect(definition.reasons.map(\.choice) == ["unit", "months", "standing", "kinds", "proof-within"])
        #expect(definition.reasons.allSatisfy { !$0.why.vi.isEmpty && !$0.why.en.isEmpty })
        #expect(definition.alternatives.keys.sorted() == ["any-task", "declared", "economic", "in-time", "verified", "whole-task"])
        #expect(definition.alternatives["in-time"]?.terms.proofWithin == 30)
        #expect(definition.terms(named: "nobody") == nil)
    }

    @Test("what is counted says why, and whether it is the whole")
    func counts() throws {
        let library = try Self.library()
        #expect(library.books["kh101"]?.entries.filter { $0.partlyBy != nil }.map(\.number) == [30])
        #expect(
            library.counts.values.sorted { $0.number < $1.number }.map {
                "\($0.number) \($0.terms.subject.rawValue) \($0.coverage.rawValue)"
            } == [
                "17 tasks-accepted whole", "19 tasks-carried-out whole", "30 results-commercialised part",
            ]
        )
        #expect(library.counts.values.allSatisfy { $0.reasons.map(\.choice) == ["what", "levels", "covers"] })
        #expect(library.counts.values.flatMap(\.reasons).allSatisfy { !$0.why.vi.isEmpty && !$0.why.en.isEmpty })
        #expect(library.counts["tasks-carried-out"]?.terms(named: "started")?.subject == .tasksStarted)
        #expect(library.counts["tasks-carried-out"]?.terms(named: "nobody") == nil)
    }

    @Test("goals of five programmes and one objective")
    func goals() throws {
        let library = try Self.library()
        let goals = library.goals.flatMap(\.goals)
        #expect(library.goals.map(\.years) == [2021...2025])
        #expect(library.goals.allSatisfy { library.definitions[$0.useDefinition] != nil })
        #expect(goals.count == 20)
        #expect(Set(goals.compactMap(\.programme)) == Set((2...6).map { "CT\($0)-2021-2025" }))
        #expect(goals.filter { $0.programme == nil }.map { "\($0.id) \($0.atLeast) \($0.isPercent)" } == ["accepted-applied 100 true"])
    }

    @Test("185 and 93 jobs; a plain month is due on its last day")
    func assignments() throws {
        let jobs = try Self.library().assignments
        #expect(jobs.map(\.number) == (1...185).map { "II-\($0)" } + (1...93).map { "III-\($0)" })
        for job in jobs where job.due.wholeMatch(of: /Tháng \d{1,2}\/\d{4}/) != nil {
            let numbers = job.due.dropFirst("Tháng ".count).split(separator: "/").compactMap { Int($0) }
            let last = CivilDate(year: numbers[1], month: numbers[0], day: CivilDate.daysIn(month: numbers[0], year: numbers[1]))
            #expect(job.dueOn == last, "\(job.number)")
        }
        #expect(jobs.count { $0.wasDone } == 2)
        #expect(jobs.first { $0.number == "II-185" }?.dueOn == nil)
        #expect(jobs.first { $0.number == "III-93" }?.lead == "Sở Khoa học và Công nghệ")
        #expect(jobs.first { $0.number == "II-66" }?.dueOn?.description == "2025-10-31")
        #expect(try Self.library().reporters.contains("department-officer"))
    }
}

/// What is wrong with files of indicators, each fault where it stands.
@Suite("Faults in files of indicators")
struct IndicatorFaultTests {
    private static let book = """
        book: plan
        label: Kế hoạch
        source: KH 1
        baseline-on: 2025
        years: [2025, 2030]
        gathered-by: {value: [officer], basis: KH 1}
        groups: {science: {label: Khoa học}}
        indicators:
          - {number: 1, group: science, name: Một, baseline: '1', targets: {2025: '1', 2030: '-'}}

        """
    private static let definition = """
        indicator: use
        number: 1
        label: Tỷ lệ
        source: KH 1
        unit: {value: result, why: Vì}
        months: {value: 12, why: Vì}
        standing: {value: checked, why: Vì}
        kinds: {value: [production], why: Vì}
        proof-within: {value: none, why: Vì}

        """
    private static let header = "number,part,heading,content,lead,partners,product,due,due_on\n"

    private func faults(_ files: [String: String]) throws -> [String] {
        let named = Dictionary(uniqueKeysWithValues: files.map { ("indicators/\($0.key)", $0.value) })
        let folder = try RuleFolder(named)
        do {
            _ = try IndicatorLibrary.load(directory: folder.path)
            return []
        } catch {
            #expect(error.diagnostics.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty })
            return error.diagnostics.map { "\($0.file.dropFirst("indicators/".count)):\($0.line):\($0.column) \($0.code)" }
        }
    }

    @Test("sound files have none, a folder without them neither")
    func sound() throws {
        let row = "II-1,A,I. Đầu,Việc,Sở A,Sở B,Kế hoạch,Tháng 5/2025,2025-05-31\n"
        #expect(try faults(["plan.yaml": Self.book, "use.yaml": Self.definition, "assignments.csv": Self.header + row]) == [])
        #expect(try faults([:]) == [])
    }

    @Test(
        "books",
        arguments: [
            ("{number: 3, group: science", ["plan.yaml:9:14 wrong-number"]),
            ("{number: 1, group: sciense", ["plan.yaml:9:24 unknown-group"]),
            ("{number: 1, gruop: science", ["plan.yaml:9:5 missing-key", "plan.yaml:9:17 unknown-key"]),
        ]
    )
    func books(_ text: String, _ expected: [String]) throws {
        #expect(try faults(["plan.yaml": Self.book.replacing("{number: 1, group: science", with: text)]) == expected)
    }

    @Test("targets are those of the book's years")
    func years() throws {
        #expect(
            try faults(["plan.yaml": Self.book.replacing("2030: '-'}", with: "2031: '-'}")]) == [
                "plan.yaml:9:68 missing-year", "plan.yaml:9:80 unknown-year",
            ]
        )
    }

    @Test("who gathers needs a basis")
    func basis() throws {
        #expect(try faults(["plan.yaml": Self.book.replacing(", basis: KH 1}", with: "}")]) == ["plan.yaml:6:14 missing-key"])
    }

    @Test("a file is named after what it holds, and holds something known")
    func names() throws {
        #expect(try faults(["other.yaml": Self.book]) == ["other.yaml:1:7 wrong-name"])
        #expect(try faults(["x.yaml": "a: 1\n"]) == ["x.yaml:1:1 unknown-file"])
    }

    @Test(
        "definitions",
        arguments: [
            ("months: {value: 12, why: Vì}", "months: {value: 0, why: Vì}", ["use.yaml:6:17 wrong-type"]),
            ("months: {value: 12, why: Vì}", "months: {value: 12}", ["use.yaml:6:9 missing-key"]),
            ("value: checked", "value: chekced", ["use.yaml:7:19 unknown-value"]),
            ("value: [production]", "value: []", ["use.yaml:8:16 bad-kinds"]),
            ("value: [production]", "value: [production, production]", ["use.yaml:8:16 bad-kinds"]),
            ("value: none", "value: 2 months", ["use.yaml:9:23 wrong-type"]),
            ("source: KH 1\n", "", ["use.yaml:1:1 missing-key"]),
        ]
    )
    func definitions(_ from: String, _ to: String, _ expected: [String]) throws {
        #expect(try faults(["use.yaml": Self.definition.replacing(from, with: to)]) == expected)
    }

    private static let count = """
        count: begun
        number: 1
        label: Số nhiệm vụ
        source: KH 1
        what: {value: tasks-started, why: Vì}
        levels: {value: [province], why: Vì}
        covers: {value: whole, why: Vì}

        """

    @Test(
        "counts",
        arguments: [
            ("source: KH 1", "source: KH 1", []), ("value: tasks-started", "value: tasks-startet", ["begun.yaml:5:15 unknown-value"]),
            ("tasks-started, why: Vì", "tasks-started", ["begun.yaml:5:7 missing-key"]),
            ("value: [province]", "value: []", ["begun.yaml:6:17 bad-levels"]),
            ("value: [province]", "value: [base, base]", ["begun.yaml:6:17 bad-levels"]),
            ("value: whole", "value: half", ["begun.yaml:7:17 unknown-value"]),
            ("count: begun", "count: ended", ["begun.yaml:1:8 wrong-name"]),
            ("covers: {value: whole, why: Vì}\n", "", ["begun.yaml:1:1 missing-key"]),
        ]
    )
    func counts(_ from: String, _ to: String, _ expected: [String]) throws {
        #expect(try faults(["begun.yaml": Self.count.replacing(from, with: to)]) == expected)
    }

    private static let goals = """
        source: ĐA 1
        years: [2021, 2025]
        use: use
        goals:
          breeds: {programme: CT2, name: Giống, printed: '2', at-least: 2, basis: ĐA 1}
          applied: {name: Ứng dụng, printed: 100%, at-least: 100, percent: true, basis: ĐA 1}

        """

    @Test(
        "goals of programmes",
        arguments: [
            ("use: use", "use: use", []), ("use: use", "use: uze", ["goals.yaml:3:6 unknown-definition"]),
            ("use: use\n", "", ["goals.yaml:1:1 missing-key"]), ("[2021, 2025]", "[2025, 2021]", ["goals.yaml:2:8 wrong-type"]),
            ("years: [2021, 2025]\n", "", ["goals.yaml:1:1 missing-key"]),
            ("{programme: CT2, name: Giống", "{name: Giống", ["goals.yaml:5:11 wrong-goal"]),
            ("percent: true", "percent: true, programme: CT2", ["goals.yaml:6:12 wrong-goal"]),
            ("at-least: 2,", "at-least: two,", ["goals.yaml:5:65 wrong-type"]),
        ]
    )
    func goals(_ from: String, _ to: String, _ expected: [String]) throws {
        #expect(try faults(["goals.yaml": Self.goals.replacing(from, with: to), "use.yaml": Self.definition]) == expected)
    }

    @Test("a goal stands in one file alone")
    func goalTwice() throws {
        #expect(
            try faults(["goals.yaml": Self.goals, "more.yaml": Self.goals, "use.yaml": Self.definition]) == [
                "more.yaml:5:3 duplicate-name", "more.yaml:6:3 duplicate-name",
            ]
        )
    }

    @Test("an alternative says what it changes, and changes something")
    func alternatives() throws {
        let same = Self.definition + "alternatives:\n  same: {label: Như cũ, months: 12}\n"
        #expect(try faults(["use.yaml": same]) == ["use.yaml:11:3 same-definition"])
        let other = Self.definition + "alternatives:\n  two: {label: Hai năm, months: 24}\n"
        #expect(try faults(["use.yaml": other]) == [])
    }

    @Test(
        "assigned jobs",
        arguments: [
            ("II-1,A,I,Việc,Sở A,Sở B,KH,Tháng 5/2025\n", ["assignments.csv:2:1 wrong-count"]),
            ("II-1,A,I,Việc,,Sở B,KH,Tháng 5/2025,\n", ["assignments.csv:2:5 missing-key"]),
            ("II-1,A,I,Việc,Sở A,,KH,Tháng 5/2025,2025-02-30\n", ["assignments.csv:2:9 wrong-type"]),
            ("II-1,A,,Việc,Sở A,,KH,Năm,\nII-1,A,,Việc,Sở A,,KH,Năm,\n", ["assignments.csv:3:1 duplicate-name"]),
            ("II-1,A,,\"Việc\n", ["assignments.csv:2:4 broken-quotes"]),
        ]
    )
    func assignments(_ rows: String, _ expected: [String]) throws {
        #expect(try faults(["assignments.csv": Self.header + rows]) == expected)
    }

    @Test("the first line of the table is its header")
    func header() throws {
        #expect(try faults(["assignments.csv": "number,lead\n"]) == ["assignments.csv:1:1 wrong-header"])
    }

    @Test("checking the rules checks them, too, and what they name")
    func checked() throws {
        var files = SoundRules.files([:])
        files["indicators/plan.yaml"] = Self.book.replacing("baseline: '1'", with: "computed: uze, baseline: '1'")
            .replacing("[officer]", with: "[oficer]")
        files["indicators/use.yaml"] = Self.definition
        let errors = try RuleFolder(files).check().filter { $0.file.hasPrefix("indicators/") }
        #expect(errors.map(\.code).sorted() == ["unknown-definition", "unknown-role"])
        files["indicators/plan.yaml"] = Self.book.replacing("baseline: '1'", with: "computed: use, baseline: '1'")
        files["indicators/use.yaml"] = Self.definition.replacing("number: 1", with: "number: 2")
        let numbers = try RuleFolder(files).check().filter { $0.file.hasPrefix("indicators/") }
        #expect(numbers.map(\.code) == ["wrong-number"])
    }

    @Test("kinds of evidence that no regime knows are told, and so are names for such kinds")
    func kinds() throws {
        let machine = """
            machines:
              evidence:
                label: Minh chứng
                initial: declared
                states: {declared: {label: Đã kê khai}}
                facts: {kind: {type: choice, label: Loại, choices: {production: Sản xuất}}}

            """
        var files = SoundRules.files(["evidence.yaml": machine])
        files["indicators/use.yaml"] = Self.definition.replacing(
            "number: 1",
            with: "number: 1\nkind-names: {prodution: {vi: sản xuất, en: use}}"
        )
        let found = try RuleFolder(files).check().filter { $0.file.hasPrefix("indicators/") && $0.code == "unknown-kind" }
        #expect(found.compactMap(\.hint?.en).contains { $0.contains("production") })
        files["indicators/use.yaml"] = Self.definition
        #expect(try RuleFolder(files).check().filter { $0.code == "unknown-kind" }.map(\.message.en) == [])
    }

    @Test(
        "a count of the whole is a value, a count of a part is not",
        arguments: [
            ("computed: begun", "whole", []), ("known-part: begun", "part", []), ("computed: begun", "part", ["wrong-coverage"]),
            ("known-part: begun", "whole", ["wrong-coverage"]), ("known-part: begon", "part", ["unknown-definition"]),
            ("known-part: use", "part", ["unknown-definition"]), ("computed: use, known-part: begun", "part", ["computed-twice"]),
        ]
    )
    func coverage(_ key: String, _ covers: String, _ expected: [String]) throws {
        var files = SoundRules.files([:])
        files["indicators/plan.yaml"] = Self.book.replacing("baseline: '1'", with: "\(key), baseline: '1'")
        files["indicators/use.yaml"] = Self.definition
        files["indicators/begun.yaml"] = Self.count.replacing("whole", with: covers)
        let errors = try RuleFolder(files).check().filter { $0.file.hasPrefix("indicators/") }
        #expect(errors.map(\.code) == expected)
    }
}
