import ArgumentParser
import CanonicalJSON
import Jobs
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu job history [NAME]`
struct JobHistory: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "history",
            abstract: say("Các lần chạy gần đây, mới nhất trước.", "Recent runs, newest first."),
            discussion: say("Ví dụ: nhiemvu job history deadlines --limit 30", "Example: nhiemvu job history deadlines --limit 30")
        )
    }

    @Argument(help: ArgumentHelp(say("Tên việc (mặc định mọi việc).", "Name of the job (default all)."), valueName: say("tên", "name")))
    var name: String?
    @Option(help: ArgumentHelp(say("Nhiều nhất bao nhiêu lần.", "At most so many runs."), valueName: say("số", "number"))) var limit = 20
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError(say("--limit từ 1 đến 10000", "--limit is 1 to 10000")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let job = try name.flatMap { try JobSet.names($0).count == 1 ? $0 : nil }
        let runs = try context.openStore(readOnly: true).read { try $0.jobRuns(of: job, limit: limit) }
        let table = Table(
            columns: [
                Table.Column(say("Lúc", "At"), minimumWidth: 16),
                Table.Column(say("Việc", "Job"), minimumWidth: 12),
                Table.Column(say("Cho ngày", "For"), minimumWidth: 10),
                Table.Column(say("Kết quả", "Outcome"), minimumWidth: 8),
                Table.Column(say("Xem/làm/từ chối/hỏng", "Looked/changed/refused/failed"), minimumWidth: 12),
                Table.Column(say("Ghi chú", "Notes"), shrinkPriority: 1, minimumWidth: 10, dropOrder: 1),
                Table.Column(say("Máy", "Machine"), shrinkPriority: 2, minimumWidth: 8, dropOrder: 2),
            ],
            rows: runs.map { run in
                [
                    StyledText(String(run.startedAt.description.prefix(16)).replacing("T", with: " ")), StyledText(run.job, .strong),
                    StyledText(run.day.shown), run.outcomeText,
                    StyledText("\(run.counts.lookedAt)/\(run.counts.changed)/\(run.counts.refused)/\(run.counts.failed)"),
                    StyledText(run.notes.map { $0[Speech.language] }.joined(separator: "; ")), StyledText(run.holder, .faint),
                ]
            }
        )
        let none = Paragraph(StyledText(say("Chưa có lần chạy nào.", "There was no run yet."), .faint))
        return Answer(
            Report(
                json: .array(runs.map(\.json)),
                blocks: runs.isEmpty ? [none] : [table],
                sheet: Sheet(json: .array(runs.map(\.json)), columns: Self.columns)
            )
        )
    }

    static let columns = [
        "job", "day", "outcome", "holder", "started_at", "ended_at", "looked_at", "changed", "refused", "failed", "rules",
    ]
}
