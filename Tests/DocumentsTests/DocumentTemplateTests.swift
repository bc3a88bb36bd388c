import LifecycleModel
import OpenPackaging
import Testing

@testable import Documents

@Suite struct DocumentTemplateTests {
    private let members: FieldValue = .list([
        ["name": .text("Nguyễn Văn An"), "is_chair": .flag(true)], ["name": .text("Trần Thị Bình"), "is_chair": .flag(false)],
    ])

    @Test(arguments: [
        ["Tên: {{task.title}}."], ["Tên: {", "{task.title}}."], ["Tên: {{", "task", ".title", "}}", "."], ["Tên: {{task.title}", "}."],
        ["Tên: ", "{{ task.title\u{A0}}}", "."],
    ])
    func splitRuns(_ runs: [String]) throws {
        let body = "<w:p>" + runs.map { "<w:r><w:t xml:space=\"preserve\">\($0)</w:t></w:r>" }.joined(separator: "<w:proofErr/>") + "</w:p>"
        let outline = try WordFile.filled(body, ["task.title": .text("Giống lúa mới")])
        #expect(outline.paragraphs == ["Tên: Giống lúa mới."])
    }

    @Test func keepsFormattingOfTheFirstRun() throws {
        let body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{a</w:t></w:r><w:r><w:t>}} x</w:t></w:r></w:p>"
        guard case .paragraph(let paragraph) = try WordFile.filled(body, ["a": .text("A")]).blocks[0] else {
            Issue.record("no paragraph")
            return
        }
        #expect(paragraph.pieces.map(\.isBold) == [true, false])
        #expect(paragraph.text == "A x")
    }

    @Test func waysOfWriting() throws {
        let body = WordFile.p("{{m}} ({{m | words}}), {{d}}, {{d | short}}, {{n | padded}}, {{t | upper}}, {{l | count}}")
        let outline = try WordFile.filled(
            body,
            [
                "m": .money(Dong(1_250_000)), "d": .date(try CivilDate(parsing: "2025-01-02")), "n": .number(7), "t": .text("đạt"),
                "l": members,
            ]
        )
        #expect(
            outline.paragraphs == ["1.250.000 (Một triệu hai trăm năm mươi nghìn đồng), ngày 02 tháng 01 năm 2025, 02/01/2025, 07, ĐẠT, 02"]
        )
    }

    @Test func repeatsTheRow() throws {
        let body = WordFile.table([["STT", "Tên"], ["{{#each m}}{{m.number}}", "{{m.name}}{{/each}}"], ["", "Cộng"]])
        #expect(
            try WordFile.filled(body, ["m": members]).tables == [
                [["STT", "Tên"], ["1", "Nguyễn Văn An"], ["2", "Trần Thị Bình"], ["", "Cộng"]]
            ]
        )
    }

    @Test func repeatsSeveralRowsBetweenRowsOfTags() throws {
        let body = WordFile.table([
            ["{{#each m}}", ""], ["{{m.number}}", "{{m.name}}"], ["", "{{#if m.is_chair}}Chủ tịch{{else}}Ủy viên{{/if}}"],
            ["{{/each}}", ""],
        ])
        #expect(
            try WordFile.filled(body, ["m": members]).tables == [
                [["1", "Nguyễn Văn An"], ["", "Chủ tịch"], ["2", "Trần Thị Bình"], ["", "Ủy viên"]]
            ]
        )
    }

    @Test func repeatsParagraphsAndTables() throws {
        let body =
            WordFile.p("{{#each m}}") + WordFile.p("{{m.name}}") + WordFile.table([["{{m.number}}"]]) + WordFile.p("{{/each}}")
            + WordFile.p("Hết")
        let outline = try WordFile.filled(body, ["m": members])
        #expect(outline.paragraphs == ["Nguyễn Văn An", "Trần Thị Bình", "Hết"])
        #expect(outline.tables == [[["1"]], [["2"]]])
    }

    @Test func repeatsWithinAParagraph() throws {
        #expect(
            try WordFile.filled(WordFile.p("Gồm: {{#each m}}{{m.name}}; {{/each}}hết"), ["m": members]).paragraphs == [
                "Gồm: Nguyễn Văn An; Trần Thị Bình; hết"
            ]
        )
    }

    @Test(arguments: [
        ("{{#if f}}có{{else}}không{{/if}}", "không"), ("{{#if not f}}có{{/if}}", "có"), ("{{#if t}}{{t}}{{/if}}", "chữ"),
        ("{{#if absent}}x{{else}}trống{{/if}}", "trống"), ("{{#if c = pass}}Đạt{{else}}khác{{/if}}", "Đạt"),
        ("{{#if c = Đạt yêu cầu}}nhãn{{/if}}", "nhãn"), ("{{#if not c = fail}}không trượt{{/if}}", "không trượt"),
        ("{{#if f}}a{{else}}{{#if t}}b{{/if}}{{/if}}", "b"),
    ])
    func conditions(_ text: String, _ result: String) throws {
        let values: [String: FieldValue] = ["f": .flag(false), "t": .text("chữ"), "c": .choice(code: "pass", label: "Đạt yêu cầu")]
        #expect(try WordFile.filled(WordFile.p(text), values).paragraphs == [result])
    }

    @Test func emptyFieldsAreNamedOnceWithTheirPlace() throws {
        let filled = try WordFile.template(
            WordFile.p("{{a}} {{b}} {{a}}") + WordFile.p("{{#each l}}") + WordFile.p("x") + WordFile.p("{{/each}}")
        )
        .filled(["b": .text("  ")])
        #expect(filled.empty.map(\.name) == ["a", "b", "l"])
        #expect(filled.empty[0].place.contains("1 «{{a}}"))
    }

    @Test func gapsAreShown() throws {
        let filled = try WordFile.template(WordFile.p("{{a}}: {{#each l}}{{l.x}}{{/each}}")).filled([:]) { "[\($0)]" }
        #expect(try DocumentOutline(of: filled.package).paragraphs == ["[a]: [l.x]"])
        #expect(filled.empty.isEmpty)
    }

    @Test func valuesAreTextNotMarkup() throws {
        let outline = try WordFile.filled(WordFile.p("{{a}}"), ["a": .text("<w:p/> & \"{{b}}\"\ndòng hai\u{1}")])
        #expect(outline.paragraphs == ["<w:p/> & \"{{b}}\"\ndòng hai"])
    }

    @Test func emptyTableGoes() throws {
        let body = WordFile.table([["{{#if f}}"], ["x"], ["{{/if}}"]]) + WordFile.p("sau")
        #expect(try WordFile.filled(body, ["f": .flag(false)]).blocks.count == 1)
    }

    @Test func sameFactsSameBytes() throws {
        let template = try DocumentTemplate(reading: try WordFile.package(WordFile.p("{{a}}")).archived())
        let first = try template.filled(["a": .text("một")]).package.archived()
        #expect(try template.filled(["a": .text("một")]).package.archived() == first)
        #expect(try template.filled(["a": .text("hai")]).package.archived() != first)
        // Dates of the archive: 1 January 1980, nothing of the clock.
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
        #expect(try WordPackage(reading: first).parts.map(\.name) == ["[Content_Types].xml", "word/document.xml"])
    }

    @Test func headersAreFilled() throws {
        let header = "<w:hdr xmlns:w=\"\(WordFile.namespace)\">\(WordFile.p("{{a}}"))</w:hdr>"
        let package = WordFile.package(WordFile.p("x"), more: [("word/header1.xml", header)])
        let filled = try DocumentTemplate(package).filled(["a": .text("ĐẦU TRANG")]).package
        #expect(String(decoding: filled.bytes(of: "word/header1.xml") ?? [], as: UTF8.self).contains("ĐẦU TRANG"))
    }
}
