public import LifecycleModel

/// The columns of an estimate as a table.
enum EstimateColumn: String, TableColumn {
    case item, year, source, amount
    case lumpSum = "lump_sum"

    var vietnamese: [String] {
        switch self {
        case .item: ["nội dung chi", "nội dung", "mã nội dung", "khoản chi"]
        case .year: ["năm", "năm ngân sách"]
        case .source: ["nguồn", "nguồn kinh phí", "nguồn vốn"]
        case .amount: ["số tiền", "kinh phí", "thành tiền"]
        case .lumpSum: ["khoán", "giao khoán", "đề nghị khoán"]
        }
    }

    var isRequired: Bool { self == .item || self == .amount }
}

/// A row of an estimate as it stands in a file; what its words mean only the rules can tell.
public struct EstimateRow: Sendable, Hashable {
    /// The row as a spreadsheet counts.
    public let row: Int
    /// The item, or the word for a sum.
    public let item: String
    /// The budget year; nil when the cell is empty.
    public let year: Int?
    /// The source; nil when the cell is empty.
    public let source: String?
    /// The amount.
    public let amount: Dong
    /// What is said of the lump sum; nil when the cell is empty.
    public let lumpSum: String?
}

/// Reads the rows of an estimate.
public enum EstimateRows {
    /// The rows that could be read, and every fault of the others.
    public static func read(_ bytes: [UInt8], named name: String) -> (rows: [EstimateRow], faults: [ImportFault]) {
        var faults = FaultList(limit: 1000)
        var rows: [EstimateRow] = []
        _ = TableReader<EstimateColumn>(named: name).read(bytes, faults: &faults) { row in
            let year = row.number(.year, within: CivilDate.years)
            let amount = row.money(.amount)
            guard row.isSound, let item = row.text(.item), let amount else { return }
            rows.append(
                EstimateRow(
                    row: row.source.row,
                    item: item,
                    year: year,
                    source: row.text(.source),
                    amount: amount,
                    lumpSum: row.text(.lumpSum)
                )
            )
        }
        return (rows, faults.faults)
    }
}
