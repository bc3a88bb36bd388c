import Documents
import Indicators
import LifecycleModel
import Services
import Store

/// The sections about tasks: stages, what happened, deadlines.
extension PeriodView {
    /// Rows of a long list that stand in the paper; the heading says how many there are.
    static let listed = 20

    static func stages(_ overview: Overview, _ labels: StageLabels) -> PeriodSection {
        let counts = Dictionary(overview.positions.filter(\.isOpen).map { ($0.position.stage, $0.count) }, uniquingKeysWith: +)
        let stages = labels.stages.filter { counts[$0.id] ?? 0 > 0 }
        let rows = stages.map { ($0.label, Int64(counts[$0.id] ?? 0)) }
        let open = rows.reduce(0) { $0 + $1.1 }
        let ended = overview.positions.filter { !$0.isOpen }.reduce(0) { $0 + $1.count }
        return PeriodSection(
            id: "stages",
            heading: say("Danh mục nhiệm vụ theo giai đoạn", "The portfolio by stage"),
            texts: [
                say(
                    "\(open) nhiệm vụ đang trong quy trình, \(ended) nhiệm vụ đã kết thúc.",
                    "\(open) tasks are in progress, the life of \(ended) is over."
                )
            ],
            columns: [
                PeriodSection.Column(id: "stage", title: say("Giai đoạn", "Stage"), width: 60),
                PeriodSection.Column(id: "tasks", title: say("Số nhiệm vụ", "Tasks"), width: 20, isFigure: true),
            ],
            rows: rows.map { [.text($0.0), .number($0.1)] },
            chart: PaperChart(
                title: say("Số nhiệm vụ theo giai đoạn", "Tasks by stage"),
                categories: rows.map(\.0),
                series: [PaperChart.Series(say("Nhiệm vụ", "Tasks"), rows.map(\.1))]
            )
        )
    }

    static func moves(_ figures: PeriodFigures) -> PeriodSection {
        PeriodSection(
            id: "moves",
            heading: say("Việc xảy ra trong kỳ", "What happened in the period"),
            columns: [
                PeriodSection.Column(id: "what", title: say("Nội dung", "What"), width: 40),
                PeriodSection.Column(id: "count", title: say("Số nhiệm vụ", "Tasks"), width: 14, isFigure: true),
                PeriodSection.Column(id: "tasks", title: say("Mã nhiệm vụ", "Codes"), width: 46),
            ],
            rows: figures.moves.map {
                [.text($0.move.label[Speech.language]), .number(Int64($0.tasks.count)), .codes($0.tasks)]
            },
            chart: PaperChart(
                title: say("Số nhiệm vụ theo việc xảy ra trong kỳ", "Tasks by what happened"),
                categories: figures.moves.map { $0.move.label[Speech.language] },
                series: [PaperChart.Series(say("Nhiệm vụ", "Tasks"), figures.moves.map { Int64($0.tasks.count) })]
            )
        )
    }

    static func deadlines(_ figures: PeriodFigures, _ overview: Overview, _ labels: StageLabels) -> PeriodSection {
        let kept = figures.deadlines
        let shown = overview.overdue.prefix(listed)
        var texts = [
            say(
                "Thời hạn đến hạn trong kỳ: \(kept.met) đúng hạn, \(kept.late) trễ hạn, \(kept.open) đã quá mà chưa xong, \(kept.suspended) tạm dừng, \(kept.running) chưa tới.",
                "Deadlines that fell into the period: \(kept.met) met, \(kept.late) late, \(kept.open) passed and open, \(kept.suspended) suspended, \(kept.running) still to come."
            ), say("Đang quá hạn: \(overview.overdue.count).", "Overdue now: \(overview.overdue.count)."),
        ]
        if overview.overdue.count > shown.count {
            texts.append(say("Bảng nêu \(shown.count) thời hạn quá lâu nhất.", "The table has the \(shown.count) oldest."))
        }
        return PeriodSection(
            id: "deadlines",
            heading: say("Thời hạn", "Deadlines"),
            texts: texts,
            columns: [
                PeriodSection.Column(id: "due", title: say("Hạn", "Due"), width: 15),
                PeriodSection.Column(id: "task", title: say("Nhiệm vụ", "Task"), width: 18),
                PeriodSection.Column(id: "what", title: say("Việc", "What"), width: 42),
                PeriodSection.Column(id: "owner", title: say("Trách nhiệm", "Who answers"), width: 25),
            ],
            rows: shown.map { row in
                [
                    .text(row.lastDay.shown), .text(row.task), .text(labels.deadline(row)),
                    .text(labels.role(row.owner)),
                ]
            }
        )
    }
}
