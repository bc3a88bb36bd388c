import Foundation
import LifecycleModel
import Testing

@testable import Documents

@Suite struct FormSourceTests {
    private let source = """
        // Ghi chú
        @use head
        @title QUYẾT ĐỊNH
        @about Về việc {{task.title}}
        @basis Căn cứ Luật;
        **Điều 1.** Phê duyệt __nghiêng__ {{task.title | upper}}.
        {{#if flag}}
        Có.
        {{/if}}
        @table 10c 60 30r
        | STT | Tên | Tiền |
        | {{#each l}}{{l.number}} | {{l.name}} | {{l.sum | words}}{{/each}} |
        @closing
        to: - Như Điều 1;
        as: CHỦ TỊCH
        name: Nguyễn Văn A
        """

    @Test(arguments: ["9223372036854775807c 42 50r", "0 101", "50 51", "x"])
    func widthsThatDoNotAddUp(_ widths: String) {
        let fault = #expect(throws: DocumentFault.self) { try FormSource("@table \(widths)\n| a | b |\n", file: "x.txt") }
        #expect(fault?.message.en == "the widths of the columns must add up to 100")
    }

    @Test func becomesATemplate() throws {
        let form = try FormSource(source, file: "x.txt", shared: ["head": "@head TRÊN | CƠ QUAN | Số: {{no}} | Thanh Hóa, {{day}}"])
        let template = try DocumentTemplate(reading: try form.template.archived())
        let outline = try DocumentOutline(
            of: template.filled([
                "no": .text("1/QĐ"), "day": .text("ngày 01 tháng 02 năm 2025"), "task.title": .text("lúa"), "flag": .flag(true),
                "l": .list([["name": .text("Giống"), "sum": .money(5)]]),
            ]).package
        )
        #expect(outline.paragraphs == ["QUYẾT ĐỊNH", "Về việc lúa", "Căn cứ Luật;", "Điều 1. Phê duyệt nghiêng LÚA.", "Có."])
        #expect(outline.tables[0][0][0] == "TRÊN\nCƠ QUAN\n\nSố: 1/QĐ")
        #expect(outline.tables[0][0][1].hasSuffix("Thanh Hóa, ngày 01 tháng 02 năm 2025"))
        #expect(outline.tables[1] == [["STT", "Tên", "Tiền"], ["1", "Giống", "Năm đồng"]])
        #expect(outline.tables[2][0] == ["Nơi nhận:\n- Như Điều 1;", "CHỦ TỊCH\n\n\n\n\nNguyễn Văn A"])
    }

    @Test(arguments: [
        "@nothing x", "@use absent", "@head a | b", "@table 50 60\n| a | b |", "@table 50 50\n| a |", "@table x", "@closing\nas: A",
        "@closing\nname: A", "@lines", "@lines 0", "@lines many", "@receivers", "@table roomy",
    ])
    func refusals(_ text: String) {
        let fault = #expect(throws: DocumentFault.self) { try FormSource(text, file: "f.txt") }
        #expect(fault?.place.hasPrefix("f.txt:") == true)
    }

    @Test func papersToWriteOnAndToSignTogether() throws {
        let source = """
            @about VỀ KHOA HỌC VÀ CÔNG NGHỆ
            @flush ☐ Đạt
            @lines 2
            @table roomy 50 50
            | A | B |
            | 1 | 2 |
            @signers ỦY VIÊN = {{#each l}}<br>{{#if l.role = Ủy viên}}<br>{{l.name}}<br>{{/if}}<br>{{/each}} | TRƯỞNG BAN = Ông T
            @receivers
            to: - Lưu: VT.
            """
        let package = try FormSource(source, file: "x").template
        let people: [[String: FieldValue]] = [
            ["name": .text("Bà A"), "role": .text("Ủy viên")], ["name": .text("Ông T"), "role": .text("Trưởng ban")],
            ["name": .text("Bà B"), "role": .text("Ủy viên")],
        ]
        let outline = try DocumentOutline(of: try DocumentTemplate(package).filled(["l": .list(people)]).package)
        // A box stays with its label, the words of a title in their pairs.
        #expect(
            outline.paragraphs == [
                "VỀ KHOA\u{A0}HỌC VÀ CÔNG\u{A0}NGHỆ", "☐\u{A0}Đạt", "\t", "\t", "Nơi nhận:", "- Lưu: VT.",
            ]
        )
        #expect(
            outline.tables[1] == [
                ["ỦY VIÊN\n(Ký, ghi rõ họ tên)\n\n\n\n\nBà A\n\n\n\n\nBà B", "TRƯỞNG BAN\n(Ký, ghi rõ họ tên)\n\n\n\n\nÔng T"]
            ]
        )
        let xml = String(decoding: package.bytes(of: WordPackage.mainPart) ?? [], as: UTF8.self)
        #expect(xml.components(separatedBy: "w:trHeight").count == 2)
    }

    @Test func aRowKnowsWhetherItIsTheLast() throws {
        let body = WordFile.p("{{#each l}}{{l.name}}{{#if l.last}}.{{else}}; {{/if}}{{/each}}")
        let rows: [[String: FieldValue]] = ["a", "b", "c"].map { ["name": .text($0)] }
        #expect(try WordFile.filled(body, ["l": .list(rows)]).paragraphs == ["a; b; c."])
    }

    @Test func useOfItself() {
        #expect(throws: DocumentFault.self) { try FormSource("@use a", file: "f.txt", shared: ["a": "@use a"]) }
    }

    @Test func htmlEscapesAndKeepsStructure() throws {
        let outline = try WordFile.filled(WordFile.p("{{a}}") + WordFile.table([["x"]]), ["a": .text("<b>&\nhai")])
        let html = outline.html(title: "<t>")
        #expect(html.contains("<p>&lt;b&gt;&amp;<br>hai</p>"))
        #expect(html.contains("<title>&lt;t&gt;</title>"))
        #expect(html.contains("<td><p>x</p>\n</td>"))
    }
}
