import EstimateSheets
import Importing
import LifecycleModel
import LumpSum
import Rules
import Spreadsheets

/// A small law: labour and travel may be lump-summed, equipment may not.
enum Fixture {
    static let law = BudgetLaw(
        rules: BudgetRules(
            items: [
                BudgetRules.Item(id: "labour", label: Phrase(vi: "Thù lao", en: "Labour"), mayBeLumpSum: true, basis: "Điều 1"),
                BudgetRules.Item(id: "travel", label: Phrase(vi: "Công tác", en: "Travel"), mayBeLumpSum: true, basis: "Điều 2"),
                BudgetRules.Item(
                    id: "assets",
                    label: Phrase(vi: "Mua tài sản", en: "Assets"),
                    mayBeLumpSum: false,
                    isAsset: true,
                    basis: "Điều 3"
                ),
            ],
            limits: [
                BudgetRules.Limit(
                    id: "travel-share",
                    label: Phrase(vi: "Công tác vượt mức"),
                    items: ["travel"],
                    most: .parameter("share"),
                    whole: .total
                )
            ],
            labour: BudgetRules.Labour(
                item: "labour",
                month: .parameter("month"),
                coefficients: [.investigator: .parameter("one"), .member: .parameter("half")]
            )
        ),
        parameters: [
            "share": Parameter(value: .fraction(1, 2), unit: .fraction, label: Phrase(vi: "Tỷ lệ"), basis: "Điều 4", standing: .model),
            "month": Parameter(value: .integer(40_000_000), unit: .dong, label: Phrase(vi: "Tháng"), basis: "Điều 5", standing: .model),
            "one": Parameter(value: .fraction(1, 1), unit: .fraction, label: Phrase(vi: "Hệ số"), basis: "Điều 6", standing: .binding),
            "half": Parameter(value: .fraction(1, 2), unit: .fraction, label: Phrase(vi: "Hệ số"), basis: "Điều 6", standing: .binding),
        ]
    )

    /// Labour of 2.5 months, money of the host, equipment outside the lump sum.
    static let estimate = Estimate(
        lines: [
            BudgetLine(item: "labour", year: 2026, amount: 75_000_000, isLumpSum: true),
            BudgetLine(item: "travel", year: 2026, amount: 10_000_000, isLumpSum: false),
            BudgetLine(item: "travel", year: 2027, amount: 5_000_001, isLumpSum: false),
            BudgetLine(item: "travel", year: 2027, source: .counterpart, amount: 7_000_000),
            BudgetLine(item: "assets", year: 2027, amount: 30_000_000),
        ],
        labour: [LabourLine(title: .investigator, months: (try? Fraction(5, over: 2)) ?? .zero, rate: 30_000_000)]
    )

    /// The workbook with an estimate filled in, its cells changed before it is written.
    static func opened(_ estimate: Estimate? = estimate, _ change: (inout Workbook) -> Void = { _ in }) throws -> OpenedWorkbook {
        var workbook = try EstimateTemplate(law: law, subject: "Thử", years: 2026...2027, estimate: estimate).workbook(
            createdOn: CivilDate(year: 2026, month: 1, day: 5) ?? .earliest
        )
        change(&workbook)
        return try WorkbookReader().workbook(in: WorkbookWriter().bytes(of: workbook))
    }

    /// The faults of a workbook, each as `row column: words`.
    static func faults(_ change: (inout Workbook) -> Void) throws -> [String] {
        let workbook = try opened(estimate, change)
        do {
            _ = try EstimateWorkbook(law: law).estimate(in: workbook, named: "a.xlsx")
            return []
        } catch {
            return error.faults.map { "\($0.row ?? 0)\($0.column ?? ""): \($0.message.vi)" + ($0.hint.map { " → \($0.vi)" } ?? "") }
        }
    }

    /// The faults of a table, each as `row column: words`.
    static func faults(csv: String) -> [String] {
        do {
            _ = try EstimateTable(law: law, mode: .partial).estimate(in: Array(csv.utf8), named: "a.csv")
            return []
        } catch {
            return error.faults.map { "\($0.row ?? 0)\($0.column.map { " \($0)" } ?? ""): \($0.message.vi)" }
        }
    }
}

extension Workbook {
    /// The cell at an address of a sheet.
    subscript(sheet: Int, address: String) -> Cell {
        get {
            guard let cell = CellAddress(address) else { return Cell(.blank) }
            return sheets[sheet].rows[cell.row - 1].cells[cell.column - 1]
        }
        set {
            guard let cell = CellAddress(address) else { return }
            sheets[sheet].rows[cell.row - 1].cells[cell.column - 1] = newValue
        }
    }
}
