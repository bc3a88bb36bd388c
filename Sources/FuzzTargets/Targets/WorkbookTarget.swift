import LifecycleModel
import Spreadsheets

extension FuzzTarget {
    /// Workbooks by their parts: cells in order, each once, within the sheet, all text composed.
    static let workbook = FuzzTarget("workbook", share: 3) { (bytes) throws(FuzzFinding) in
        guard let archive = PartsText.archive(of: bytes), let workbook = try? WorkbookReader().workbook(in: archive) else { return }
        for sheet in workbook.sheets {
            try expect(VietnameseText.isComposed(sheet.name), "the name of a sheet is not composed")
            var row = 0
            for found in sheet.rows {
                try expect(found.number > row, "rows out of order: \(found.number) behind \(row)")
                row = found.number
                var column = 0
                for cell in found.cells {
                    try expect(cell.address.row == row && cell.address.column > column, "cells out of order: \(cell.address)")
                    column = cell.address.column
                    if case .text(let text) = cell.content { try expect(VietnameseText.isComposed(text), "a text is not composed") }
                    try expect(sheet[cell.address] == cell, "a cell is not found at its address")
                }
            }
        }
    }
}
