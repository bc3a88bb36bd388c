import ArgumentParser
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu followup show TASK`
struct FollowUpShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Kết quả của một nhiệm vụ: đăng ký, giao nộp, kế hoạch, minh chứng, cảnh báo, báo cáo, kết luận.",
                "A task's results: promised, delivered, planned, proved; warnings, reports, verdict."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu followup show NV-2021-001
                  nhiemvu followup show NV-2021-001 --known-on 2025-06-30
                """,
                """
                Examples:
                  nhiemvu followup show NV-2021-001
                  nhiemvu followup show NV-2021-001 --known-on 2025-06-30
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(
        help: ArgumentHelp(
            say("Như đã biết vào ngày này: bỏ mọi điều ghi sau đó.", "As known on that day: without what was recorded later."),
            valueName: say("ngày", "date")
        )
    )
    var knownOn: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try knownOn.map { try CivilDate(argument: $0, option: "--known-on") }
        return try context.openStore(readOnly: true).read { reader in
            guard let history = try ResultHistory(of: code, knownOn: day, in: reader) else {
                throw UseCaseFault(
                    .badData,
                    "not-yet-known",
                    Phrase(
                        vi: "Đến \(day?.vietnamese ?? "") chưa ghi gì về \(code)",
                        en: "By \(day?.description ?? "") nothing was on record of \(code)"
                    )
                )
            }
            let view = try FollowUpView(history, day: day ?? context.today, in: reader)
            return Answer(Report(json: view.json, blocks: view.blocks, sheet: Sheet(json: view.sheet)))
        }
    }
}
