import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu status`
struct StatusCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "status",
            abstract: say("Toàn cảnh một màn hình cho người quản lý.", "The manager's one-screen overview."),
            discussion: say(
                """
                Quá hạn đếm từng hạn đang chạy đã qua ngày cuối; một nhiệm vụ có thể có nhiều hạn («nhiemvu task list --overdue» kể từng nhiệm vụ).
                Kinh phí xếp theo năm của danh mục: mỗi dòng cộng toàn bộ kinh phí, cho cả thời gian thực hiện, của các nhiệm vụ thuộc danh mục năm đó.

                Ví dụ: nhiemvu status --now 2025-11-21
                """,
                """
                Overdue counts each running deadline whose last day has passed; a task may have several ("nhiemvu task list --overdue" names the tasks).
                Money stands by year of the list: each row adds up the whole money, over all years of their life, of the tasks on that year's list.

                Example: nhiemvu status --now 2025-11-21
                """
            )
        )
    }

    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        return try store.read { reader in
            let overview = try Overview(on: context.today, in: reader)
            let view = StatusView(
                overview: overview,
                labels: StageLabels(try reader.definitions(), overview.positions, reader),
                names: try PartyNames(reader),
                day: context.today
            )
            return Answer(Report(json: view.json, blocks: view.blocks))
        }
    }
}

/// Labels of stages and roles over all regimes of the store.
struct StageLabels {
    /// Stages in the order of life, with labels.
    let stages: [(id: String, label: String)]
    private let roles: [String: String]
    private let labels: RegimeLabels

    init(_ definitions: [DefinitionRow], _ positions: [PositionCount], _ reader: any StoreReader) {
        let labels = RegimeLabels(reader)
        var stages: [(String, String)] = []
        var roles: [String: String] = [:]
        // The regime most tasks run under sets the order; the others' own stages follow.
        let tasks = Dictionary(positions.map { ($0.regime, $0.count) }, uniquingKeysWith: +)
        let regimes = definitions.compactMap { labels.regime($0.hash) }.sorted { tasks[$0.id] ?? 0 > tasks[$1.id] ?? 0 }
        for regime in regimes {
            for stage in regime.stages where !stages.contains(where: { $0.0 == stage.id }) {
                stages.append((stage.id, stage.label[Speech.language]))
            }
            for (id, role) in regime.roles { roles[id] = role.label[Speech.language] }
        }
        self.stages = stages.map { (id: $0.0, label: $0.1) }
        self.roles = roles
        self.labels = labels
    }

    func role(_ id: String) -> String { roles[id] ?? id }
    /// The label under the definition the clock's task is pinned to: regimes give one identifier to different deadlines.
    func deadline(_ row: DeadlineRow, _ definition: String?) -> String {
        definition.flatMap(labels.regime)?.deadlineLabel(row.machine, row.id) ?? row.id
    }
}

/// How the overview looks.
struct StatusView {
    let overview: Overview
    let labels: StageLabels
    let names: PartyNames
    let day: CivilDate

    /// Share every cohort is measured against: the base of 2025 and the target of 2026 (Kế hoạch 101/KH-UBND, Phụ lục I, chỉ tiêu 20).
    private static let base: Int64 = 50
    private static let target: Int64 = 52

    private var stageCounts: [(id: String, label: String, count: Int)] {
        let counts = Dictionary(overview.positions.map { ($0.position.stage, $0.count) }, uniquingKeysWith: +)
        let known = labels.stages.map { (id: $0.id, label: $0.label, count: counts[$0.id] ?? 0) }
        let others = counts.keys.filter { id in !labels.stages.contains { $0.id == id } }.sorted().map {
            (id: $0, label: $0, count: counts[$0] ?? 0)
        }
        return (known + others).filter { $0.count > 0 }
    }

    private var overdueByOwner: [(owner: String, count: Int, oldest: DeadlineRow)] {
        Dictionary(grouping: overview.overdue, by: \.owner).map { owner, rows in
            (owner, rows.count, rows.min { $0.due < $1.due } ?? rows[0])
        }.sorted { ($1.count, $0.owner) < ($0.count, $1.owner) }
    }

    var json: JSONValue {
        [
            "on": day.json, "tasks": JSONValue(overview.statistics.tasks), "events": JSONValue(overview.statistics.events),
            "stages": .array(stageCounts.map { ["stage": .string($0.id), "label": .string($0.label), "count": JSONValue($0.count)] }),
            "overdue": .array(
                overview.overdue.map {
                    [
                        "task": .string($0.task), "machine": .string($0.machine), "number": .int($0.number), "kind": .string($0.id),
                        "due": $0.due.json, "owner": .string($0.owner), "basis": JSONValue($0.basis),
                        "host": JSONValue(overview.hosts[$0.task]),
                    ]
                }
            ),
            "overdue_by_owner": .array(overdueByOwner.map { ["owner": .string($0.owner), "count": JSONValue($0.count)] }),
            "money": .array(
                overview.money.map {
                    [
                        "year": .int($0.year), "tasks": JSONValue($0.tasks), "state_money": .int($0.state.amount),
                        "counterpart_money": .int($0.counterpart.amount),
                    ]
                }
            ),
            "indicator_20": .array(
                overview.application.map {
                    [
                        "year": JSONValue($0.year), "denominator": JSONValue($0.accepted), "numerator": JSONValue($0.applied),
                        "pending": JSONValue($0.pending), "base_percent": .int(StatusView.base), "target_percent": .int(StatusView.target),
                    ]
                }
            ),
            "log": ["size": .int(overview.head.size), "root": .string(overview.head.root.description)],
        ]
    }

    var blocks: [any Block] {
        let total = Int64(max(overview.statistics.tasks, 1))
        var blocks: [any Block] = [
            Heading(say("Danh mục nhiệm vụ KH&CN · \(day.vietnamese)", "Science tasks · \(day)")),
            BarChart(
                stageCounts.map { stage in
                    BarChart.Row(stage.label, ShareBar(value: Int64(stage.count), of: total), figures: StyledText("\(stage.count)"))
                },
                widestBar: 30
            ),
        ]
        blocks += overdueBlocks
        blocks += moneyBlocks
        blocks += indicatorBlocks
        blocks.append(
            Paragraph(
                StyledText(
                    say(
                        "\(overview.statistics.tasks) nhiệm vụ, \(overview.head.size) sự kiện; gốc nhật ký ",
                        "\(overview.statistics.tasks) tasks, \(overview.head.size) events; log root "
                    ),
                    .faint
                ) + StyledText(String(overview.head.root.description.prefix(16)) + "…", .faint)
            )
        )
        return blocks
    }

    private var overdueBlocks: [any Block] {
        guard !overview.overdue.isEmpty else { return [Paragraph(StyledText(say("Quá hạn: không có", "Overdue: none"), .strong))] }
        let clocks = overview.overdue.count
        let tasks = Set(overview.overdue.map(\.task)).count
        let rows = overdueByOwner.map { item in
            [
                StyledText(labels.role(item.owner)), StyledText("\(item.count)", .bad), StyledText(item.oldest.due.vietnamese),
                StyledText(item.oldest.task, .accent), StyledText(labels.deadline(item.oldest, overview.definitions[item.oldest.task])),
            ]
        }
        return [
            Heading(
                say(
                    "Quá hạn: \(clocks) hạn của \(tasks) nhiệm vụ",
                    "Overdue: \(clocks) \(clocks == 1 ? "deadline" : "deadlines") of \(tasks) \(tasks == 1 ? "task" : "tasks")"
                ),
                level: 2
            ),
            Table(
                columns: [
                    Table.Column(say("Ai chịu", "Who"), shrinkPriority: 1), Table.Column(say("Số hạn", "No."), alignment: .right),
                    Table.Column(say("Lâu nhất", "Oldest")), Table.Column(say("Nhiệm vụ", "Task")),
                    Table.Column(say("Việc", "What"), shrinkPriority: 2, minimumWidth: 12),
                ],
                rows: rows
            ),
        ]
    }

    private var moneyBlocks: [any Block] {
        guard !overview.money.isEmpty else { return [] }
        return [
            Heading(
                say("Kinh phí của nhiệm vụ đã phê duyệt, theo năm của danh mục", "Money of awarded tasks, by year of the list"),
                level: 2
            ),
            Table(
                columns: [
                    Table.Column(say("Danh mục năm", "List of")), Table.Column(say("Nhiệm vụ", "Tasks"), alignment: .right),
                    Table.Column(say("Ngân sách", "State"), alignment: .right),
                    Table.Column(say("Đối ứng", "Counterpart"), alignment: .right),
                ],
                rows: overview.money.map {
                    [
                        StyledText("\($0.year)"), StyledText("\($0.tasks)"), StyledText($0.state.short(in: Speech.language)),
                        StyledText($0.counterpart.short(in: Speech.language)),
                    ]
                }
            ),
            Paragraph(
                StyledText(
                    say(
                        "Tổng kinh phí cho cả thời gian thực hiện, không phải số chi trong năm.",
                        "Money for the whole life of the tasks, not what is spent in the year."
                    ),
                    .faint
                )
            ),
        ]
    }

    private var indicatorBlocks: [any Block] {
        guard !overview.application.isEmpty else { return [] }
        return [
            Heading(
                say(
                    "Chỉ tiêu 20: ứng dụng thực tiễn sau nghiệm thu 12 tháng (gốc 50 %, mục tiêu 2026: 52 %)",
                    "Indicator 20: in practical use 12 months after acceptance (base 50 %, target for 2026: 52 %)"
                ),
                level: 2
            ),
            BarChart(
                overview.application.map { share in
                    let percent = share.tenthsOfPercent.map { "\($0 / 10)\(say(",", "."))\($0 % 10) %" } ?? "–"
                    let pending =
                        share.pending == 0 ? "" : say("  (\(share.pending) chưa tới tháng 12)", "  (\(share.pending) not yet at month 12)")
                    return BarChart.Row(
                        "\(share.year)",
                        ShareBar(
                            value: Int64(share.applied) * 100,
                            of: Int64(max(share.accepted, 1)) * 100,
                            target: Int64(share.accepted) * StatusView.target
                        ),
                        figures: StyledText("\(share.applied)/\(share.accepted) = \(percent)") + StyledText(pending, .faint)
                    )
                },
                widestBar: 30
            ),
        ]
    }
}
