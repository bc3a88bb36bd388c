import LifecycleModel
import Spreadsheets

extension Workbook {
    /// One of everything that can be written; formulas over 200 rows of amounts.
    static var everything: Workbook {
        Workbook(
            title: "Dự toán kinh phí",
            author: "Sở Khoa học và Công nghệ",
            createdOn: CivilDate(year: 2026, month: 1, day: 15) ?? .earliest,
            sheets: [estimate, looks, words],
            names: [
                DefinedName("tong_cong", sheet: "Dự toán", range: CellRange(CellAddress(row: lines + 3, column: 4))),
                DefinedName("loai", sheet: "Danh mục", range: CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 3, column: 1))),
            ]
        )
    }

    private static let lines = 200

    private static var estimate: WorkbookSheet {
        var rows = [
            WorkbookRow([.text("DỰ TOÁN KINH PHÍ", style: .title)]),
            WorkbookRow(["Nội dung", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"].map { .text($0, style: .header) }),
        ]
        var total: Int64 = 0
        for line in 1...Int64(lines) {
            // Amounts of every length up to twelve digits.
            let price = (line * line * 7_654_321) % (line % 2 == 0 ? 1_000_000_000 : 10_000) + 1
            total += line * price
            let row = line + 2
            rows.append(
                WorkbookRow([
                    .text("Khoản \(line)"), .whole(line, style: .text, isInput: true), .whole(price, isInput: true),
                    .formula("B\(row)*C\(row)", gives: line * price),
                ])
            )
        }
        let end = lines + 2
        rows.append(
            WorkbookRow([
                .text("Tổng cộng", style: .total), .blank(style: .total), .blank(style: .total),
                .formula("SUM(D3:D\(end))", gives: total, style: .total),
            ])
        )
        return WorkbookSheet(
            name: "Dự toán",
            rows: rows,
            columnWidths: [40, 12, 18, 20],
            frozenRows: 2,
            repeatedRows: 2...2,
            isProtected: true,
            merged: [CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: 4))],
            validations: [
                CellValidation(
                    CellRange(CellAddress(row: 3, column: 2), CellAddress(row: end, column: 3)),
                    .whole(0...ExactDecimal.largestWhole),
                    message: "Nhập số nguyên không âm"
                )
            ]
        )
    }

    private static var looks: WorkbookSheet {
        let contents: [Cell.Content] = [
            .text("=1+1"), .text("  hai đầu \"<&>\"\n_x0041_ "), .text("+84 'x"), .number(ExactDecimal(ExactDecimal.largestWhole)),
            .number(ExactDecimal(-ExactDecimal.largestWhole)), .number(ExactDecimal("0.125") ?? .zero),
            .number(ExactDecimal("123456789.012345") ?? .zero), .number(ExactDecimal("1e-7") ?? .zero), .number(.zero),
            .date(CivilDate(year: 2026, month: 12, day: 31) ?? .latest), .date(CivilDate(year: 1900, month: 3, day: 1) ?? .latest),
            .formula("IF(1<2,\"đủ\",\"thiếu\")", result: .text("đủ")), .formula("1/8", result: .number(ExactDecimal("0.125") ?? .zero)),
            .formula("\"\"", result: .text("")), .formula("0", result: .number(.zero)),
            .formula("COUNTA(loai)", result: .number(ExactDecimal(3))),
            .formula("'Dự toán'!D3", result: .number(ExactDecimal(4322))),
        ]
        let rows = CellStyle.allCases.flatMap { style in
            [false, true].map { isInput in
                WorkbookRow(contents.filter { $0.fits(style) }.map { Cell($0, style: style, isInput: isInput) })
            }
        }
        return WorkbookSheet(name: "Cách trình bày", rows: rows, frozenColumns: 1, isLandscape: false)
    }

    private static var words: WorkbookSheet {
        let one = CellRange(CellAddress(row: 1, column: 2))
        return WorkbookSheet(
            name: "Danh mục",
            rows: ["khoán chi", "không khoán chi", "đối ứng"].map { WorkbookRow([.text($0), .blank(isInput: true)]) },
            validations: [
                CellValidation(one, .oneOf(["có", "không"]), message: "Chọn có hoặc không"),
                CellValidation(
                    CellRange(CellAddress(row: 2, column: 2)),
                    .oneOfCells(sheet: "Danh mục", range: CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 3, column: 1))),
                    message: "Chọn trong danh mục"
                ),
                CellValidation(
                    CellRange(CellAddress(row: 3, column: 2)),
                    .date((CivilDate(year: 2026, month: 1, day: 1) ?? .earliest)...(CivilDate(year: 2026, month: 12, day: 31) ?? .latest)),
                    message: "Ngày trong năm 2026"
                ),
            ]
        )
    }
}

extension Cell.Content {
    /// Whether a number in it can be told from a day, once it has this look.
    fileprivate func fits(_ style: CellStyle) -> Bool {
        switch self {
        case .number, .formula(_, .number): style != .date
        case .date: style == .date
        case .blank, .text, .formula(_, .text): true
        }
    }
}
