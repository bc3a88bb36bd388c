/// Keeps a spreadsheet from running a cell of somebody's text as a formula (OWASP, CSV injection).
///
/// A cell that begins like a formula gets an apostrophe in front. `removed` undoes exactly that, so nothing is lost on the way back.
public enum FormulaGuard {
    /// The cell as it may be opened in a spreadsheet.
    public static func added(to cell: String) -> String {
        isMistakable(cell) ? "'" + cell : cell
    }

    /// The cell without the apostrophe that `added` put there; any other cell as it is.
    public static func removed(from cell: String) -> String {
        cell.utf8.first == UInt8(ascii: "'") && startsLikeFormula(cell.drop { $0 == "'" }) ? String(cell.dropFirst()) : cell
    }

    private static func isMistakable(_ cell: String) -> Bool {
        switch cell.utf8.first {
        case nil: return false
        case UInt8(ascii: "'"): return startsLikeFormula(cell.drop { $0 == "'" })
        default: return startsLikeFormula(cell[...]) && !isNumber(cell)
        }
    }

    private static func startsLikeFormula(_ text: Substring) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    /// A sign and digits with points or commas between them, such as `-1.500.000`.
    private static func isNumber(_ cell: String) -> Bool {
        let digits = cell.utf8.dropFirst()
        return digits.contains { isDigit($0) } && digits.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
