import CanonicalJSON
import LifecycleModel
import Rules
import Store
import Terminal

/// Tasks that are listed for their deadlines: each with the first of them, what is due and who owes it.
struct DueList {
    private let rows: [TaskRow]
    private let first: [String: First]
    private let count: Int
    private let day: CivilDate

    /// A task's first deadline: what it is and who owes it, by its name and in words.
    private struct First {
        let id, owner, what, who: String

        init(_ deadline: OpenDeadline, _ labels: RegimeLabels) {
            (id, owner) = (deadline.id, deadline.owner)
            let regime = labels.regime(deadline.definition)
            what = regime?.deadlineLabel(deadline.machine, deadline.id) ?? deadline.id
            who = regime?.roleLabel(deadline.owner) ?? deadline.owner
        }
    }

    /// - Parameters:
    ///   - rows: the tasks in their order.
    ///   - deadlines: open clocks in the order of their last days, those of other tasks among them.
    init(rows: [TaskRow], deadlines: [OpenDeadline], labels: RegimeLabels, day: CivilDate) {
        self.rows = rows
        let listed = Set(rows.map(\.code))
        (first, count) = deadlines.reduce(into: ([:], 0)) { found, deadline in
            guard listed.contains(deadline.task) else { return }
            found.1 += 1
            if found.0[deadline.task] == nil { found.0[deadline.task] = First(deadline, labels) }
        }
        self.day = day
    }

    var list: LongList<JSONValue> {
        LongList(rows) { [first] row in
            guard var object = row.json.object else { return row.json }
            object["next_due_kind"] = JSONValue(first[row.code]?.id)
            object["next_due_owner"] = JSONValue(first[row.code]?.owner)
            return .object(object)
        }
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
            rows: LongList(rows) { [first, day] row in
                [
                    StyledText(row.code, .accent), StyledText(row.title),
                    StyledText(row.nextDue?.shown ?? "", row.nextDue.map { $0 < day } ?? false ? .bad : .plain),
                    StyledText(first[row.code]?.who ?? ""), StyledText(first[row.code]?.what ?? ""),
                ]
            }
        )
    }
}
