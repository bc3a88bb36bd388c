import DelimitedText

extension FuzzTarget {
    /// CSV: rows stand one after the other in the text, what is written reads back the same, and no cell is a formula.
    static let csv = FuzzTarget("csv", share: 8) { (bytes) throws(FuzzFinding) in
        for delimiter in [nil, Delimiter.comma, .semicolon] {
            let rows = try rows(of: bytes, delimiter)
            for writer in [CSVWriter(), CSVWriter(delimiter: .semicolon, lineEnding: .lineFeed)] {
                let text = Array(writer.text(rows).utf8)
                let again = try Self.rows(of: text, writer.delimiter)
                // A row of blanks alone is no row to anybody who reads.
                let inked = rows.filter { $0.count > 1 || $0[0].utf8.contains { $0 != 0x20 && $0 != 0x09 } }
                try expect(again == inked, "rows read back as others: \(again.prefix(2)) for \(inked.prefix(2))")
                try expectNoFormulas(in: text, writer.delimiter)
            }
        }
    }

    private static func rows(of bytes: [UInt8], _ delimiter: Delimiter?) throws(FuzzFinding) -> [[String]] {
        var reader = CSVReader(bytes, delimiter: delimiter)
        var rows: [[String]] = []
        var end = 0
        while true {
            let record: CSVRecord
            do throws(CSVFault) {
                guard let next = try reader.next() else { return rows }
                record = next
            } catch {
                try expect(error.row >= 1 && error.line >= 1 && error.cell >= 1, "a fault outside of the text: \(error)")
                continue
            }
            try expect(record.bytes.lowerBound >= end && record.bytes.upperBound <= bytes.count, "a row outside of the text: \(record)")
            try expect(!record.cells.isEmpty && record.line >= 1 && record.row >= 1, "a row of nothing")
            end = record.bytes.upperBound
            rows.append(record.cells)
        }
    }

    /// No cell of a written text begins as spreadsheets begin a formula, unless it is a number.
    private static func expectNoFormulas(in text: [UInt8], _ delimiter: Delimiter) throws(FuzzFinding) {
        var isQuoted = false
        var atStart = true
        for (place, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case delimiter.byte where !isQuoted, 0x0A where !isQuoted, 0x0D where !isQuoted:
                atStart = true
                continue
            default:
                if atStart {
                    let isSign = "=+-@\t\r\n".utf8.contains(byte)
                    let next = place + 1 < text.count ? text[place + 1] : 0
                    let isNumber = (48...57).contains(next) || next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
                    try expect(!isSign || isNumber, "a cell begins like a formula at byte \(place)")
                }
                atStart = false
                continue
            }
            if !isQuoted { atStart = false }
        }
    }
}
