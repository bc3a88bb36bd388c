import Diagrams
import Indicators
import LifecycleModel
import Pages
import Services
import Store

extension PortfolioPage {
    /// The figures that matter first.
    var glance: HTML {
        let overdue = digest.overview.overdue
        var tiles = [
            tile(say("Nhiệm vụ", "Tasks"), "\(digest.overview.statistics.tasks)"),
            tile(
                say("Hạn đã quá", "Deadlines overdue"),
                "\(overdue.count)",
                say("của \(Set(overdue.map(\.task)).count) nhiệm vụ", "of \(Set(overdue.map(\.task)).count) tasks"),
                isLate: !overdue.isEmpty
            ),
            tile(say("Ngân sách đã giao", "State money allotted"), digest.money.allotted.short(in: Speech.language)),
            tile(
                say("Tạm ứng quá hạn thanh toán", "Advances overdue"),
                digest.money.overdue.short(in: Speech.language),
                isLate: digest.money.overdue > .zero
            ),
        ]
        if let use = digest.use, let report = use.years.first(where: { $0.year == day.year }) {
            let target = use.entry.target(for: report.year)
            tiles.append(
                tile(
                    say("Kết quả được ứng dụng, \(report.year)", "Results in use, \(report.year)"),
                    report.figure.localPercent.map { "\($0) %" } ?? "–",
                    target.map { say("mục tiêu \($0.year): \($0.figure.text)", "target for \($0.year): \($0.figure.text)") },
                    isLate: target?.figure.number.flatMap { report.figure.gap(to: $0) }.map { $0 < .zero } ?? false
                )
            )
        }
        tiles += [
            tile(
                say("Kết quả quá hạn chưa ứng dụng", "Results overdue for use"),
                "\(digest.unused.count)",
                isLate: !digest.unused.isEmpty
            ),
            tile(say("Cảnh báo sớm đã quá", "Early warnings passed"), "\(digest.duties.count(where: \.isEarlyWarning))"),
            tile(say("Tổ chức nợ báo cáo", "Hosts that owe reports"), "\(digest.missing.count)", isLate: !digest.missing.isEmpty),
        ]
        return .element(
            "section",
            ["aria-label": say("Tổng quan", "At a glance")],
            .element("dl", ["class": "tiles"], tiles)
        )
    }

    private func tile(_ name: String, _ figure: String, _ beside: String? = nil, isLate: Bool = false) -> HTML {
        let words = beside.map { [HTML.element("dd", [:], $0)] } ?? []
        return .element(
            "div",
            [:],
            [.element("dt", [:], name), .element("dd", isLate ? ["class": "late"] : [:], figure)] + words
        )
    }

    /// Where tasks stand.
    var tasks: Section {
        let counts = digest.overview.stageCounts(stages)
        let title = say("Nhiệm vụ theo giai đoạn", "Tasks by stage")
        let chart = RowChart(
            title: title,
            subtitle: say("\(digest.overview.statistics.tasks) nhiệm vụ", "\(digest.overview.statistics.tasks) tasks"),
            rows: counts.map { RowChart.Row(name: $0.label, value: Int64($0.count), figure: "\($0.count)") }
        )
        let words = counts.map { "\($0.label): \($0.count)" }.joined(separator: "; ")
        return Section(id: "stages", title: title, body: [.figure(chart.svg(), saying: "\(title). \(words)")] + indicators)
    }

    /// The indicators that the tasks themselves give.
    private var indicators: [HTML] {
        guard !digest.computed.isEmpty else { return [] }
        let rows = digest.computed.map { entry, value in
            let target = entry.target(for: day.year)
            let gap = value?.number.flatMap { value in target?.figure.number.flatMap { try? value.subtracting($0) } }
            return [
                "\(entry.number). \(entry.name[Speech.language])", entry.baseline.text, value?.text ?? "–",
                target.map { $0.year == day.year ? $0.figure.text : "\($0.figure.text) (\($0.year))" } ?? "–",
                gap.map { ($0 > .zero ? "+" : "") + $0.rounded(decimals: 1)[Speech.language] } ?? "",
            ]
        }
        return [
            PageTable(
                say("Chỉ tiêu tính từ hồ sơ, năm \(day.year)", "Indicators worked out of the record, \(day.year)"),
                columns: [
                    PageTable.Column(say("Chỉ tiêu", "Indicator")), PageTable.Column(say("Hiện trạng", "Baseline"), isNumeric: true),
                    PageTable.Column(say("Giá trị", "Value"), isNumeric: true),
                    PageTable.Column(say("Mục tiêu", "Target"), isNumeric: true),
                    PageTable.Column(say("Khoảng cách", "Gap"), isNumeric: true),
                ],
                rows: rows
            ).html
        ]
    }

    /// Deadlines overdue, by who owes them.
    var overdue: Section {
        let title = say("Hạn đã quá", "Deadlines overdue")
        let clocks = digest.overview.overdue
        guard !clocks.isEmpty else { return Section(id: "overdue", title: title, body: [note(say("Không có.", "None."))]) }
        let owners = digest.overview.overdueByOwner.map { item in
            [
                stages.role(item.owner), "\(item.count)", item.oldest.due.shown, item.oldest.task,
                stages.deadline(item.oldest),
            ]
        }
        let table = PageTable(
            say("Theo người chịu trách nhiệm", "By who owes them"),
            columns: [
                PageTable.Column(say("Ai chịu", "Who")), PageTable.Column(say("Số hạn", "Number"), isNumeric: true),
                PageTable.Column(say("Lâu nhất từ", "Oldest since"), isWhole: true),
                PageTable.Column(say("Nhiệm vụ", "Task"), isWhole: true),
                PageTable.Column(say("Việc", "What")),
            ],
            rows: owners
        ).html
        // Warnings of this program have a part of their own.
        let others = clocks.filter { $0.machine != "result" }.map { clock in
            [
                clock.task, stages.deadline(clock), stages.role(clock.owner),
                host(clock.host), clock.due.shown, "\(clock.due.days(to: day))",
            ]
        }
        let rest = list(
            say("Từng hạn, cảnh báo sớm để riêng", "One by one, early warnings apart"),
            [
                PageTable.Column(say("Nhiệm vụ", "Task"), isWhole: true), PageTable.Column(say("Việc", "What")),
                PageTable.Column(say("Ai chịu", "Who")),
                PageTable.Column(say("Tổ chức chủ trì", "Host")), PageTable.Column(say("Hạn", "Due"), isWhole: true),
                PageTable.Column(say("Quá (ngày)", "Days late"), isNumeric: true),
            ],
            others,
            rest: "nhiemvu task list --overdue"
        )
        return Section(id: "overdue", title: title, body: [table] + rest)
    }
}
