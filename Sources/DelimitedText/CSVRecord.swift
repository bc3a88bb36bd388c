/// One row of a delimited text with its place.
public struct CSVRecord: Sendable, Hashable {
    /// The row as a spreadsheet counts: the first is 1, blank ones count, a line break inside quotes does not.
    public let row: Int
    /// The line of the text on which it begins, from 1.
    public let line: Int
    /// The cells without their quotes; bytes that are not UTF-8 have become U+FFFD.
    public let cells: [String]
    /// Where its bytes stand in the text.
    public let bytes: Range<Int>
}

/// Why a row is not delimited text.
public struct CSVFault: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Kind: Sendable, Hashable {
        /// A quote opens a cell and none closes it before the end of the text.
        case unclosedQuote
        /// Something other than a delimiter follows the closing quote.
        case textAfterQuote
    }

    /// What is wrong.
    public let kind: Kind
    /// The row, counted as in `CSVRecord`.
    public let row: Int
    /// The line on which the cell begins.
    public let line: Int
    /// The cell, from 1.
    public let cell: Int
}
