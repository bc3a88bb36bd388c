import ArgumentParser
import CanonicalJSON
import Documents
import Foundation
import LifecycleModel
import Services

/// What a document is filled with besides the record, and as what kind of file it is written.
struct DocumentOptions: ParsableArguments {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case docx, pdf, html }

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Dạng tệp: docx, pdf, html.", "Kind of file: docx, pdf, html."), valueName: say("dạng", "form"))
    )
    var kind: Kind = .docx
    @Option(help: ArgumentHelp(say("Số, ký hiệu của văn bản.", "Number of the document."), valueName: say("số", "number"))) var number:
        String?
    @Option(
        help: ArgumentHelp(
            say(
                "Ngày của văn bản (mặc định hôm nay; biên bản và phiếu của hội đồng: ngày của phiên họp).",
                "Date of the document (default today; minutes, tallies and sheets of a council: the day of the session)."
            ),
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

    /// LibreOffice where a PDF is asked for.
    func pdf(in context: CommandContext) throws -> PDFConversion? {
        kind == .pdf ? try PDFConversion(path: context.environment["PATH"] ?? "") : nil
    }

    /// The file of a document.
    func file(_ answer: RenderDocument.Answer, _ pdf: PDFConversion?) throws -> [UInt8] {
        switch kind {
        case .docx: return answer.bytes
        case .pdf: return try pdf?.pdf(of: answer.bytes) ?? []
        case .html:
            do throws(DocumentFault) {
                let title = "\(answer.request.task) \(answer.form.label.vi)"
                return Array(try DocumentOutline(of: answer.package).html(title: title).utf8)
            } catch {
                throw UseCaseFault(error)
            }
        }
    }

    /// Makes one document and writes it to a file.
    func made(_ wanted: RenderDocument.Request, to output: String?, in context: CommandContext) throws -> Answer {
        let templates = try place.library(in: context)
        let pdf = try pdf(in: context)
        var request = wanted
        request.isDraft = draft
        request.dryRun = dryRun
        let use = RenderDocument(
            try context.surroundings(readOnly: draft || dryRun),
            templates: templates,
            vault: AttachmentVault(besides: context.storePath)
        )
        // What cannot be converted must not be issued: the file is made first, then the event is recorded.
        if let pdf, !draft, !dryRun {
            var trial = request
            trial.dryRun = true
            _ = try pdf.pdf(of: use(trial).bytes)
        }
        let answer = try use(request)
        if let output, !dryRun {
            let bytes = try file(answer, pdf)
            _ = try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
        }
        return Answer(DocumentReport(answer: answer, output: dryRun ? nil : output).report)
    }

    /// Somewhere to write to, unless nothing is written.
    func requireOutput(_ output: String?) throws {
        if output == nil, !dryRun { throw ValidationError(say("Thiếu --output", "--output is missing")) }
    }

    /// The same for one file, whose name must not promise another kind than `--as`.
    func requireFile(_ output: String?) throws {
        try requireOutput(output)
        guard let output, let named = Kind(rawValue: URL(filePath: output).pathExtension.lowercased()), named != kind else { return }
        throw ValidationError(
            say(
                "Tên tệp «\(output)» không hợp với --as \(kind.rawValue): thêm --as \(named.rawValue) hoặc đổi đuôi thành .\(kind.rawValue)",
                "The file name \"\(output)\" does not fit --as \(kind.rawValue): add --as \(named.rawValue) or end it in .\(kind.rawValue)"
            )
        )
    }

    /// What was given: the file, then `--set`, then number and date.
    func given(in context: CommandContext) throws -> JSONObject {
        var object = JSONObject()
        if let data {
            guard let bytes = FileManager.default.contents(atPath: data) else {
                throw UseCaseFault(
                    .unavailable,
                    "data-missing",
                    Phrase(vi: "Không đọc được tệp «\(data)»", en: "The file \"\(data)\" cannot be read")
                )
            }
            let value: JSONValue
            do throws(JSONFault) {
                value = try JSONValue(parsing: [UInt8](bytes))
            } catch {
                throw UseCaseFault(.badData, "wrong-data", Phrase(vi: "Tệp «\(data)»: ", en: "File \"\(data)\": ") + error.phrase)
            }
            guard let read = value.object else {
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
        if let date { object["document.date"] = .string(try CivilDate(argument: date, option: "--date").description) }
        return object
    }
}
