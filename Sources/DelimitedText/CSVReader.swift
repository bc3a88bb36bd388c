/// Reads delimited text row by row after RFC 4180, with exact rows and lines.
///
/// Rows end with CRLF, LF or CR. Quotes inside a cell that does not begin with one are taken as they are. A row that is not right is
/// thrown as a fault; the next call goes on with the line after the one on which the faulty cell began.
public struct CSVReader {
    private let text: [UInt8]
    private let delimiter: UInt8
    private var position = 0
    private var row = 0
    private var line = 1
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let quote = UInt8(ascii: "\"")

    /// A reader of UTF-8 with or without byte order mark; the delimiter is found in the first row unless one is given.
    public init(_ text: [UInt8], delimiter: Delimiter? = nil) {
        self.text = text
        if text.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
        self.delimiter = (delimiter ?? Delimiter(detectingIn: text[position...])).byte
    }

    /// The next row that is not blank, or nil at the end.
    public mutating func next() throws(CSVFault) -> CSVRecord? {
        while position < text.count {
            row += 1
            let start = position
            let firstLine = line
            let cells = try readCells()
            if cells.count == 1, cells[0].utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
            return CSVRecord(row: row, line: firstLine, cells: cells, bytes: start..<position)
        }
        return nil
    }

    private mutating func readCells() throws(CSVFault) -> [String] {
        var cells: [String] = []
        cells.reserveCapacity(8)
        while true {
            let isQuoted = position < text.count && text[position] == Self.quote
            cells.append(FormulaGuard.removed(from: isQuoted ? try readQuoted(cell: cells.count + 1) : readBare()))
            guard position < text.count, text[position] == delimiter else {
                endLine()
                return cells
            }
            position += 1
        }
    }

    private mutating func readBare() -> String {
        let start = position
        while position < text.count, text[position] != delimiter, !isLineEnd(text[position]) { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private mutating func readQuoted(cell: Int) throws(CSVFault) -> String {
        let (firstLine, opening) = (line, position)
        position += 1
        var content: [UInt8] = []
        var runStart = position
        while position < text.count {
            let byte = text[position]
            if byte == Self.quote {
                content.append(contentsOf: text[runStart..<position])
                position += 1
                guard position < text.count, text[position] == Self.quote else {
                    guard position == text.count || text[position] == delimiter || isLineEnd(text[position]) else {
                        throw recover(.textAfterQuote, cell: cell, opening: opening, line: firstLine)
                    }
                    return String(decoding: content, as: UTF8.self)
                }
                runStart = position
            } else if isLineEnd(byte) {
                if byte == UInt8(ascii: "\n") || position + 1 == text.count || text[position + 1] != UInt8(ascii: "\n") { line += 1 }
            }
            position += 1
        }
        throw recover(.unclosedQuote, cell: cell, opening: opening, line: firstLine)
    }

    /// Goes to the line after the one on which the faulty cell began.
    private mutating func recover(_ kind: CSVFault.Kind, cell: Int, opening: Int, line firstLine: Int) -> CSVFault {
        position = opening
        line = firstLine
        while position < text.count, !isLineEnd(text[position]) { position += 1 }
        endLine()
        return CSVFault(kind: kind, row: row, line: firstLine, cell: cell)
    }

    private mutating func endLine() {
        guard position < text.count else { return }
        if text[position] == UInt8(ascii: "\r"), position + 1 < text.count, text[position + 1] == UInt8(ascii: "\n") { position += 1 }
        position += 1
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }
}
