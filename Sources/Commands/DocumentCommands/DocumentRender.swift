import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Services

/// `nhiemvu doc render TASK FORM`
struct DocumentRender: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "render",
            abstract: say(
                "Lập một văn bản từ hồ sơ nhiệm vụ và ban hành, hoặc chỉ dự thảo (--draft).",
                "Make a document out of a task's record and issue it, or only a draft (--draft)."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu doc render NV-2022-0001 GM-HĐ --draft --output giay-moi.docx
                  nhiemvu doc render NV-2025-047 B2-3a-ĐGĐTCN --on council-session:2 --member CG03 --subject 1 --draft --output phieu.docx
                  nhiemvu doc render NV-2022-0001 TT11-M11 --number 301/QĐ-SKHCN --date 2024-03-20 \\
                    --set signer.title="GIÁM ĐỐC" --set signer.name="Phạm Quang Huy" --as pdf --output cong-nhan.pdf
                Mẫu của hội đồng lấy thành viên, điểm danh, phiếu và kết luận từ phiên họp đã ghi; trước khi kiểm phiếu không mẫu nào lộ phiếu.
                Danh sách không có trong hồ sơ thì cho trong tệp JSON: {"products":[{"name":"…","quantity":"…","quality":"…"}]}
                """,
                """
                Examples:
                  nhiemvu doc render NV-2022-0001 GM-HĐ --draft --output invitation.docx
                  nhiemvu doc render NV-2025-047 B2-3a-ĐGĐTCN --on council-session:2 --member CG03 --subject 1 --draft --output ballot.docx
                  nhiemvu doc render NV-2022-0001 TT11-M11 --number 301/QĐ-SKHCN --date 2024-03-20 \\
                    --set signer.title="GIÁM ĐỐC" --set signer.name="Phạm Quang Huy" --as pdf --output recognition.pdf
                Forms of councils take members, attendance, ballots and conclusion from the recorded session; none shows ballots before the count.
                Lists that are not on record come in a JSON file: {"products":[{"name":"…","quantity":"…","quality":"…"}]}
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Argument(help: ArgumentHelp(say("Mã mẫu.", "Form code."), valueName: say("mẫu", "form"))) var form: String
    @Option(help: ArgumentHelp(say("Tệp để ghi.", "File to write."), valueName: say("tệp", "file"))) var output: String?
    @Option(
        help: ArgumentHelp(
            say("Hồ sơ con được nói tới, như council-session:2.", "The thing beside the task that is meant, like council-session:2."),
            valueName: say("loại:số", "kind:number")
        )
    )
    var on: String?
    @Option(
        help: ArgumentHelp(
            say("Thành viên hội đồng mà giấy mời, phiếu này lập cho.", "The member of the council it is made for."),
            valueName: say("mã", "person")
        )
    )
    var member: String?
    @Option(
        help: ArgumentHelp(
            say("Hồ sơ mà phiếu này đánh giá, khi có nhiều.", "Which dossier it is about, where there are several."),
            valueName: say("số", "number")
        )
    )
    var subject: String?
    @OptionGroup var document: DocumentOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws { try document.requireFile(output) }

    func answer(in context: CommandContext) throws -> Answer {
        let machine = try on.map { text in
            guard let machine = MachineReference(parsing: text) else {
                throw UseCaseFault(
                    .usage,
                    "wrong-machine",
                    Phrase(vi: "--on «\(text)» không đúng dạng loại:số", en: "--on \"\(text)\" is not kind:number"),
                    hint: Phrase(vi: "Ví dụ: --on council-session:2", en: "Example: --on council-session:2")
                )
            }
            return machine
        }
        var request = RenderDocument.Request(
            task: code,
            form: form,
            given: .object(try document.given(in: context)),
            machine: machine
        )
        request.member = try member.map { try PersonCode($0) }
        request.subject = subject
        return try document.made(request, to: output, in: context)
    }
}
