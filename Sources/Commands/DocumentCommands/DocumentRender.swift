import ArgumentParser
import CanonicalJSON
import Documents
import Engine
import Foundation
import LifecycleModel
import Services
import Store
import Terminal

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
                  nhiemvu doc render NV-2022-0001 TT11-M11 --number 301/QĐ-SKHCN --date 2024-03-20 \\
                    --set signer.title="GIÁM ĐỐC" --set signer.name="Phạm Quang Huy" --as pdf --output cong-nhan.pdf
                Danh sách (thành viên, sản phẩm …) cho trong tệp JSON: {"members":[{"name":"…","organisation":"…","role":"…"}]}
                """,
                """
                Examples:
                  nhiemvu doc render NV-2022-0001 GM-HĐ --draft --output invitation.docx
                  nhiemvu doc render NV-2022-0001 TT11-M11 --number 301/QĐ-SKHCN --date 2024-03-20 \\
                    --set signer.title="GIÁM ĐỐC" --set signer.name="Phạm Quang Huy" --as pdf --output recognition.pdf
                Lists (members, products …) come in a JSON file: {"members":[{"name":"…","organisation":"…","role":"…"}]}
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case docx, pdf, html }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Argument(help: ArgumentHelp(say("Mã mẫu.", "Form code."), valueName: say("mẫu", "form"))) var form: String
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Dạng tệp: docx, pdf, html.", "Kind of file: docx, pdf, html."), valueName: say("dạng", "form"))
    )
    var kind: Form = .docx
    @Option(help: ArgumentHelp(say("Tệp để ghi.", "File to write."), valueName: "file")) var output: String?
    @Option(help: ArgumentHelp(say("Số, ký hiệu của văn bản.", "Number of the document."), valueName: say("số", "number"))) var number:
        String?
    @Option(
        help: ArgumentHelp(
            say("Ngày của văn bản (mặc định hôm nay).", "Date of the document (default today)."),
            valueName: say("ngày", "date")
        )
    )
    var date: String?
    @Option(
        help: ArgumentHelp(
            say("Giá trị một trường; dùng nhiều lần được.", "Value of a field; may be repeated."),
            valueName: say("trường=giá-trị", "field=value")
        )
    )
    var set: [String] = []
    @Option(
        help: ArgumentHelp(say("Tệp JSON với các trường và danh sách.", "JSON file with fields and lists."), valueName: say("tệp", "file"))
    )
    var data: String?
    @Option(
        help: ArgumentHelp(
            say("Hồ sơ con được nói tới, như council-session:2.", "The thing beside the task that is meant, like council-session:2."),
            valueName: say("loại:số", "kind:number")
        )
    )
    var on: String?
    @Flag(
        help: ArgumentHelp(
            say(
                "Chỉ dự thảo: trường trống hiện tên trong ngoặc vuông, không ghi sổ.",
                "Only a draft: gaps are shown in square brackets, nothing is recorded."
            )
        )
    )
    var draft = false
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var place: TemplateOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if output == nil, !dryRun { throw ValidationError(say("Thiếu --output", "--output is missing")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let templates = try place.library(in: context)
        let pdf = kind == .pdf ? try PDFConversion(path: context.environment["PATH"] ?? "") : nil
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
        let request = RenderDocument.Request(
            task: code,
            form: form,
            given: .object(try given(context)),
            machine: machine,
            isDraft: draft,
            dryRun: dryRun
        )
        let surroundings = try context.surroundings(readOnly: draft || dryRun)
        let vault = AttachmentVault(besides: context.storePath)
        // What cannot be converted must not be issued: the file is made first, then the event is recorded.
        if let pdf, !draft, !dryRun {
            var trial = request
            trial.dryRun = true
            _ = try pdf.pdf(of: RenderDocument(surroundings, templates: templates, vault: vault)(trial).bytes)
        }
        let answer = try RenderDocument(surroundings, templates: templates, vault: vault)(request)
        if let output, !dryRun {
            let bytes = try converted(answer, pdf)
            _ = try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
        }
        return Answer(report(answer))
    }

    private func converted(_ answer: RenderDocument.Answer, _ pdf: PDFConversion?) throws -> [UInt8] {
        switch kind {
        case .docx: return answer.bytes
        case .pdf: return try pdf?.pdf(of: answer.bytes) ?? []
        case .html:
            do throws(DocumentFault) {
                return Array(try DocumentOutline(of: answer.package).html(title: "\(code) \(answer.form.label.vi)").utf8)
            } catch {
                throw UseCaseFault(error)
            }
        }
    }

    /// What was given: the file, then `--set`, then number and date; the date is today's when nothing else is said.
    private func given(_ context: CommandContext) throws -> JSONObject {
        var object = JSONObject()
        if let data {
            guard let bytes = FileManager.default.contents(atPath: data) else {
                throw UseCaseFault(
                    .unavailable,
                    "data-missing",
                    Phrase(vi: "Không đọc được tệp «\(data)»", en: "The file \"\(data)\" cannot be read")
                )
            }
            guard let read = try JSONValue(parsing: [UInt8](bytes)).object else {
                throw UseCaseFault(
                    .badData,
                    "wrong-data",
                    Phrase(vi: "«\(data)» phải là một đối tượng JSON", en: "\"\(data)\" must be a JSON object")
                )
            }
            object = read
        }
        for (name, value) in try FactArguments(set).facts.sorted(by: { $0.key < $1.key }) { object[name] = .string(value) }
        if let number { object["document.number"] = .string(number) }
        if let date {
            object["document.date"] = .string(try CivilDate(argument: date, option: "--date").description)
        } else if object["document.date"] == nil {
            object["document.date"] = .string(context.today.description)
        }
        return object
    }

    private func report(_ answer: RenderDocument.Answer) -> Report {
        let title = "\(answer.form.code) \(answer.form.label[Speech.language])"
        let head =
            draft ? say("Dự thảo: ", "Draft: ") : dryRun ? say("Sẽ ban hành: ", "Would issue: ") : say("Đã ban hành: ", "Issued: ")
        var pairs: [KeyValues.Pair] = []
        if let document = answer.document {
            pairs.append(KeyValues.Pair(say("Số, ngày", "Number, date"), StyledText("\(document.number)  \(document.date.vietnamese)")))
            pairs.append(KeyValues.Pair("SHA-256", StyledText(document.sha256 ?? "", .faint)))
        }
        pairs.append(
            KeyValues.Pair(
                say("Dựa trên sự kiện", "Rests on events"),
                StyledText(answer.restsOn.map(String.init).joined(separator: ", "), .faint)
            )
        )
        if let output, !dryRun { pairs.append(KeyValues.Pair(say("Tệp", "File"), StyledText(output, .accent))) }
        var blocks: [any Block] = [
            Stack([Paragraph(StyledText(head, .good) + StyledText(title, .strong)), KeyValues(pairs, indent: 2)])
        ]
        if !answer.gaps.isEmpty {
            blocks.append(Heading(say("Còn trống", "Still empty"), level: 2))
            blocks.append(
                Bullets(
                    answer.gaps.map { gap in
                        Bullets.Point(
                            StyledText(gap.field, .accent) + StyledText("  \(gap.meaning[Speech.language])")
                                + StyledText("  → \(gap.cure[Speech.language])", .faint)
                        )
                    }
                )
            )
        }
        if let receipt = answer.receipt { blocks.append(receipt.block) }
        return Report(
            json: [
                "task": .string(code), "form": .string(answer.form.code), "draft": .bool(draft), "dry_run": .bool(dryRun),
                "document": answer.document?.json ?? .null, "rests_on": .array(answer.restsOn.map { .int($0) }),
                "gaps": .array(
                    answer.gaps.map { ["field": .string($0.field), "meaning": $0.meaning.json, "cure": $0.cure.json] }
                ),
                "output": dryRun ? .null : JSONValue(output), "receipt": answer.receipt?.json ?? .null,
            ],
            blocks: blocks
        )
    }
}
