import CanonicalJSON
import Documents
import Engine
import LifecycleModel
import Services
import Terminal

/// What came of making a document: its number and hash, what it rests on, what is still empty.
struct DocumentReport {
    let answer: RenderDocument.Answer
    /// The file that was written; nil when none was.
    let output: String?

    private var isDraft: Bool { answer.request.isDraft }
    private var isDryRun: Bool { answer.request.dryRun }

    var report: Report {
        let title = "\(answer.form.code) \(answer.form.label[Speech.language])"
        let head =
            isDraft ? say("Dự thảo: ", "Draft: ") : isDryRun ? say("Sẽ ban hành: ", "Would issue: ") : say("Đã ban hành: ", "Issued: ")
        var pairs: [KeyValues.Pair] = []
        if let document = answer.document {
            pairs.append(KeyValues.Pair(say("Số, ngày", "Number, date"), StyledText("\(document.number)  \(document.date.shown)")))
            pairs.append(KeyValues.Pair("SHA-256", StyledText(document.sha256 ?? "", .faint)))
        }
        pairs.append(
            KeyValues.Pair(
                say("Dựa trên sự kiện", "Rests on events"),
                StyledText(answer.restsOn.map(String.init).joined(separator: ", "), .faint)
            )
        )
        if let output { pairs.append(KeyValues.Pair(say("Tệp", "File"), StyledText(output, .accent))) }
        var blocks: [any Block] = [
            Stack([Paragraph(StyledText(head, .good) + StyledText(title, .strong)), KeyValues(pairs, indent: 2)])
        ]
        if !answer.gaps.isEmpty {
            blocks.append(Heading(say("Còn trống", "Still empty"), level: 2))
            blocks.append(Self.bullets(answer.gaps))
        }
        if let receipt = answer.receipt { blocks.append(receipt.block) }
        return Report(
            json: [
                "task": .string(answer.request.task), "form": .string(answer.form.code), "draft": .bool(isDraft),
                "dry_run": .bool(isDryRun),
                "document": answer.document?.json ?? .null, "rests_on": .array(answer.restsOn.map { .int($0) }),
                "gaps": .array(
                    answer.gaps.map { ["field": .string($0.field), "meaning": $0.meaning.json, "cure": $0.cure.json] }
                ),
                "output": JSONValue(output), "receipt": answer.receipt?.json ?? .null,
            ],
            blocks: blocks
        )
    }

    /// What is still empty, and what would fill it.
    static func bullets(_ gaps: [RenderDocument.Gap]) -> any Block {
        Bullets(
            gaps.map { gap in
                Bullets.Point(
                    StyledText(gap.field, .accent) + StyledText("  \(gap.meaning[Speech.language])")
                        + StyledText("  → \(gap.cure[Speech.language])", .faint)
                )
            }
        )
    }
}
