import CanonicalJSON
import Documents
import Engine
import LifecycleModel
import Services
import Terminal

/// Several documents at once into one folder: all files and all records, or none.
struct DocumentBatch {
    private let options: DocumentOptions
    private let requests: [RenderDocument.Request]
    private let output: String?
    /// Whether they are papers to be filled in by hand.
    private let isBlank: Bool

    init(_ options: DocumentOptions, _ requests: [RenderDocument.Request], to output: String?, isBlank: Bool = false) {
        self.options = options
        self.requests = requests
        self.output = output
        self.isBlank = isBlank
    }

    /// Makes them. The files are written first, under a passing name; they get their folder when everything is recorded.
    func made(in context: CommandContext) throws -> Answer {
        let isTrial = isBlank || options.draft || options.dryRun
        let use = RenderDocument(
            try context.surroundings(readOnly: isTrial),
            templates: try options.place.library(in: context),
            vault: AttachmentVault(besides: context.storePath)
        )
        let pdf = try options.pdf(in: context)
        let writes = output != nil && !options.dryRun
        var bar = context.console.progress(
            Phrase(vi: "Lập văn bản", en: "Making documents"),
            total: requests.count * (writes ? 2 : 1)
        )
        var answers = try use.all(isTrial ? requests : requests.map(\.trial)) { bar.advance(to: $0) }
        if let output, writes {
            let folder = try OutputFolder(output)
            do {
                for (index, answer) in answers.enumerated() {
                    try folder.add(try options.file(answer, pdf), named: "\(answer.request.fileName).\(options.kind.rawValue)")
                    bar.advance(to: requests.count + index + 1)
                }
                if !isTrial { answers = try use.all(requests) }
            } catch {
                folder.abandon()
                throw error
            }
            try folder.finish()
        } else if !isTrial {
            answers = try use.all(requests)
        }
        bar.finish()
        return Answer(report(answers))
    }

    private func report(_ answers: [RenderDocument.Answer]) -> Report {
        let written = options.dryRun ? nil : output
        let head =
            isBlank
            ? say("Phiếu trống", "Empty papers")
            : options.draft ? say("Dự thảo", "Drafts") : options.dryRun ? say("Sẽ ban hành", "Would issue") : say("Đã ban hành", "Issued")
        let count = StyledText("\(head): \(answers.count)", .good) + StyledText(written.map { " → \($0)" } ?? "", .accent)
        let gaps = isBlank ? [] : answers.first?.gaps ?? []
        let table = Table(
            columns: [
                Table.Column(say("Tệp", "File"), shrinkPriority: 1, minimumWidth: 20),
                Table.Column(say("Số, ngày", "Number, date")), Table.Column("SHA-256", shrinkPriority: 2, minimumWidth: 12),
            ],
            rows: answers.map { answer in
                [
                    StyledText("\(answer.request.fileName).\(options.kind.rawValue)"),
                    StyledText(answer.document.map { "\($0.number)  \($0.date.shown)" } ?? "–"),
                    StyledText(answer.document?.sha256 ?? "–", .faint),
                ]
            }
        )
        var blocks: [any Block] = [Paragraph(count), table]
        if !gaps.isEmpty {
            blocks.append(Heading(say("Còn trống", "Still empty"), level: 2))
            blocks.append(DocumentReport.bullets(gaps))
        }
        if let receipt = answers.first?.receipt { blocks.append(receipt.block) }
        return Report(
            json: [
                "output": JSONValue(written), "draft": .bool(isBlank || options.draft), "dry_run": .bool(options.dryRun),
                "documents": .array(
                    answers.map { answer in
                        [
                            "file": .string("\(answer.request.fileName).\(options.kind.rawValue)"), "form": .string(answer.form.code),
                            "member": JSONValue(answer.request.member?.text), "subject": JSONValue(answer.request.subject),
                            "document": answer.document?.json ?? .null, "rests_on": .array(answer.restsOn.map { .int($0) }),
                            "gaps": .array(answer.gaps.map { .string($0.field) }),
                        ]
                    }
                ),
                "receipt": answers.first?.receipt?.json ?? .null,
            ],
            blocks: blocks
        )
    }
}

extension RenderDocument.Request {
    /// The same, only to see what would come of it.
    fileprivate var trial: RenderDocument.Request {
        var trial = self
        trial.dryRun = true
        return trial
    }
}
