import ArgumentParser
import CanonicalJSON
import Documents
import LifecycleModel
import Services
import Store

/// `nhiemvu council minutes SESSION`
struct CouncilMinutes: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "minutes",
            abstract: say(
                "Lập biên bản phiên họp theo mẫu của loại hội đồng, từ những gì đã ghi.",
                "Make the minutes of a session by the form of its kind, out of what is recorded."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council minutes NV-2025-047 --draft --output bien-ban.docx
                  nhiemvu council minutes NV-2025-047 --date 2026-12-10 --set meeting.time="08 giờ 00 phút" --set meeting.ends="11 giờ 30 phút" \\
                    --set meeting.place="Phòng họp số 2" --set meeting.discussion="…" --as pdf --output bien-ban.pdf
                """,
                """
                Examples:
                  nhiemvu council minutes NV-2025-047 --draft --output minutes.docx
                  nhiemvu council minutes NV-2025-047 --date 2026-12-10 --set meeting.time="08 giờ 00 phút" --set meeting.ends="11 giờ 30 phút" \\
                    --set meeting.place="Phòng họp số 2" --set meeting.discussion="…" --as pdf --output minutes.pdf
                """
            )
        )
    }

    @OptionGroup var session: CouncilSessionArgument
    @Option(help: ArgumentHelp(say("Tệp để ghi.", "File to write."), valueName: say("tệp", "file"))) var output: String?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws { try document.requireFile(output) }

    func answer(in context: CommandContext) throws -> Answer {
        let record = try context.councilRecord(session.session)
        let form = try document.place.library(in: context).paper(.minutes, of: record)
        let request = RenderDocument.Request(
            task: record.code.task,
            form: form.code,
            given: .object(try document.given(in: context)),
            machine: record.code.reference
        )
        return try document.made(request, to: output, in: context)
    }
}

extension CommandContext {
    /// A session as it is on record.
    func councilRecord(_ session: String) throws -> CouncilRecord {
        try openStore(readOnly: true).read { try CouncilRecord(try CouncilCode(session, in: $0), in: $0) }
    }
}
