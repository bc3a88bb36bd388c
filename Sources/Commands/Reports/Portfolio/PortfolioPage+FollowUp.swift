import Indicators
import LifecycleModel
import Pages
import Services
import Store

extension PortfolioPage {
    /// Results nobody is proved to use, with whom to ask.
    var unused: Section {
        let title = say("Kết quả đã quá tháng cuối mà chưa ứng dụng", "Results past their last month and not in use")
        guard !digest.unused.isEmpty else { return Section(id: "unused", title: title, body: [note(say("Không có.", "None."))]) }
        let rows = digest.unused.map { item in
            [
                item.result.key, item.result.name, item.result.programme.map { programmes[$0] ?? $0 } ?? "", item.result.acceptedOn.shown,
                item.lastDay.shown, "\(item.lastDay.days(to: day))",
                ([host(item.result.host)] + item.people.prefix(3).map(\.name)).filter { !$0.isEmpty }.joined(separator: ", "),
            ]
        }
        let columns = [
            PageTable.Column(say("Mã", "Code"), isWhole: true), PageTable.Column(say("Kết quả", "Result")),
            PageTable.Column(say("Chương trình", "Programme")), PageTable.Column(say("Nghiệm thu", "Accepted"), isWhole: true),
            PageTable.Column(say("Ngày cuối", "Last day"), isWhole: true),
            PageTable.Column(say("Quá (ngày)", "Days over"), isNumeric: true),
            PageTable.Column(say("Đôn đốc", "Whom to chase")),
        ]
        return Section(
            id: "unused",
            title: title,
            body: list(
                say("\(rows.count) kết quả, lâu nhất trước", "\(rows.count) results, the longest first"),
                columns,
                rows,
                rest: "nhiemvu indicator records \(digest.use?.entry.number ?? 0) --year \(digest.unused.first?.lastDay.year ?? day.year)"
            )
        )
    }

    /// The early warnings, soonest first.
    var warnings: Section {
        let title = say("Cảnh báo sớm đã quá ngày", "Early warnings passed")
        let warnings = digest.duties.filter(\.isEarlyWarning)
        guard !warnings.isEmpty else { return Section(id: "warnings", title: title, body: [note(say("Không có.", "None."))]) }
        let kinds = Dictionary(grouping: warnings, by: \.id).sorted { $0.key < $1.key }.map { _, own in
            [
                own.first?.label[Speech.language] ?? "", "\(own.count)", "\(Set(own.map(\.task)).count)",
                own.first.map { $0.due.shown } ?? "",
            ]
        }
        let summary = PageTable(
            say("Theo loại", "By kind"),
            columns: [
                PageTable.Column(say("Cảnh báo", "Warning")), PageTable.Column(say("Số", "Number"), isNumeric: true),
                PageTable.Column(say("Nhiệm vụ", "Tasks"), isNumeric: true),
                PageTable.Column(say("Lâu nhất từ", "Oldest since"), isWhole: true),
            ],
            rows: kinds
        ).html
        // The latest ones can still be mended in time; the oldest stand among the results not in use.
        let rows = warnings.reversed().map { duty in
            [
                duty.task, duty.result ?? "", duty.label[Speech.language], duty.due.shown, duty.chased.words(names),
            ]
        }
        let columns = [
            PageTable.Column(say("Nhiệm vụ", "Task"), isWhole: true), PageTable.Column(say("Kết quả", "Result")),
            PageTable.Column(say("Cảnh báo", "Warning")), PageTable.Column(say("Ngày", "Day"), isWhole: true),
            PageTable.Column(say("Đôn đốc", "Whom to chase")),
        ]
        let words = note(
            say(
                "Cảnh báo sớm do phần mềm đặt, không phải thời hạn của luật.",
                "Early warnings are this program's own and no deadlines of the law."
            )
        )
        return Section(
            id: "warnings",
            title: title,
            body: [summary] + list(say("Mới nhất trước", "The latest first"), columns, rows, rest: "nhiemvu followup due") + [words]
        )
    }

    /// Hosts that owe reports.
    var reports: Section {
        let title = say("Tổ chức chủ trì còn nợ báo cáo", "Hosts that owe reports")
        guard !digest.missing.isEmpty else { return Section(id: "reports", title: title, body: [note(say("Không có.", "None."))]) }
        let rows = digest.missing.map { item in
            [
                item.host.isEmpty ? say("(không rõ)", "(not named)") : host(item.host), "\(item.reports)", "\(item.tasks)",
                item.oldest.shown,
            ]
        }
        let columns = [
            PageTable.Column(say("Tổ chức", "Host")), PageTable.Column(say("Báo cáo", "Reports"), isNumeric: true),
            PageTable.Column(say("Nhiệm vụ", "Tasks"), isNumeric: true),
            PageTable.Column(say("Lâu nhất từ", "Oldest since"), isWhole: true),
        ]
        let caption = say(
            "Báo cáo định kỳ, ứng dụng, thương mại hóa đã quá hạn",
            "Periodic, application, commercialisation reports overdue"
        )
        return Section(id: "reports", title: title, body: list(caption, columns, rows, rest: "nhiemvu task list --overdue"))
    }
}
