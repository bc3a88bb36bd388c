import CanonicalJSON
import Importing
import LifecycleModel
import Store
import Terminal

/// What became of a portfolio's tasks, by the year of their list.
struct CohortSummary {
    private struct Row {
        var tasks = 0
        var awarded = 0
        var running = 0
        var accepted = 0
        var applied = 0
        var ended = 0
    }

    private let rows: [(year: Int, row: Row)]

    init(_ portfolio: Portfolio, in reader: any StoreReader) throws {
        let years = Dictionary(portfolio.tasks.map { ($0.value.code.text, $0.value.year ?? $0.value.proposedOn.year) }) { first, _ in first
        }
        var rows: [Int: Row] = [:]
        for task in try reader.tasks(TaskFilter()) {
            guard let year = years[task.code] else { continue }
            var row = rows[year] ?? Row()
            row.tasks += 1
            if task.awardedOn != nil { row.awarded += 1 }
            if task.countsAs.contains("running") { row.running += 1 }
            if task.acceptedOn != nil { row.accepted += 1 }
            if task.appliedOn != nil { row.applied += 1 }
            if let end = task.end, end != "completed" { row.ended += 1 }
            rows[year] = row
        }
        self.rows = rows.sorted { $0.key < $1.key }.map { (year: $0.key, row: $0.value) }
    }

    var json: JSONValue {
        .array(
            rows.map { year, row in
                [
                    "year": JSONValue(year), "tasks": JSONValue(row.tasks), "awarded": JSONValue(row.awarded),
                    "running": JSONValue(row.running),
                    "accepted": JSONValue(row.accepted), "applied": JSONValue(row.applied), "ended_early": JSONValue(row.ended),
                ]
            }
        )
    }

    var table: Table {
        let headings = [
            say("Nhiệm vụ", "Tasks"), say("Đã phê duyệt", "Awarded"), say("Đang thực hiện", "Running"), say("Đã nghiệm thu", "Accepted"),
            say("Đã ứng dụng", "Applied"), say("Kết thúc sớm", "Ended early"),
        ]
        return Table(
            columns: [Table.Column(say("Danh mục năm", "List of"))] + headings.map { Table.Column($0, alignment: .right) },
            rows: rows.map { year, row in
                [StyledText("\(year)")]
                    + [row.tasks, row.awarded, row.running, row.accepted, row.applied, row.ended].map { StyledText("\($0)") }
            }
        )
    }
}
