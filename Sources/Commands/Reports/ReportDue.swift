import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Terminal

/// `nhiemvu report due`
struct ReportDue: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "due",
            abstract: say("Báo cáo nào đến hạn khi nào.", "Which report is due when."),
            discussion: say(
                "Ngày cuối để gửi là ngày trước hạn. Ví dụ: nhiemvu report due --now 2025-11-01 --within 60",
                "The last day to send a report is the eve of its day. Example: nhiemvu report due --now 2025-11-01 --within 60"
            )
        )
    }

    @Option(help: ArgumentHelp(say("Trong bao nhiêu ngày tới.", "Within so many days."), valueName: say("ngày", "days"))) var within = 60
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (0...3660).contains(within) else {
            throw ValidationError(say("--within từ 0 đến 3660 ngày", "--within is 0 to 3660 days"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        let calendar = try library.reportCalendar()
        let today = context.today
        let span = today...today.adding(days: within)
        var rows = calendar.due(in: span).map { due in
            Row(
                last: due.covers.upperBound,
                report: due.entry.id,
                label: due.entry.label[Speech.language],
                covers: due.covers,
                receiver: due.entry.receiver[Speech.language],
                source: due.entry.source
            )
        }
        if let form = try library.reports().form {
            for year in span.lowerBound.year - 1...span.upperBound.year {
                for due in form.dues {
                    guard let last = due.lastDay(reportOn: year), span.contains(last), let first = CivilDate(year: year, month: 1, day: 1),
                        let end = CivilDate(year: year, month: 12, day: 31)
                    else { continue }
                    rows.append(
                        Row(
                            last: last,
                            report: form.id,
                            label: form.label[Speech.language],
                            covers: first...end,
                            receiver: due.who[Speech.language],
                            source: due.standing == "assumed" ? say("giả định: ", "assumed: ") + due.basis : due.basis
                        )
                    )
                }
            }
        }
        rows.sort { ($0.last, $0.report, $0.receiver) < ($1.last, $1.report, $1.receiver) }
        let table = Table(
            columns: [
                Table.Column(say("Chậm nhất", "Last day"), minimumWidth: 10),
                Table.Column(say("Còn", "Days"), alignment: .right, isWhole: true),
                Table.Column(say("Báo cáo", "Report"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                Table.Column(say("Kỳ số liệu", "Covers"), minimumWidth: 21, isWhole: true),
                Table.Column(say("Nơi nhận, người lập", "To, by"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap, dropOrder: 1),
                Table.Column(say("Căn cứ", "Source"), shrinkPriority: 3, minimumWidth: 14, overflow: .wrap, dropOrder: 2),
            ],
            rows: rows.map { row in
                [
                    StyledText(row.last.shown), StyledText("\(today.days(to: row.last))"), StyledText(row.label, .strong),
                    StyledText("\(row.covers.lowerBound.shown)–\(row.covers.upperBound.shown)"), StyledText(row.receiver),
                    StyledText(row.source, .faint),
                ]
            }
        )
        let none = Paragraph(StyledText(say("Không có báo cáo nào đến hạn", "No report is due"), .faint))
        let json = JSONValue.array(rows.map(\.json))
        let columns = ["last_day", "report", "label", "from", "until", "receiver", "source"]
        return Answer(Report(json: json, blocks: [rows.isEmpty ? none : table], sheet: Sheet(json: json, columns: columns)))
    }

    private struct Row {
        let last: CivilDate
        let report, label: String
        let covers: ClosedRange<CivilDate>
        let receiver, source: String

        var json: JSONValue {
            [
                "last_day": last.json, "report": .string(report), "label": .string(label), "from": covers.lowerBound.json,
                "until": covers.upperBound.json, "receiver": .string(receiver), "source": .string(source),
            ]
        }
    }
}
