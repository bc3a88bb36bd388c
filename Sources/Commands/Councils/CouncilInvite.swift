import ArgumentParser
import CanonicalJSON
import Councils
import Documents
import LifecycleModel
import Services

/// `nhiemvu council invite SESSION`
struct CouncilInvite: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "invite",
            abstract: say(
                "Lập giấy mời cho tất cả thành viên, mỗi người một tệp, cùng một số.",
                "Make the invitations of all members, a file for each, under one number."
            ),
            discussion: say(
                """
                Giấy mời là một văn bản đi gửi nhiều nơi: cùng số, cùng ngày, ghi sổ một lần cho tất cả hoặc không ghi gì.
                Ví dụ:
                  nhiemvu council invite NV-2025-047 --number 45/GM-SKHCN --date 2026-12-01 --set meeting.time="08 giờ 00 phút" \\
                    --set meeting.place="Phòng họp số 2" --set meeting.agenda="Đánh giá hồ sơ nhiệm vụ" --set signer.title="GIÁM ĐỐC" \\
                    --set signer.name="Phạm Quang Huy" --output giay-moi
                """,
                """
                An invitation is one paper sent to many: one number, one date, recorded for all of them at once or not at all.
                Example:
                  nhiemvu council invite NV-2025-047 --number 45/GM-SKHCN --date 2026-12-01 --set meeting.time="08 giờ 00 phút" \\
                    --set meeting.place="Phòng họp số 2" --set meeting.agenda="Đánh giá hồ sơ nhiệm vụ" --set signer.title="GIÁM ĐỐC" \\
                    --set signer.name="Phạm Quang Huy" --output invitations
                """
            )
        )
    }

    @OptionGroup var session: CouncilSessionArgument
    @Option(
        help: ArgumentHelp(
            say("Thư mục để ghi, chưa có hoặc còn trống.", "Folder to write, new or empty."),
            valueName: say("thư-mục", "dir")
        )
    )
    var output: String?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws { try document.requireOutput(output) }

    func answer(in context: CommandContext) throws -> Answer {
        let record = try context.councilRecord(session.session)
        let form = try document.place.library(in: context).paper(.invitation, of: record)
        let given = try document.given(in: context)
        let requests = try record.membersToWrite.map { member in
            var request = RenderDocument.Request(
                task: record.code.task,
                form: form.code,
                given: .object(given),
                machine: record.code.reference,
                isDraft: document.draft,
                dryRun: document.dryRun
            )
            request.member = member.person
            return request
        }
        return try DocumentBatch(document, requests, to: output).made(in: context)
    }
}
