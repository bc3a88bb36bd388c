import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// Files that the commands on money write and read.
@Suite("Files of money")
struct BudgetFileTests {
    @Test(
        "is explained and refused as recorded",
        arguments: [
            Run("help-budget-export", "help budget export"), Run("help-budget-export-en", "--lang en budget export --help"),
            Run("budget-export-none", "budget export --as hledger --now 2022-05-01"),
            Run("budget-export-unknown-task", "budget export --as ledger --task TH-2022-009", exit: 64),
            Run("budget-export-xlsx-no-output", "budget export --as xlsx", exit: 64),
            Run("budget-export-csv-two", "budget export --as csv --task A --task B", exit: 64),
            Run("budget-export-no-form", "budget export", exit: 64),
            Run("budget-export-wrong-form", "budget export --as gnucash", exit: 64),
            Run("help-budget-template", "help budget template"),
            Run("budget-template-both", "budget template TH-2022-001 --regime old-law --output x.xlsx", exit: 64),
            Run("budget-template-no-rules", "budget template TH-2022-001 --output x.xlsx", exit: 1),
            Run("budget-template-wrong-years", "budget template TH-2022-001 --years 2028-2026 --output x.xlsx", exit: 64),
            Run("budget-plan-file-and-items", "budget plan TH-2022-001 --file a.csv --item labour:2026=5", exit: 64),
            Run("budget-plan-workbook-and-mode", "budget plan TH-2022-001 --file a.xlsx --mode partial", exit: 64),
            Run("help-budget-overview", "help budget overview"),
            Run("budget-overview-output-alone", "budget overview --output x.svg", exit: 64),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try Desk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment, input: run.input)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome, on: desk)
        #expect(try desk.head() == before)
    }

    @Test("the books of a task and the chart of its years are as recorded")
    func exported() throws {
        let desk = try BudgetDesk()
        for run in [
            Run("budget-export-hledger", "budget export --as hledger --task \(BudgetDesk.task)"),
            Run("budget-export-ledger-en", "--lang en budget export --as ledger"),
            Run("budget-export-csv", "budget export --as csv --task \(BudgetDesk.task)"),
            Run("budget-export-csv-all", "budget export --as csv"), Run("budget-overview-svg", "budget overview --by year --as svg"),
        ] {
            let outcome = try desk.run(run.arguments)
            #expect(outcome.exit == 0, "\(outcome.error)")
            try Golden.expect(run.name, run.arguments, outcome)
        }
    }

    @Test("what the workbook shows is refused where the estimate is fixed, and a broken table with every fault; nothing is recorded")
    func planned() throws {
        let desk = try BudgetDesk()
        let before = try desk.head()
        let (workbook, table) = (desk.folder.file("du-toan.xlsx"), desk.folder.file("du-toan.csv"))
        #expect(try desk.run(["budget", "template", BudgetDesk.task, "--output", workbook, "--quiet"]).exit == 0)
        let fixed = try desk.run(["budget", "plan", BudgetDesk.task, "--file", workbook, "--actor", "MAU-CB-05", "--date", "2022-10-03"])
        #expect(fixed.exit == 1, "\(fixed.error)")
        let text =
            "item,year,source,amount,lump_sum\nlabour,2022,,-5,\nlabor,2022,,5,\ntravel,2022,,\"1,000,000\",\nassets-bought,2022,,7,yes\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: table))
        let words = ["budget", "plan", BudgetDesk.task, "--file", "du-toan.csv"]
        let refused = try desk.run(words)
        #expect(refused.exit == 65)
        try Golden.expect("budget-plan-faults", words, refused)
        try Data("Không phải bảng tính".utf8).write(to: URL(fileURLWithPath: workbook))
        let broken = ["budget", "plan", BudgetDesk.task, "--file", "du-toan.xlsx"]
        try Golden.expect("budget-plan-not-a-workbook", broken, try desk.run(broken))
        #expect(try desk.head() == before)
    }

    @Test("a workbook filled for one desk gives another the same estimate")
    func carried() throws {
        let (first, second) = (try BudgetDesk(steps: 1), try BudgetDesk(steps: 0))
        let workbook = first.folder.file("du-toan.xlsx")
        #expect(try first.run(["budget", "template", BudgetDesk.task, "--output", workbook, "--quiet"]).exit == 0)
        let words = ["budget", "plan", BudgetDesk.task, "--file", workbook, "--actor", BudgetDesk.officer, "--date", "2022-06-20"]
        let recorded = try second.run(words)
        #expect(recorded.exit == 0, "\(recorded.error)")
        let plans = try [first, second].map { desk in
            let answer = try JSONValue(parsing: try desk.run(["budget", "show", BudgetDesk.task, "--format", "json"]).output)
            return Set(answer["plan"]?["lines"]?.array?.map { $0.canonicalText } ?? [])
        }
        #expect(plans[0] == plans[1] && plans[0].count == 6)
    }
}
