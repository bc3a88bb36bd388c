import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

/// `nhiemvu task list`
struct TaskList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách nhiệm vụ.", "List tasks."),
            discussion: say(
                """
                Với --overdue hoặc --due-before, mỗi nhiệm vụ kèm hạn sớm nhất: việc gì, ai chịu.

                Ví dụ: nhiemvu task list --find "lua dac san" --overdue
                       nhiemvu task list --due-before 2026-02-01 --sort due
                """,
                """
                With --overdue or --due-before each task comes with its first deadline: what is due, and who owes it.

                Example: nhiemvu task list --find "lua dac san" --overdue
                         nhiemvu task list --due-before 2026-02-01 --sort due
                """
            )
        )
    }

    @OptionGroup var filter: TaskFilterOptions
    @Option(
        help: ArgumentHelp(
            say(
                "Xếp theo: code, title, due, stage (giai đoạn, theo thứ tự của quy trình).",
                "Sort by: code, title, due, stage (in the order of life)."
            ),
            valueName: say("khóa", "key")
        )
    )
    var sort: SortKey = .code
    @OptionGroup var options: GlobalOptions

    enum SortKey: String, ExpressibleByArgument, CaseIterable { case code, title, due, stage }

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        return try store.read { reader in
            let labels = RegimeLabels(reader)
            try filter.check(TaskFilterWords(reader, labels, rules: { try context.library().all() }))
            let rows = sorted(try reader.tasks(filter.filter(on: context.today)), try stageOrder(of: reader))
            if let limit = try filter.dueLimit(on: context.today) {
                let list = DueList(rows: rows, deadlines: try reader.openDeadlines(dueBefore: limit), labels: labels, day: context.today)
                return Answer(Report(list: list.list, blocks: list.blocks))
            }
            let hosts = try Dictionary(
                reader.allRegistered(.organisation).map { ($0.code, $0.value["name"]?.string ?? $0.code) }
            ) { first, _ in first }
            return Answer(
                Report(
                    list: LongList(rows, \.json),
                    columns: Self.columns,
                    blocks: (rows.isEmpty ? [] : [table(rows, labels, hosts, on: context.today)]) + [summary(rows)]
                )
            )
        }
    }

    private static let columns = [
        "code", "title", "regime", "stage", "state", "position", "host", "investigator", "orderer", "programme", "kind", "field", "route",
        "level", "year", "months", "state_money", "counterpart_money", "end", "counts_as", "awarded_on", "accepted_on", "applied_on",
        "flags",
        "next_due", "last_happened_on", "last_event", "definition",
    ]

    /// The place of each stage in the order of life; asked only when it is sorted by.
    private func stageOrder(of reader: any StoreReader) throws -> [String: Int] {
        guard sort == .stage else { return [:] }
        return StageLabels(try reader.definitions(), try reader.tasksByPosition(), reader).order
    }

    private func sorted(_ rows: [TaskRow], _ stages: [String: Int]) -> [TaskRow] {
        switch sort {
        case .code: rows
        case .title:
            rows.map { (VietnameseText.sortKey($0.title), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        case .due: rows.sorted { ($0.nextDue ?? .latest, $0.code) < ($1.nextDue ?? .latest, $1.code) }
        case .stage:
            rows.map { (stages[$0.position.stage] ?? stages.count, $0) }
                .sorted { ($0.0, $0.1.position, $0.1.code) < ($1.0, $1.1.position, $1.1.code) }.map(\.1)
        }
    }

    private func table(_ rows: [TaskRow], _ labels: RegimeLabels, _ hosts: [String: String], on day: CivilDate) -> Table {
        let stands = labels.states(of: rows)
        return Table(
            columns: [
                Table.Column(say("Mã", "Code"), minimumWidth: 20),
                Table.Column(say("Tên nhiệm vụ", "Title"), shrinkPriority: 2, minimumWidth: 24),
                Table.Column(say("Đang ở", "Stands at"), shrinkPriority: 1, minimumWidth: 8),
                Table.Column(say("Chủ trì", "Host"), shrinkPriority: 3, minimumWidth: 8),
                Table.Column(say("Hạn gần nhất", "Next due"), minimumWidth: 10),
            ],
            rows: LongList(rows) { row in
                let late = row.nextDue.map { $0 < day } ?? false
                return [
                    StyledText(row.code, .accent), StyledText(row.title), StyledText(stands[row.definition]?[row.position] ?? ""),
                    StyledText(row.host.map { hosts[$0] ?? $0 } ?? ""), StyledText(row.nextDue?.shown ?? "", late ? .bad : .plain),
                ]
            }
        )
    }

    private func summary(_ rows: [TaskRow]) -> Paragraph {
        Paragraph(StyledText(Message.count(rows.count, "nhiệm vụ", one: "task", many: "tasks")[Speech.language], .faint))
    }
}

extension TaskRow {
    /// The promised fields of a task in lists.
    var json: JSONValue {
        [
            "code": .string(code), "title": .string(title), "regime": .string(regime), "stage": .string(course.position.stage),
            "state": .string(course.position.state), "position": .string(course.position.description), "host": JSONValue(host),
            "investigator": JSONValue(investigator), "orderer": JSONValue(orderer), "programme": JSONValue(programme),
            "kind": JSONValue(kind), "field": JSONValue(field), "route": JSONValue(route), "level": JSONValue(level),
            "year": year.map(JSONValue.int) ?? .null, "months": months.map(JSONValue.int) ?? .null,
            "state_money": stateMoney.map { .int($0.amount) } ?? .null,
            "counterpart_money": counterpartMoney.map { .int($0.amount) } ?? .null, "end": JSONValue(course.end),
            "counts_as": JSONValue(course.countsAs), "awarded_on": course.awardedOn?.json ?? .null,
            "accepted_on": course.acceptedOn?.json ?? .null,
            "applied_on": course.appliedOn?.json ?? .null, "flags": JSONValue(course.flags), "next_due": course.nextDue?.json ?? .null,
            "last_happened_on": course.lastHappenedOn.json, "last_event": .int(course.lastEvent), "definition": .string(definition),
        ]
    }
}
