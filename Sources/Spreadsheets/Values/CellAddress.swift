/// A cell of a sheet by row and column, both from 1: `B7` is row 7, column 2.
public struct CellAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The rows a sheet has.
    public static let rows = 1...1_048_576
    /// The columns a sheet has: A to XFD.
    public static let columns = 1...16_384

    /// The row, from 1.
    public let row: Int
    /// The column, from 1.
    public let column: Int

    /// A cell by row and column, both from 1.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `B7`, `$B$7`; nil for anything else and outside a sheet.
    public init?(_ text: String) {
        var bytes = Substring(text).utf8
        if bytes.first == UInt8(ascii: "$") { bytes.removeFirst() }
        var column = 0
        while let byte = bytes.first, case let letter = byte & 0xDF, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) {
            column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
            guard Self.columns.contains(column) else { return nil }
            bytes.removeFirst()
        }
        if column > 0, bytes.first == UInt8(ascii: "$") { bytes.removeFirst() }
        guard column > 0, let first = bytes.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first),
            let row = Int(Substring(bytes)), Self.rows.contains(row)
        else { return nil }
        self.init(row: row, column: column)
    }

    /// Whether it lies in a sheet.
    public var isInSheet: Bool { Self.rows.contains(row) && Self.columns.contains(column) }

    /// The letters of a column from 1: `A`, `Z`, `AA`.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The address as people write it: `B7`.
    public var description: String { Self.letters(ofColumn: column) + String(row) }

    /// The address that stays when a formula is copied: `$B$7`.
    public var absolute: String { "$\(Self.letters(ofColumn: column))$\(row)" }

    /// Row by row, within a row from left to right.
    public static func < (left: CellAddress, right: CellAddress) -> Bool {
        (left.row, left.column) < (right.row, right.column)
    }
}
