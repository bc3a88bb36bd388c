import ArgumentParser
import Engine
import LifecycleModel
import Services
import Terminal

/// `nhiemvu followup verify TASK EVIDENCE`
struct FollowUpVerify: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Kiểm tra một minh chứng trên hồ sơ, xác minh tại chỗ, hoặc bác.",
                "Check a piece of evidence on paper, verify it on site, or reject it."
            ),
            discussion: say(
                """
                Người kê khai không tự kiểm tra. Minh chứng đã xác minh vẫn bác được khi về sau thấy sai.
                Ví dụ:
                  nhiemvu followup verify NV-2021-001 2 --paper
                  nhiemvu followup verify NV-2021-001 2 --site --document 08/BB:2025-04-10@bien-ban.pdf
                  nhiemvu followup verify NV-2021-001 2 --reject "Đơn vị xác nhận chưa từng sử dụng"
                """,
                """
                Whoever declared it does not check it. Verified evidence can still be rejected when it turns out wrong.
                Examples:
                  nhiemvu followup verify NV-2021-001 2 --paper
                  nhiemvu followup verify NV-2021-001 2 --site --document 08/BB:2025-04-10@minutes.pdf
                  nhiemvu followup verify NV-2021-001 2 --reject "The named user never used it"
                """
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @Argument(help: ArgumentHelp(say("Minh chứng số.", "Number of the evidence."), valueName: say("số", "number"))) var evidence: Int64
    @Flag(help: ArgumentHelp(say("Đã kiểm tra trên hồ sơ.", "Checked on paper."))) var paper = false
    @Flag(help: ArgumentHelp(say("Đã xác minh tại chỗ.", "Verified on site."))) var site = false
    @Option(help: ArgumentHelp(say("Bác, với lý do này.", "Reject, for this reason."), valueName: say("lý-do", "reason"))) var reject:
        String?
    @Option(
        help: ArgumentHelp(
            say("Biên bản kiểm tra tại chỗ.", "Minutes of the check on site."),
            valueName: say("số:ngày[@tệp]", "number:date[@file]")
        )
    )
    var document: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard document == nil || site else {
            throw ValidationError(
                say(
                    "--document là biên bản kiểm tra tại chỗ, đi cùng --site",
                    "--document is the minutes of a check on site and goes with --site"
                )
            )
        }
        guard [paper, site, reject != nil].count(where: { $0 }) == 1 else {
            throw ValidationError(say("Cần đúng một trong --paper, --site, --reject", "Give exactly one of --paper, --site, --reject"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let machine = UseMachine.evidence.reference(evidence)
        let documents = try act.document(document, in: context)
        if let reject {
            return try act.record(
                [RecordFollowUp.Deed(on: machine, "reject", facts: ["this.rejected_for": reject], documents: documents)],
                in: context
            )
        }
        return try act.record([RecordFollowUp.Deed(on: machine, paper ? "check" : "verify", documents: documents)], in: context)
    }
}
