import ArgumentParser
import CanonicalJSON
import Foundation
import Jobs
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu job run NAME|all`
struct JobRunCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run",
            abstract: say(
                "Chạy một việc, hoặc tất cả theo thứ tự, bù mọi ngày từ lần chạy trước.",
                "Run a job, or all of them in order, for every day since the last run."
            ),
            discussion: say(
                """
                Chạy lại, chạy hai nơi cùng lúc hay sau khi máy tắt giữa chừng đều cho đúng kết quả của chạy hằng ngày. --dry-run chạy thử trên
                một bản sao của kho rồi bỏ đi; với --now là xem trước một ngày mai sau.
                Mã kết thúc: 0 xong; 2 có thứ không làm được, đã để riêng và sẽ thử lại; 75 máy khác đang chạy; 69 kho hay đĩa hỏng.
                Ví dụ:
                  nhiemvu job run all
                  nhiemvu job run deadlines --now 2027-01-15 --dry-run
                """,
                """
                Running again, in two places at once, or after a machine went down gives exactly what daily runs would have given. --dry-run tries
                it on a copy of the store and throws that away; with --now it is a look at a day to come.
                Exit codes: 0 done; 2 something could not be done, is set aside and tried again; 75 another machine runs it; 69 store or disk failed.
                Examples:
                  nhiemvu job run all
                  nhiemvu job run deadlines --now 2027-01-15 --dry-run
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Tên việc, hoặc all.", "Name of the job, or all."), valueName: say("tên", "name"))) var name: String
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @Flag(help: ArgumentHelp(say("Mỗi việc một dòng khóa=giá trị, cho nhật ký hệ thống.", "One line key=value a job, for system logs.")))
    var lines = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let names = try JobSet.names(name)
        try requireNear(context)
        guard dryRun else { return try run(names, in: context, on: try context.openStore()) }
        return try TrialStore.with(context) { store in try run(names, in: context, on: store) }
    }

    /// What is written for a day to come stays written; a year that was mistyped should not be.
    private func requireNear(_ context: CommandContext) throws {
        let ahead = context.now.civilDate.days(to: context.today)
        guard ahead > 366, !dryRun, !options.yes else { return }
        throw UseCaseFault(
            .usage,
            "day-far-ahead",
            Phrase(
                vi: "\(context.today.vietnamese) còn \(ahead) ngày nữa mới tới; những gì ghi cho ngày đó không xóa được",
                en: "\(context.today) is \(ahead) days ahead; what is written for it cannot be taken back"
            ),
            hint: Phrase(
                vi: "Xem trước bằng --dry-run, hoặc thêm --yes nếu thật sự muốn ghi",
                en: "Look at it with --dry-run, or add --yes if it really is to be written"
            )
        )
    }

    private func run(_ names: [JobName], in context: CommandContext, on store: any Store) throws -> Answer {
        let set = JobSet(context: context, isTrial: dryRun)
        let surroundings = try context.surroundings(store)
        let rules = try? context.library().fingerprint()
        var bars: [JobName: (bar: ProgressBar, total: Int)] = [:]
        var runs: [JobRunRow] = []
        var troubles: [JobName: ExitStatus] = [:]
        for (day, name) in try JobDay.plan(names, upTo: context.today, in: store) where troubles[name] == nil {
            let runner = JobRunner(
                surroundings.on(day),
                holder: JobHolder.own,
                isTrial: dryRun,
                rules: rules,
                isGone: JobHolder.isGone,
                trustsClock: options.yes,
                clock: { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
                progress: { name, done, total in
                    var own = bars[name] ?? (context.console.progress(name.label, total: total), total)
                    own.bar.advance(to: min(done, own.total))
                    bars[name] = own
                }
            )
            do { runs.join(try runner.run(set.job(name))) } catch  where names.count > 1 {
                // What keeps one job from running is no reason to leave the others out.
                let trouble = ErrorReport(translating: error) ?? .unknown(error)
                troubles[name] = trouble.exit
                runs.join(broken(name, trouble, on: day, in: context))
            }
            var bar = bars.removeValue(forKey: name)?.bar
            bar?.finish()
        }
        if lines { for run in runs { try StandardStream.output.write(run.line + "\n") } }
        let view = JobRunsView(runs: runs, isTrial: dryRun, isSingle: names.count == 1)
        let failed = runs.contains { $0.counts.failed > 0 }
        let exits = names.compactMap { troubles[$0] }
        let exit = exits.first { $0 == .unavailable } ?? exits.first ?? (failed ? .faultsFound : .done)
        let sheet = Sheet(json: .array(runs.map(\.json)), columns: JobHistory.columns)
        return Answer(lines ? nil : Report(json: view.json, blocks: view.blocks, sheet: sheet), exit: exit)
    }

    /// The row of a job that could not be run, or broke off.
    private func broken(_ name: JobName, _ trouble: ErrorReport, on day: CivilDate, in context: CommandContext) -> JobRunRow {
        let note = trouble.hint.map { hint in
            Phrase(vi: "\(trouble.message.vi) \(hint.vi)", en: "\(trouble.message[.en]) \(hint[.en])")
        }
        return JobRunRow(
            job: name.rawValue,
            day: day,
            holder: "",
            startedAt: context.now,
            endedAt: context.now,
            outcome: "failed",
            notes: [note ?? trouble.message]
        )
    }
}
