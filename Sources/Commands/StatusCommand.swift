import ArgumentParser
import AuditTrail
import CanonicalJSON
import Indicators
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
                Quá hạn đếm từng hạn đang chạy đã qua ngày cuối; một nhiệm vụ có thể có nhiều hạn; cảnh báo sớm kể riêng.
                «nhiemvu task list --overdue» kể từng nhiệm vụ, cả nhiệm vụ chỉ có cảnh báo sớm đã quá.
                Kinh phí xếp theo năm của danh mục: mỗi dòng cộng toàn bộ kinh phí, cho cả thời gian thực hiện, của các nhiệm vụ thuộc danh mục năm đó.

                Ví dụ: nhiemvu status --now 2025-11-21
                """,
                """
                Overdue counts each running deadline whose last day has passed; a task may have several; early warnings are told apart.
                "nhiemvu task list --overdue" names the tasks, those with nothing but a passed early warning too.
                Money stands by year of the list: each row adds up the whole money, over all years of their life, of the tasks on that year's list.

                Example: nhiemvu status --now 2025-11-21
                """
            )
        )
    }

    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        // The overview of tasks and money does not wait for a folder of rules.
        let library = try? context.library().indicators()
        return try store.read { reader in
            // Seconds, where there are hundreds of thousands of tasks.
            var bar = context.console.progress(Phrase(vi: "Đọc danh mục", en: "Reading the portfolio"), total: 3)
            defer { bar.finish() }
            let overview = try Overview(on: context.today, in: reader)
            bar.advance(to: 1)
            let use = try library.flatMap { try UseFigures(by: $0, today: context.today, in: reader) }
            bar.advance(to: 2)
            let view = StatusView(
                overview: overview,
                use: use,
                hasLibrary: library != nil,
                labels: StageLabels(try reader.definitions(), overview.positions, reader),
                names: try PartyNames(reader),
                troubles: try JobTroubles(on: context.today, in: reader),
                day: context.today
            )
            return Answer(Report(json: view.json, blocks: view.blocks))
        }
    }
}

extension Overview {
    /// How many tasks stand in each stage that has any, in the order of life.
    func stageCounts(_ labels: StageLabels) -> [(id: String, label: String, count: Int)] {
        let counts = Dictionary(positions.map { ($0.position.stage, $0.count) }, uniquingKeysWith: +)
        let known = labels.stages.map { (id: $0.id, label: $0.label, count: counts[$0.id] ?? 0) }
        let others = counts.keys.filter { id in !labels.stages.contains { $0.id == id } }.sorted().map {
            (id: $0, label: $0, count: counts[$0] ?? 0)
        }
        return (known + others).filter { $0.count > 0 }
    }

    /// How many deadlines each role let pass, most first, with the oldest of them.
    var overdueByOwner: [(owner: String, count: Int, oldest: OpenDeadline)] {
        var owners: [String: (count: Int, oldest: OpenDeadline)] = [:]
        for row in overdue {
            let known = owners[row.owner] ?? (0, row)
            owners[row.owner] = (known.count + 1, row.due < known.oldest.due ? row : known.oldest)
        }
        return owners.map { (owner: $0.key, count: $0.value.count, oldest: $0.value.oldest) }
            .sorted { ($1.count, $0.owner) < ($0.count, $1.owner) }
    }
}

/// How the overview looks.
struct StatusView {
    let overview: Overview
    /// The share of results in use by year; nil where no rule file says how it is counted.
    let use: UseFigures?
    /// Whether the rule files could be read.
    let hasLibrary: Bool
    let labels: StageLabels
    let names: PartyNames
    let troubles: JobTroubles
    let day: CivilDate

    private var stageCounts: [(id: String, label: String, count: Int)] { overview.stageCounts(labels) }
    private var overdueByOwner: [(owner: String, count: Int, oldest: OpenDeadline)] { overview.overdueByOwner }

    var json: JSONValue {
        [
            "on": day.json, "tasks": JSONValue(overview.statistics.tasks), "events": JSONValue(overview.statistics.events),
            "stages": .array(stageCounts.map { ["stage": .string($0.id), "label": .string($0.label), "count": JSONValue($0.count)] }),
            "overdue": .array(
                overview.overdue.map {
                    [
                        "task": .string($0.task), "machine": .string($0.machine), "number": .int($0.number), "kind": .string($0.id),
                        "due": $0.due.json, "owner": .string($0.owner), "basis": JSONValue($0.basis),
                        "host": JSONValue($0.host),
                    ]
                }
            ),
            "early_warnings_passed": JSONValue(overview.warnings.count),
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
                (use?.years ?? []).map { report in
                    var row: JSONObject = ["year": JSONValue(report.year)]
                    for member in report.figure.json.object ?? JSONObject() { row[member.key] = member.value }
                    row["base"] = JSONValue(use?.entry.baseline.text)
                    row["target"] = JSONValue(use?.entry.target(for: report.year)?.figure.text)
                    return .object(row)
                }
            ),
            "indicator_20_terms": use?.indicator.terms.json ?? .null,
            "jobs": troubles.json,
            "log": ["size": .int(overview.head.size), "root": .string(overview.head.root.description)],
        ]
    }

    var blocks: [any Block] {
        let total = Int64(max(overview.statistics.tasks, 1))
        var blocks: [any Block] = [
            Heading(say("Danh mục nhiệm vụ KH&CN · \(day.shown)", "Science tasks · \(day)")),
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
        blocks += troubles.blocks
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
        guard !overview.overdue.isEmpty else { return [Paragraph(StyledText(say("Quá hạn: không có", "Overdue: none"), .strong))] + warned }
        let clocks = overview.overdue.count
        let tasks = Set(overview.overdue.lazy.map(\.task)).count
        let rows = overdueByOwner.map { item in
            [
                StyledText(labels.role(item.owner)), StyledText("\(item.count)", .bad), StyledText(item.oldest.due.shown),
                StyledText(item.oldest.task, .accent), StyledText(labels.deadline(item.oldest)),
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
        ] + warned
    }

    /// What nobody planned, named or proved yet of results.
    private var warned: [any Block] {
        guard !overview.warnings.isEmpty else { return [] }
        let (count, tasks) = (overview.warnings.count, Set(overview.warnings.lazy.map(\.task)).count)
        return [
            Paragraph(
                StyledText(
                    say(
                        "Ngoài ra \(count) cảnh báo sớm về ứng dụng kết quả của \(tasks) nhiệm vụ đã quá ngày («nhiemvu followup due»)",
                        "Besides, \(count) early warnings about the use of results of \(tasks) tasks have passed (\"nhiemvu followup due\")"
                    ),
                    .warning
                )
            )
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
        guard let use else {
            return hasLibrary
                ? []
                : [
                    Paragraph(
                        StyledText(
                            say(
                                "Tỷ lệ ứng dụng chưa tính được: thư mục quy tắc không đọc được («nhiemvu rules check»).",
                                "The share of results in use cannot be told: the folder of rules cannot be read (\"nhiemvu rules check\")."
                            ),
                            .warning
                        )
                    )
                ]
        }
        guard !use.years.isEmpty else { return [] }
        let aim = use.entry.target(for: day.year)
        let aims = aim.map { say(", mục tiêu \($0.year): \($0.figure.text)", ", target for \($0.year): \($0.figure.text)") } ?? ""
        let months = use.indicator.terms.months
        return [
            Heading(
                say(
                    "Chỉ tiêu \(use.entry.number): kết quả được ứng dụng sau nghiệm thu \(months) tháng (gốc \(use.entry.baseline.text)\(aims))",
                    "Indicator \(use.entry.number): results in use \(months) months after acceptance (base \(use.entry.baseline.text)\(aims))"
                ),
                level: 2
            ),
            BarChart(
                use.years.map { report in
                    let figure = report.figure
                    let open =
                        figure.open == 0 ? "" : say("  (\(figure.open) chưa đủ thời gian)", "  (\(figure.open) not due yet)")
                    let target = use.entry.target(for: report.year)?.figure.number.flatMap { try? $0.multiplied(by: Fraction(10)).floor }
                    return BarChart.Row(
                        "\(report.year)",
                        ShareBar(value: figure.tenths ?? 0, of: 1000, target: target),
                        figures: StyledText(figure.denominator == 0 ? "–" : figure.shown) + StyledText(open, .faint)
                    )
                },
                widestBar: 30
            ),
            Paragraph(StyledText(use.indicator.terms.phrase[Speech.language], .faint)),
        ]
    }
}
