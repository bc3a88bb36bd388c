public import CanonicalJSON
import DelimitedText

/// Plain cells under named columns, for programs and spreadsheets.
public struct Sheet: Sendable, Hashable {
    /// The names of the columns.
    public var header: [String]
    /// The rows, each with a cell for every column.
    public var rows: [[String]]

    /// A sheet.
    public init(header: [String], rows: [[String]]) {
        self.header = header
        self.rows = rows
    }

    /// The rows after RFC 4180, formulas made harmless.
    public var csv: String {
        CSVWriter().text([header] + rows)
    }
}

extension Sheet {
    /// The sheet that a JSON answer makes: a list gives a row for each element, one object a single row.
    ///
    /// The columns are the fields' names in order of appearance; fields of an object within are joined with a dot
    /// (`quorum.holds`), a list of plain values is joined with `|`, any other list stays JSON.
    /// - Parameter columns: those that come first, also where no row has them: a list that may be empty has its header all the same.
    public init(json: JSONValue, columns known: [String] = []) {
        let records = json.array ?? [json]
        let columns = SheetColumns(of: records, after: known)
        self.init(header: columns.header, rows: records.map(columns.row))
    }
}

/// The columns that the records of a JSON answer make.
struct SheetColumns {
    private(set) var header: [String]
    private var places: [String: Int]

    /// The known ones, and behind them the fields' names in order of appearance.
    init(of records: some Sequence<JSONValue>, after known: [String]) {
        header = known
        places = Dictionary(known.enumerated().map { ($1, $0) }) { first, _ in first }
        for record in records {
            for (name, _) in Self.flat(record) where places[name] == nil {
                places[name] = header.count
                header.append(name)
            }
        }
    }

    /// A record's cells.
    func row(_ record: JSONValue) -> [String] {
        var row = [String](repeating: "", count: header.count)
        for (name, cell) in Self.flat(record) {
            if let place = places[name] { row[place] = cell }
        }
        return row
    }

    private static func flat(_ value: JSONValue) -> [(String, String)] {
        guard let object = value.object else { return [("value", cell(value))] }
        return object.flatMap { member -> [(String, String)] in
            guard let inner = member.value.object, !inner.isEmpty else { return [(member.key, cell(member.value))] }
            return flat(member.value).map { ("\(member.key).\($0.0)", $0.1) }
        }
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .string(let text): return text
        case .array(let elements):
            let isPlain = elements.allSatisfy { $0.array == nil && $0.object == nil }
            return isPlain ? elements.map(cell).joined(separator: "|") : value.canonicalText
        case .object(let object): return object.isEmpty ? "" : value.canonicalText
        }
    }
}
