import ArgumentParser

/// `nhiemvu job …`
struct JobGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "job",
            abstract: say(
                "Việc chạy theo lịch: thời hạn, nhắc việc, gửi thư, sao lưu…",
                "Batch jobs: deadlines, reminders, messages, backups…"
            ),
            discussion: say("Ví dụ: nhiemvu job run all", "Example: nhiemvu job run all"),
            subcommands: [JobRunCommand.self, JobList.self, JobHistory.self, JobLetters.self, JobResend.self]
        )
    }
}
