import LifecycleModel
import OpenPackaging
import Testing

@testable import Documents

@Suite struct TemplateRefusalTests {
    @Test(arguments: [
        "{{a", "a}}", "{{a {{b}}", "{{}}", "{{A}}", "{{a.}}", "{{a | loud}}", "{{a | upper | words}}", "{{#each}}", "{{#each l}}",
        "{{/each}}",
        "{{#if}}x{{/if}}", "{{#if a}}", "{{#if a}}x{{/each}}", "{{else}}", "{{#if a}}{{else}}{{else}}{{/if}}",
        "{{#each l}}{{else}}{{/each}}",
        "{{#if a =}}x{{/if}}", "{{số_tiền}}",
    ])
    func brokenTags(_ text: String) {
        let fault = #expect(throws: DocumentFault.self) { try WordFile.template(WordFile.p("trước") + WordFile.p(text)) }
        #expect(fault?.code == .brokenTag)
        #expect(fault?.place.contains("đoạn/paragraph 2") == true)
        #expect(fault?.hint != nil)
    }

    /// Its rows would be repeated for each of its rows: thirty such tags and two rows are a thousand million paragraphs.
    @Test(arguments: [
        WordFile.p("{{#each l}}{{#each l}}x{{/each}}{{/each}}"),
        WordFile.p("{{#each l}}") + WordFile.table([["{{#each l}}x", "{{/each}}"]]) + WordFile.p("{{/each}}"),
    ])
    func listWithinItself(_ body: String) {
        let fault = #expect(throws: DocumentFault.self) { try WordFile.template(body) }
        #expect(fault?.code == .brokenTag)
        #expect(fault?.message.en == "the list \"l\" is repeated within itself")
    }

    /// No stack holds any number; thirty-two are more than anybody reads.
    @Test(arguments: [33, 2_000])
    func sectionsTooDeep(_ depth: Int) {
        let text = String(repeating: "{{#if a}}", count: depth) + "x" + String(repeating: "{{/if}}", count: depth)
        let fault = #expect(throws: DocumentFault.self) { try WordFile.template(WordFile.p(text)) }
        #expect(fault?.message.en == "sections are nested more than 32 deep")
    }

    @Test func sectionsDeepEnough() throws {
        let text = String(repeating: "{{#if a}}", count: 32) + "x" + String(repeating: "{{/if}}", count: 32)
        #expect(try WordFile.filled(WordFile.p(text), ["a": .flag(true)]).paragraphs == ["x"])
    }

    @Test func sectionFromTextIntoTable() {
        let body = WordFile.p("{{#each l}}") + WordFile.table([["{{/each}}"]])
        #expect(throws: DocumentFault.self) { try WordFile.template(body) }
    }

    @Test func unclosedRow() {
        let fault = #expect(throws: DocumentFault.self) { try WordFile.template(WordFile.table([["a"], ["{{#each l}}", "b"]])) }
        #expect(fault?.place.contains("dòng/row 2") == true)
    }

    @Test(arguments: ["w:ins", "w:del"])
    func trackedChanges(_ name: String) {
        let body = "<w:p><\(name)><w:r><w:t>x</w:t></w:r></\(name)></w:p>"
        #expect(throws: DocumentFault.self) { try WordFile.template(body) }
    }

    @Test(
        arguments: [
            ("word/vbaProject.bin", "x", DocumentFault.Code.activeContent), ("word/embeddings/oleObject1.bin", "x", .activeContent),
            ("word/activeX/activeX1.xml", "<a/>", .activeContent), ("word/media/image1.emf", "x", .imageRefused),
            ("word/media/image1.svg", "<svg/>", .imageRefused),
            (
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"a\" Target=\"http://example.org/t.dotm\" TargetMode=\"External\"/></Relationships>",
                .externalLink
            ),
            ("word/_rels/document.xml.rels", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>", .unsafePackage),
            ("word/footer1.xml", "<w:ftr", .brokenXML), ("word/footer1.xml", "<x/>", .notAPackage),
        ] as [(String, String, DocumentFault.Code)]
    )
    func parts(_ name: String, _ content: String, _ code: DocumentFault.Code) {
        let fault = #expect(throws: DocumentFault.self) {
            try DocumentTemplate(WordFile.package(WordFile.p("x"), more: [(name, content)]))
        }
        #expect(fault?.code == code)
        #expect(fault?.place.contains(name) == true)
    }

