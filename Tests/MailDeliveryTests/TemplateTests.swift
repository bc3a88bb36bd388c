import Foundation
import LifecycleModel
import MailDelivery
import Testing

@Suite("Templates of letters")
struct TemplateTests {
    private static let shape = TemplateShape(
        fields: ["a", "b"],
        sections: ["items": TemplateShape(fields: ["c"], sections: ["inner": TemplateShape(fields: ["d"])])]
    )

    private func filled(_ body: String, _ data: TemplateData) throws -> String {
        try MailTemplate("Subject: x\n\n" + body, file: "m.txt", shape: Self.shape).filled(with: data).body
    }

    private func faults(_ text: String) -> [TemplateFault] {
        do {
            _ = try MailTemplate(text, file: "m.txt", shape: Self.shape)
            return []
        } catch {
            return error.faults
        }
    }

    @Test("fields, repetitions within repetitions, and what stands where there is nothing")
    func nested() throws {
        let items = [
            TemplateData(fields: ["c": "1"], sections: ["inner": [TemplateData(fields: ["d": "x"]), TemplateData(fields: ["d": "y"])]]),
            TemplateData(fields: ["c": "2", "a": "inner a"]),
        ]
        let data = TemplateData(fields: ["a": "A"], sections: ["items": items])
        #expect(
            try filled("{{a}}:{{#items}}[{{c}}{{#inner}} {{d}}{{c}}{{a}}{{/inner}}{{^inner}}-{{a}}{{/inner}}]{{/items}}", data)
                == "A:[1 x1A y1A][2-inner a]\n"
        )
        #expect(try filled("{{#items}}x{{/items}}{{^items}}none{{/items}}", TemplateData()) == "none\n")
        #expect(try filled("{{#a}}({{a}}){{/a}}{{#b}}({{b}}){{/b}}{{^b}}no b{{/b}}{{! remark }}", data) == "(A)no b\n")
        #expect(try filled("{{ a }} & < > {{b}}.", data) == "A & < > .\n")
    }

    /// Its items would be repeated for each of its items, and no stack holds any number of sections.
    @Test("a section within itself, and sections too deep, are refused")
    func nestedSections() {
        func codes(_ body: String) -> [String] { faults("Subject: x\n\n" + body).map(\.code.rawValue) }
        #expect(codes("{{#items}}{{#items}}x{{/items}}{{/items}}") == ["template-nested-section"])
        #expect(codes("{{#items}}{{^items}}x{{/items}}{{/items}}") == [])
        let deep = { String(repeating: "{{#a}}", count: $0) + String(repeating: "{{/a}}", count: $0) }
        #expect(codes(deep(16)) == [])
        #expect(codes(deep(17)).first == "template-nested-section")
        #expect(codes(deep(2_000)).first == "template-nested-section")
    }

    @Test("one that is longer than any letter is refused")
    func long() {
        let room = String(repeating: "a", count: 64 * 1024 - "Subject: x\n\n".count)
        #expect(faults("Subject: x\n\n" + room) == [])
        #expect(faults("Subject: x\n\n" + room + "a").map(\.code) == [.tooLong])
    }

    @Test("a tag of a section alone on its line takes the line with it")
    func standalone() throws {
        let data = TemplateData(sections: ["items": [TemplateData(fields: ["c": "1"]), TemplateData(fields: ["c": "2"])]])
        #expect(try filled("{{#items}}\n- {{c}}\n{{/items}}\nend\n", data) == "- 1\n- 2\nend\n")
        #expect(try filled("a\n  {{#items}}  \n- {{c}}\n  {{#inner}}\n  {{/inner}}\n  {{/items}}", data) == "a\n- 1\n- 2\n")
        #expect(try filled("x {{#items}}\n{{c}}{{/items}}\n", data) == "x \n1\n2\n")
        #expect(try filled("a\n\n{{! remark }}\n\nb\n\n\n", data) == "a\n\n\nb\n")
    }

    @Test("values are one line each, without what steers a terminal; the subject is one line")
    func values() throws {
        let template = try MailTemplate("Subject: {{a}} {{b}}\n\n{{a}}|{{b}}", file: "m.txt", shape: Self.shape)
        let letter = template.filled(with: TemplateData(fields: ["a": " x\r\nBcc: y@z.vn\u{1B}[2J ", "b": "\u{202E}đ\t{{a}}"]))
        #expect(letter.subject == "x Bcc: y@z.vn [2J đ {{a}}")
        #expect(letter.body == "x Bcc: y@z.vn [2J|đ {{a}}\n")
    }

    @Test("lines end as they like, and none of them ends the subject within")
    func lineEnds() throws {
        for end in ["\n", "\r\n", "\r"] {
            let template = try MailTemplate("Subject: một\u{2028}hai" + end + end + "a" + end + "b", file: "m.txt", shape: Self.shape)
            let letter = template.filled(with: TemplateData())
            #expect(letter.subject == "một hai" && letter.body == "a\nb\n")
            #expect(faults("Subject: một" + end + "hai" + end + end + "a").map(\.code) == [.subject])
        }
    }

    @Test("every fault has its place, and all of them are told at once")
    func faultPlaces() {
        let text = "Subject: {{z}}\n\nmột {{y}}\n{{#items}}{{c}}{{d}}\n {{/inner}}{{items}} {{ }} {{c\n{{^items}}{{c}}"
        #expect(
            faults(text).map { "\($0.line):\($0.column) \($0.code.rawValue)" } == [
                "1:10 template-unknown-name", "3:5 template-unknown-name", "4:16 template-unknown-name", "5:2 template-unclosed-section",
                "5:12 template-not-a-field", "5:22 template-broken-tag", "5:28 template-broken-tag", "6:1 template-unclosed-section",
                "4:1 template-unclosed-section",
            ]
        )
        #expect(faults(text).allSatisfy { $0.file == "m.txt" && !$0.phrase.en.isEmpty })
        #expect(faults("Subject: x\n\n{{#items}}{{/a}}{{/items}}").map(\.code) == [.unclosedSection])
        #expect(faults("Subject: {{#a}}\n\n{{/a}}").map(\.line) == [1, 3])
    }

    @Test("a letter begins with its subject and a blank line", arguments: ["", "Subject: x", "Subject: x\n", "x\n\ny", "Subject: x\ny\nz"])
    func heading(text: String) {
        #expect(faults(text).map(\.code) == [.subject])
    }

    @Test("a file that is not there, or is no UTF-8, is a fault; a byte order mark and CRLF are none")
    func files() throws {
        let folder = try DropFolder()
        #expect(throws: TemplateFaults.self) { try MailTemplate(contentsOfFile: "\(folder.path)/x.txt", shape: Self.shape) }
        try Data([0x53, 0xFF]).write(to: URL(fileURLWithPath: "\(folder.path)/y.txt"))
        #expect(throws: TemplateFaults.self) { try MailTemplate(contentsOfFile: "\(folder.path)/y.txt", shape: Self.shape) }
        // A pipe is not waited for.
        mkfifo("\(folder.path)/ong.txt", 0o600)
        #expect(throws: TemplateFaults.self) { try MailTemplate(contentsOfFile: "\(folder.path)/ong.txt", shape: Self.shape) }
        let file = try folder.file("z.txt", "\u{FEFF}Subject: {{a}}\r\n\r\n{{#items}}\r\n{{c}}\r\n{{/items}}\r\n", mode: 0o600)
        let letter = try MailTemplate(contentsOfFile: file, shape: Self.shape).filled(
            with: TemplateData(fields: ["a": "x"], sections: ["items": [TemplateData(fields: ["c": "1"])]])
        )
        #expect(letter == ("x", "1\n"))
        #expect(throws: TemplateFaults.self) { try MailTemplates(folder: folder.path) }
    }
}
