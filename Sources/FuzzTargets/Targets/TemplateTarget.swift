import Documents
import LifecycleModel

extension FuzzTarget {
    /// Word templates by their parts: what is taken can be filled, and the filled document is safe and whole; data stay data.
    static let template = FuzzTarget("template", share: 3) { (bytes) throws(FuzzFinding) in
        guard let archive = PartsText.archive(of: bytes), let template = try? DocumentTemplate(reading: archive) else { return }
        try expectWhole(template)
    }

    /// Sources of forms: refused with a place, or a template that is one.
    static let form = FuzzTarget("form", share: 4) { (bytes) throws(FuzzFinding) in
        let text = String(decoding: bytes, as: UTF8.self)
        let source: FormSource
        do throws(DocumentFault) { source = try FormSource(text, file: "form.txt") } catch {
            try expect(!error.message.vi.isEmpty, "a refusal without words")
            return
        }
        guard let template = try? DocumentTemplate(source.template) else { return }
        try expectWhole(template)
    }

    /// Names in seeds, each with a value that would do harm if it were more than text.
    private static let values: [String: FieldValue] = [
        "title": .text("{{task.money}} {{#each members}}"), "name": .text("</w:t></w:r><w:altChunk r:id=\"1\"/>"),
        "money": .money(Dong(1_500_000_000)), "on": .date(CivilDate.earliest), "urgent": .flag(true),
        "members": .list([["name": .text("=cmd|' /C calc'!A0"), "role": .text("]]>&amp;\u{1B}[2J\n\r\t")], [:]]),
    ]

    private static func expectWhole(_ template: DocumentTemplate) throws(FuzzFinding) {
        for gap in [nil, { (name: String) in "[\(name)]" }] {
            let filled = template.filled(values, gap: gap)
            let bytes = try unrefused("the filled document is not packed") { try filled.package.archived() }
            let again = try unrefused("the filled document is not read") { try WordPackage(reading: bytes) }
            let outline = try unrefused("the filled document has no text") { try DocumentOutline(of: again) }
            try expect(!outline.html(title: "<").contains("<w:altChunk"), "a value became markup")
            try expect(!outline.paragraphs.contains { $0.contains("\u{1B}") }, "a control character stands in the document")
        }
    }
}
