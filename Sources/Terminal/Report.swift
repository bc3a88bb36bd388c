public import CanonicalJSON
import DelimitedText

/// What a command prints: the same answer for people, programs and spreadsheets.
///
/// Of a long list each of the three is work, so only the one that is wanted is made (`OutputFormat.wanted`).
public struct Report: Sendable {
    private var json: JSONValue?
    private var list: LongList<JSONValue>?
    private var records: LongList<JSONValue>?
    private var columns: [String] = []
    /// What people are shown; nil when something else was wanted.
    public private(set) var blocks: [any Block]?
    private var sheet: Sheet?

    /// An answer whose sheet has the fields of the JSON as columns.
    public init(json: @autoclosure () throws -> JSONValue, blocks: @autoclosure () throws -> [any Block]) rethrows {
        try self.init(json: json(), blocks: blocks(), sheet: nil)
    }

    /// An answer.
    ///
    /// - Parameters:
    ///   - json: the answer for programs.
    ///   - blocks: the answer for people, from top to bottom.
    ///   - sheet: the answer for spreadsheets; nil: the fields of the JSON.
    public init(
        json: @autoclosure () throws -> JSONValue,
        blocks: @autoclosure () throws -> [any Block],
        sheet: @autoclosure () throws -> Sheet?
    ) rethrows {
        if Self.wants(.json) { self.json = try json() }
        if Self.wants(.table) { self.blocks = try blocks() }
        if Self.wants(.csv) { self.sheet = try sheet() ?? Sheet(json: json()) }
    }

    /// A long list: for programs an array and for spreadsheets rows, written one by one.
    ///
    /// - Parameters:
    ///   - list: the answer for programs, element by element.
    ///   - records: what the rows of the sheet are made of; nil: the elements of the list.
    ///   - columns: names of the sheet's first columns.
    ///   - blocks: the answer for people, from top to bottom.
    public init(
        list: LongList<JSONValue>,
        records: LongList<JSONValue>? = nil,
        columns: [String] = [],
        blocks: @autoclosure () throws -> [any Block]
    ) rethrows {
        (self.list, self.records, self.columns) = (list, records ?? list, columns)
        if Self.wants(.table) { self.blocks = try blocks() }
    }

    private static func wants(_ format: OutputFormat) -> Bool { OutputFormat.wanted.map { $0 == format } ?? true }

    /// The whole text that goes to stdout in a format, ended by a line break; empty in a format that was not wanted when it was made, but for long lists.
    public func text(as format: OutputFormat, on screen: Screen) -> String {
        var text = ""
        write(as: format, on: screen) { text += $0 }
        return text
    }

    /// Hands on that text piece by piece.
    public func write<Failure: Error>(
        as format: OutputFormat,
        on screen: Screen,
        _ take: (String) throws(Failure) -> Void
    ) throws(Failure) {
        switch format {
        case .table: try writePage(on: screen, take)
        case .json:
            if let list {
                try list.eachPrettyPiece(take)
                try take("\n")
            } else if let json {
                try take(json.prettyText() + "\n")
            }
        case .csv:
            if let records {
                let columns = SheetColumns(of: records, after: columns)
                try take(CSVWriter().text([columns.header]))
                for record in records { try take(CSVWriter().text([columns.row(record)])) }
            } else if let sheet {
                try take(sheet.csv)
            }
        }
    }

    /// The blocks one below the other with a blank line between them, but none after a heading.
    private func writePage<Failure: Error>(on screen: Screen, _ take: (String) throws(Failure) -> Void) throws(Failure) {
        var isBelow = false
        for block in blocks ?? [] {
            var isFirst = true
            try block.eachLine(on: screen) { line throws(Failure) in
                if isFirst, isBelow { try take("\n") }
                isFirst = false
                try take(line.rendered(on: screen) + "\n")
            }
            if !isFirst { isBelow = !(block is Heading) }
        }
    }
}
