/// Writes rows as RFC 4180 has them, so that a spreadsheet opens them without running anything.
public struct CSVWriter: Sendable, Hashable {
    /// What ends a row.
    public enum LineEnding: String, Sendable, Hashable {
        /// As RFC 4180 has it.
        case carriageReturnLineFeed = "\r\n"
        /// As Unix tools have it.
        case lineFeed = "\n"
    }

    /// The sign between cells.
    public var delimiter: Delimiter
    /// What ends a row.
    public var lineEnding: LineEnding

    /// A writer.
    public init(delimiter: Delimiter = .comma, lineEnding: LineEnding = .carriageReturnLineFeed) {
        self.delimiter = delimiter
        self.lineEnding = lineEnding
    }

    /// The rows as one text, the last row ended like the others.
    public func text(_ rows: some Sequence<[String]>) -> String {
        var text = ""
        for row in rows { append(row, to: &text) }
        return text
    }

    /// Appends one row with its line ending. A row of one empty cell is written as `""`, for a blank line would be no row.
    public func append(_ row: [String], to text: inout String) {
        if row == [""] {
            text += "\"\""
        } else {
            for (index, cell) in row.enumerated() {
                if index > 0 { text.append(delimiter.rawValue) }
                text += quoted(FormulaGuard.added(to: cell))
            }
        }
        text += lineEnding.rawValue
    }

    /// Quotes where the cell holds a delimiter, a quote or a line break, begins or ends with a blank that a reader might trim, or begins with
    /// what at the beginning of a file would be a byte order mark.
    private func quoted(_ cell: String) -> String {
        let needsQuotes =
            cell.unicodeScalars.first == "\u{FEFF}"
            || cell.utf8.contains {
                $0 == UInt8(ascii: "\"") || $0 == delimiter.byte || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
            }
            || cell.utf8.first == UInt8(ascii: " ") || cell.utf8.last == UInt8(ascii: " ")
        guard needsQuotes else { return cell }
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
