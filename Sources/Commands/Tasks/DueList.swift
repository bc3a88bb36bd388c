import CanonicalJSON
import LifecycleModel
import Rules
import Store
import Terminal

/// Tasks that are listed for their deadlines: each with the first of them, what is due and who owes it.
struct DueList {
    private let rows: [TaskRow]
    private let first: [String: OpenDeadline]
    private let count: Int
    private let labels: RegimeLabels
    private let day: CivilDate

    /// - Parameters:
    ///   - rows: the tasks in their order.
    ///   - deadlines: open clocks in the order of their last days, those of other tasks among them.
    init(rows: [TaskRow], deadlines: [OpenDeadline], labels: RegimeLabels, day: CivilDate) {
        self.rows = rows
        let listed = Set(rows.map(\.code))
        let theirs = deadlines.filter { listed.contains($0.task) }
        first = Dictionary(theirs.map { ($0.task, $0) }) { earlier, _ in earlier }
        count = theirs.count
        self.labels = labels
        self.day = day
    }

    var json: JSONValue {
        .array(
            rows.map { row in
                guard var object = row.json.object else { return row.json }
                object["next_due_kind"] = JSONValue(first[row.code]?.id)
                object["next_due_owner"] = JSONValue(first[row.code]?.owner)
                return .object(object)
            }
        )
    }

    var blocks: [any Block] {
        let summary = Paragraph(
            StyledText(
                Message.count(rows.count, "nhiệm vụ", one: "task", many: "tasks")[Speech.language] + ", "
                    + Message.count(count, "hạn", one: "deadline", many: "deadlines")[Speech.language],
                .faint
            )
        )
        return rows.isEmpty ? [summary] : [table, summary]
    }

    private var table: Table {
        Table(
            columns: [
                Table.Column(say("Mã", "Code"), minimumWidth: 20),
                Table.Column(say("Tên nhiệm vụ", "Title"), shrinkPriority: 1, minimumWidth: 16),
                Table.Column(say("Hạn", "Due"), minimumWidth: 10),
                Table.Column(say("Ai chịu", "Who"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Việc", "What"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
            ],
            rows: rows.map { row in
                let clock = first[row.code]
                let regime = labels.regime(row.definition)
                return [
                    StyledText(row.code, .accent), StyledText(row.title),
                    StyledText(row.nextDue?.shown ?? "", row.nextDue.map { $0 < day } ?? false ? .bad : .plain),
                    StyledText(clock.map { regime?.roleLabel($0.owner) ?? $0.owner } ?? ""),
                    StyledText(clock.map { regime?.deadlineLabel($0.machine, $0.id) ?? $0.id } ?? ""),
                ]
            }
        )
    }
}