    @Test func macroDeclaredInContentTypes() {
        var package = WordFile.package("")
        package.parts[0].bytes = Array("<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>".utf8)
        #expect(throws: DocumentFault.self) { try DocumentTemplate(package) }
    }

    @Test func largeImage() {
        var limits = PackageLimits()
        limits.imageBytes = 10
        let package = WordFile.package("", more: [("word/media/image1.png", String(repeating: "x", count: 11))])
        let fault = #expect(throws: DocumentFault.self) { try DocumentTemplate(package, limits: limits) }
        #expect(fault?.code == .imageRefused)
        limits.imageBytes = 11
        #expect(throws: Never.self) { try DocumentTemplate(package, limits: limits) }
    }

    @Test func strictOrForeignXML() {
        var package = WordFile.package("")
        package.parts[1].bytes = Array("<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>".utf8)
        #expect(throws: DocumentFault.self) { try DocumentTemplate(package) }
    }

    @Test func unknownFieldsAndWrongUse() throws {
        let csv = """
            field,type,meaning_vi,meaning_en,example,source
            task.title,text,Tên,Title,Giống lúa,fact task.title
            money,money,Tiền,Money,1.000,given
            done,flag,Xong,Done,có,given
            l,list,Danh sách,List,,given
            l.name,text,Tên,Name,A ; B,column

            """
        let catalogue = try FieldCatalogue(reading: Array(csv.utf8), file: "fields.csv")
        let template = try WordFile.template(
            WordFile.p("{{task.tilte}}") + WordFile.p("{{money | upper}} {{done}} {{l}} {{l.name}} {{l.number}}")
                + WordFile.p("{{#each money}}") + WordFile.p("x") + WordFile.p("{{/each}}") + WordFile.p("{{#each l}}")
                + WordFile.p("{{l.name}} {{l.number | padded}} {{task.title | upper}}") + WordFile.p("{{/each}}")
        )
        let (fields, faults) = template.check(with: catalogue)
        #expect(faults.map(\.code) == [.unknownField, .wrongUse, .wrongUse, .wrongUse, .wrongUse, .unknownField, .wrongUse])
        #expect(faults.first?.hint?.vi.contains("task.title") == true)
        #expect(fields.contains("task.title"))
        #expect(catalogue.examples["l"] == .list([["name": .text("A")], ["name": .text("B")]]))
    }

    @Test(arguments: [
        ("field,type\n", 1), ("field,type,meaning_vi,meaning_en,example,source\na,text,Ý\n", 2),
        ("field,type,meaning_vi,meaning_en,example,source\na,word,Ý,M,x,given\n", 2),
        ("field,type,meaning_vi,meaning_en,example,source\na,date,Ý,M,hôm qua,given\n", 2),
        ("field,type,meaning_vi,meaning_en,example,source\na,text,Ý,M,x,nowhere\n", 2),
        ("field,type,meaning_vi,meaning_en,example,source\na,text,Ý,M,,given\n", 2),
    ])
    func catalogueFaults(_ text: String, _ line: Int) {
        let fault = #expect(throws: DocumentFault.self) { try FieldCatalogue(reading: Array(text.utf8), file: "fields.csv") }
        #expect(fault?.place.contains("fields.csv:\(line)") == true)
    }

    @Test func doubleFieldAndOrphanColumn() {
        let head = "field,type,meaning_vi,meaning_en,example,source\n"
        for rows in ["a,text,Ý,M,x,given\na,text,Ý,M,x,given\n", "l.a,text,Ý,M,x,column\n"] {
            #expect(throws: DocumentFault.self) { try FieldCatalogue(reading: Array((head + rows).utf8), file: "fields.csv") }
        }
    }
}
