import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// The money of a task, by the program itself.
@Suite("Money")
struct BudgetTests {
    private static let task = BudgetDesk.task

    private static func run(_ name: String, _ words: String, exit: Int32 = 0, environment: [String: String] = [:]) -> Run {
        Run(name, words.replacingOccurrences(of: "TASK", with: task), exit: exit, environment: environment)
    }

    @Test(
        "says what it knows and refuses what is wrong with the right figure, as recorded",
        arguments: [
            run("help-budget", "help budget"), run("help-budget-adjust", "help budget adjust"),
            run("help-budget-plan-en", "--lang en budget plan --help"),
            run("budget-show", "budget show TASK", environment: ["COLUMNS": "120"]),
            run("budget-show-json", "budget show TASK --format json"),
            run("budget-show-en", "--lang en budget show TASK", environment: ["COLUMNS": "90"]),
            run("budget-overview", "budget overview --by year --year 2022"), run("budget-overview-source", "budget overview --by source"),
            run("budget-overview-json", "budget overview --format json"), run("budget-overview-csv", "budget overview --format csv"),
            run("budget-whatif", "budget whatif --year 2022 --cut 10%"), run("budget-whatif-extend", "budget whatif --extend 8"),
            run("budget-fees-none", "budget fees"), run("budget-disclosure", "budget disclosure TASK"),
            run(
                "budget-disclosure-website",
                "budget disclosure TASK --at website --give objective=Lưu-giữ-nghề --withhold people=QĐ-12 --format json"
            ),
            run("budget-disclosure-wrong", "budget disclosure TASK --withhold peple=x", exit: 64),
            run("budget-plan-locked", "budget plan TASK --item labour:2022=1 --actor MAU-CB-05 --date 2022-10-03", exit: 1),
            run("budget-allot-too-much", "budget allot TASK 547.000.001 --date 2022-10-03 --doc QĐ-GDT:2:2022-10-03", exit: 1),
            run("budget-advance-nothing-asked", "budget advance TASK --date 2022-10-03", exit: 1),
            run("budget-clear-too-much", "budget clear TASK --item labour=300.000.001 --date 2022-10-03", exit: 1),
            run(
                "budget-clear-again",
                "budget clear TASK --item labour=200.000.000 --item materials=100.000.000 --date 2022-09-12",
                exit: 1
            ),
            run("budget-clear-outside-plan", "budget clear TASK --item materials=148.500.001 --date 2022-10-03", exit: 1),
            run("budget-clear-unknown", "budget clear TASK --item labor=1 --date 2022-10-03", exit: 1),
            run("budget-clear-comma", "budget clear TASK --item labour=1,000,000 --date 2022-10-03", exit: 65),
            run("budget-clear-fraction", "budget clear TASK --item labour=10.5 --date 2022-10-03", exit: 65),
            run("budget-clear-negative", "budget clear TASK --item labour=-5 --date 2022-10-03", exit: 65),
            run("budget-clear-overflow", "budget clear TASK --item labour=9223372036854775808 --date 2022-10-03", exit: 65),
            run(
                "budget-clear-sum-overflow",
                "budget clear TASK --item labour=9223372036854775807 --item travel=1 --date 2022-10-03",
                exit: 65
            ),
            run("budget-clear-nothing", "budget clear TASK", exit: 64),
            run("budget-roll-over-backwards", "budget roll-over TASK 1 --from 2022 --to 2021 --date 2022-10-03", exit: 1),
            run("budget-not-today", "budget return TASK 1 --date 2023-03-02", exit: 65),
            run("budget-too-early", "budget return TASK 1 --date 2022-09-11", exit: 65),
            run("budget-by-hand", "task do TASK clear --on advance:1 --date 2022-10-03", exit: 1),
            run("budget-adjust-both", "budget adjust TASK --reason x", exit: 64),
            run("budget-no-task", "budget show NV-9", exit: 64),
            run("budget-wrong-source", "budget plan TASK --item labour:2022:sate=1", exit: 64),
            run("budget-year-no-duty", "budget year 2023 1 --decision x --actor MAU-CB-05", exit: 1),
            run("budget-dry-run", "budget clear TASK --item labour=100.000.000 --date 2022-10-03 --dry-run"),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try BudgetDesk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
        #expect(try desk.head() == before)
    }

    @Test("an estimate says every fault at once, each with the figure that would be right")
    func estimate() throws {
        let desk = try BudgetDesk(steps: 0)
        func plan(_ items: String, _ more: String...) throws -> [String] {
            let outcome = try desk.run(
                ["budget", "plan", Self.task, "--actor", BudgetDesk.officer, "--date", "2022-06-20", "--format", "json"]
                    + BudgetDesk.items(items) + more
            )
            guard outcome.exit != 0 else { return [] }
            return try (JSONValue(parsing: outcome.error)["error"]?["blockers"]?.array ?? []).compactMap { $0["code"]?.string }
        }
        #expect(try plan("labour:2022=1 labour:2022=2") == ["line-twice", "not-as-approved", "not-as-approved", "not-as-approved"])
        #expect(try plan(BudgetDesk.plan, "--total", "state=1.247.000.001") == ["total-differs"])
        #expect(try plan(BudgetDesk.plan, "--mode", "final-product").contains("mode-locked"))
        #expect(try plan(BudgetDesk.plan, "--outside", "travel") == ["not-as-approved"])
        #expect(try plan(BudgetDesk.plan).isEmpty)
    }

    @Test("a year of money: what is left, what may be advanced and what is refused follow from each other")
    func year() throws {
        let desk = try BudgetDesk()
        func show() throws -> JSONValue { try desk.json(["budget", "show", Self.task, "--now", "2022-10-03"]) }
        func figures(_ names: String...) throws -> [Int64?] {
            let shown = try show()
            return names.map { shown[$0]?.int }
        }
        func act(_ words: String, _ more: [String] = [], exit: Int32 = 0, by actor: String? = nil) throws {
            let parts = words.split(separator: " ").map(String.init)
            let outcome = try desk.run(parts + more + (actor.map { ["--actor", $0] } ?? []))
            #expect(outcome.exit == exit, "\(words): \(outcome.error)")
        }
        // 647 of what is approved is left, 100 of the year's allotment.
        let before = try figures("advanced", "cleared", "outstanding", "advance_available_today")
        #expect(before == [600_000_000, 300_000_000, 300_000_000, 100_000_000])
        try act("budget request \(Self.task) 100.000.000 --date 2022-10-03", by: BudgetDesk.officer)
        try act("budget advance \(Self.task) --amount 100.000.001 --date 2022-10-03", exit: 1)
        try act("budget advance \(Self.task) --date 2022-10-03")
        #expect(try figures("advance_available_today") == [0])
        try act("budget clear \(Self.task) --advance 1 --item labour=290.000.000 --date 2022-10-10")
        try act("budget return \(Self.task) 10.000.000 --advance 1 --date 2022-10-11 --doc CT-NT:5:2022-10-11")
        try act("budget clear \(Self.task) --item assets-bought=100.000.000 --date 2022-11-01")
        #expect(try figures("cleared", "given_back", "outstanding") == [690_000_000, 10_000_000, 0])
        try act("budget allot \(Self.task) 200.000.000 --year 2022 --date 2022-11-02 --doc QĐ-GDT:3:2022-11-02")
        try act("budget roll-over \(Self.task) 150.000.000 --from 2022 --date 2022-12-30")
        try act("budget cut \(Self.task) 50.000.000 --year 2022 --date 2022-12-30 --doc QĐ-GDT:4:2022-12-30")
        let years = try show()["years"]
        #expect((years?["2022"]?["allotted"]?.int, years?["2023"]?["allotted"]?.int) == (700_000_000, 150_000_000))
        try act(
            "budget adjust \(Self.task) --move labour:travel=15.000.000 --year 2022 --date 2022-12-31 --doc QĐ-NB:7:2022-12-31",
            ["--reason", "Thêm khảo sát"],
            by: BudgetDesk.host
        )
        try act(
            "budget spend \(Self.task) --received 700.000.000 --year 2022 --date 2023-01-15",
            BudgetDesk.items("labour=480.000.000 energy:counterpart=90.000.000")
        )
        // A slip is put right: the new figures stand in its place.
        #expect(try show()["spending"]?.array?.first?["lines"]?.array?.first?["amount"] == 480_000_000)
        let reported = try desk.run(["budget", "show", Self.task])
        #expect(reported.output.contains("Thực nhận, thực chi đã báo cáo"), "\(reported.output)")
        try act("budget spend \(Self.task) --year 2023 --date 2023-01-16 --restate x", exit: 1)
        try act(
            "budget spend \(Self.task) --received 700.000.000 --year 2022 --date 2023-01-16",
            BudgetDesk.items("labour=48.000.000 energy:counterpart=80.000.000") + ["--restate", "Ghi nhầm công lao động"]
        )
        #expect(try show()["spending"]?.array?.map { $0["lines"]?.array?.first?["amount"] } == [48_000_000])
        #expect(try show()["years"]?["2022"]?["own_spending"]?["counterpart"] == 80_000_000)
        let verified = try desk.run(["store", "verify"])
        #expect(verified.exit == 0, "\(verified.output)")
        // Out to files and into an empty store: the same money.
        let told = try show()
        try act("export --output het")
        let other = ["NHIEMVU_STORE": "khac.db"]
        for words in [["init", "--now", "2022-01-04"], ["import", "het"]] {
            let outcome = try desk.run(words, environment: other)
            #expect(outcome.exit == 0, "\(outcome.error)")
        }
        let after = try JSONValue(
            parsing: try desk.run(["budget", "show", Self.task, "--now", "2022-10-03", "--format", "json"], environment: other).output
        )
        #expect(after == told)
    }

    @Test("the very same money twice on a day is refused, unless it has papers of its own or is meant")
    func twice() throws {
        let desk = try BudgetDesk()
        let clear = ["budget", "clear", Self.task, "--item", "labour=60.000.000"]
        let first = try desk.json(clear + ["--date", "2022-10-10"])
        #expect(first["recorded"]?.array?.map { $0["kind"] } == ["advance_cleared"])
        #expect(first["recorded"]?.array?.first?["payload"]?["lines"]?.array?.first?["amount"] == 60_000_000)
        let before = try desk.head()
        let again = try desk.run(clear + ["--date", "2022-10-10"])
        #expect(again.exit == 1 && again.error.contains("Thanh toán tạm ứng ngày 10/10/2022 đã ghi y hệt"), "\(again.error)")
        #expect(try desk.head() == before)
        for other in [
            ["--date", "2022-10-10", "--yes"], ["--date", "2022-10-10", "--doc", "CT-NT:6:2022-10-10"], ["--date", "2022-10-11"],
        ] {
            let outcome = try desk.run(clear + other)
            #expect(outcome.exit == 0, "\(outcome.error)")
        }
        // A paper stands for one movement, whenever it is recorded.
        let paper = try desk.run(clear + ["--date", "2022-10-12", "--doc", "CT-NT:6:2022-10-10"])
        #expect(paper.exit == 1 && paper.error.contains("ngày 10/10/2022 đã ghi y hệt"), "\(paper.error)")
        #expect(try desk.json(["budget", "show", Self.task])["cleared"] == 540_000_000)
        // Of an advance that nobody asked for the program gives the number; what was spent is added up, and cannot be taken back.
        let both = [
            "person", "update", "MAU-CB-09", "--role", "department-finance", "--role", "department-officer", "--actor", BudgetDesk.officer,
        ]
        #expect(try desk.run(both).exit == 0)
        for words in [
            "advance \(Self.task) --amount 30.000.000 --date 2022-11-01",
            "spend \(Self.task) --received 100.000.000 --year 2022 --date 2023-01-15 --item labour=30.000.000",
        ] {
            let act = ["budget"] + words.split(separator: " ").map(String.init)
            let (first, second) = (try desk.run(act), try desk.run(act))
            #expect(first.exit == 0, "\(first.error)")
            #expect(second.exit == 1 && second.error.contains("đã ghi y hệt"), "\(second.output)\(second.error)")
        }
    }

    @Test(
        "nothing is spent, cleared or asked for that cannot be",
        arguments: [
            // 600 million are advanced; a report of more could not be taken back, and would bar settlement.
            ("budget spend TASK --item labour=600.000.001 --year 2022 --date 2023-01-15", "600.000.000 đồng"),
            ("budget spend TASK --item labour:2022=1 --year 2023 --date 2022-12-31", "Năm 2023: chưa thể có chi"),
            ("budget spend TASK --item labour:2021=1 --year 2022 --date 2022-12-31", "Từ 2022 đến 2022"),
            ("budget clear TASK --item labour:2031=1.000 --date 2022-10-10", "Năm 2031: chưa thể có chi"),
            ("budget request TASK 647.000.001 --date 2022-10-03 --actor \(BudgetDesk.officer)", "Nhiều nhất 647.000.000 đồng"),
        ]
    )
    func impossible(words: String, told: String) throws {
        let desk = try BudgetDesk()
        let before = try desk.head()
        let outcome = try desk.run(words.replacing("TASK", with: Self.task).split(separator: " ").map(String.init))
        #expect(outcome.exit == 1 && outcome.error.contains(told), "\(outcome.error)")
        #expect(try desk.head() == before)
    }

    @Test("a year's budget is not exceeded, in all or for a programme")
    func ceiling() throws {
        let desk = try BudgetDesk(steps: 1)
        let allot = ["budget", "allot", Self.task, "700.000.000", "--date", "2022-06-21", "--doc", "QĐ-GDT:1:2022-06-21"]
        let year = { (amount: String) in ["budget", "year", "2022", amount, "--decision", "1/QĐ", "--date", "2022-01-10"] }
        #expect(try desk.run(year("699.999.999")).exit == 0)
        let refused = try desk.run(allot)
        #expect(refused.exit == 1 && refused.error.contains("699.999.999"))
        #expect(try desk.run(year("700.000.000")).exit == 0)
        #expect(try desk.run(allot).exit == 0)
    }

    @Test("of two decisions on a year's budget the later one stands, whichever is recorded first, and the same is recorded once")
    func laterDecision() throws {
        let desk = try BudgetDesk(steps: 1)
        let year = { (amount: String, number: String, day: String) in
            ["budget", "year", "2022", amount, "--decision", number, "--date", day]
        }
        #expect(try desk.run(year("900.000.000", "2/QĐ", "2022-01-20")).exit == 0)
        let earlier = try desk.run(year("800.000.000", "1/QĐ", "2022-01-10"))
        #expect(earlier.exit == 0 && earlier.output.contains("Quyết định 2/QĐ ngày 20/01/2022 mới hơn"), "\(earlier.output)")
        #expect(earlier.output.contains("900.000.000"))
        let before = try desk.head()
        let same = try desk.run(year("900.000.000", "2/QĐ", "2022-01-20"))
        #expect(same.exit == 1 && same.error.contains("Quyết định 2/QĐ ngày 20/01/2022 đã ghi đúng số tiền này"), "\(same.error)")
        #expect(try desk.head() == before)
        // A slip of that day is put right under the same number.
        #expect(try desk.run(year("950.000.000", "2/QĐ", "2022-01-20")).output.contains("950.000.000"))
        let overview = try desk.run(["budget", "overview", "--by", "year", "--year", "2022", "--format", "json"])
        #expect(overview.output.contains("950000000"), "\(overview.output)")
        // All three go from store to store, and the same files twice change nothing.
        #expect(try desk.run(["export", "--output", "ra"]).exit == 0)
        #expect(try desk.run(["import", "ra"]).output.contains("không có gì thay đổi"))
        #expect(try desk.head().size == before.size + 1)
    }

    @Test("a task whose advances were paid without a journal is taken up with what they tell")
    func carriedOver() throws {
        let desk = try BudgetDesk(steps: 0)
        func act(_ words: [String]) throws {
            let outcome = try desk.run(words)
            #expect(outcome.exit == 0, "\(words): \(outcome.error)")
        }
        func fire(_ event: String, _ day: String, _ more: String...) throws {
            try act(["task", "do", Self.task, event, "--date", day] + more)
        }
        let allotment = ["--set", "money.allotment=600.000.000", "--set", "money.allotment_year=2022", "--doc", "QĐ-GDT:1:2022-06-21"]
        try act(["task", "do", Self.task, "allot", "--date", "2022-06-21"] + allotment)
        try fire("request-advance", "2022-06-22", "--set", "money.request=500.000.000", "--actor", BudgetDesk.officer)
        let paid = ["--set", "this.paid_on=2022-06-28", "--set", "this.allotment_left=600.000.000"]
        try act(["task", "do", Self.task, "pay", "--on", "advance:1", "--date", "2022-06-28"] + paid)
        try fire("clear-part", "2022-09-01", "--on", "advance:1", "--set", "this.part=200.000.000")
        let told = try desk.json(["budget", "show", Self.task])
        #expect((told["advanced"]?.int, told["cleared"]?.int, told["allotted"]?.int) == (500_000_000, 200_000_000, 600_000_000))
        try act(["budget", "plan", Self.task, "--actor", BudgetDesk.officer, "--date", "2022-09-05"] + BudgetDesk.items(BudgetDesk.plan))
        let kept = try desk.json(["budget", "show", Self.task])
        #expect((kept["advanced"]?.int, kept["cleared"]?.int, kept["allotted"]?.int) == (500_000_000, 200_000_000, 600_000_000))
        try act(["budget", "clear", Self.task, "--date", "2022-09-06"] + BudgetDesk.items("labour=300.000.000"))
        let verified = try desk.run(["store", "verify"])
        #expect(verified.exit == 0, "\(verified.output)")
    }
}
