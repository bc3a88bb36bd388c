import CanonicalJSON
import LifecycleModel
import Terminal
import Testing

@Suite("Report")
struct ReportTests {
    private static let answer: JSONValue = [
        ["code": "TH-1", "state_money": 300, "end": .null], ["code": "=TH-2", "flags": ["late", "assumed"]],
    ]
    private let report = Report(
        json: Self.answer,
        blocks: [
            Heading("Nhiệm vụ"), Table(columns: [.init("Mã")], rows: [["TH-1"]]), Paragraph("Hết."),
        ]
    )

    @Test("for people: blocks with a blank line between them, none below a heading")
    func table() {
        #expect(report.text(as: .table, on: Screen()) == "Nhiệm vụ\n════════\nMã\n────\nTH-1\n\nHết.\n")
    }

    @Test("only the form that is wanted is made", arguments: OutputFormat.allCases)
    func wanted(format: OutputFormat) {
        var made: [OutputFormat] = []
        func making<Part>(_ format: OutputFormat, _ part: Part) -> Part {
            made.append(format)
            return part
        }
        let report = OutputFormat.$wanted.withValue(format) {
            Report(
                json: making(.json, Self.answer),
                blocks: making(.table, [Paragraph("Hết.")]),
                sheet: making(.csv, Sheet(header: ["code"], rows: [["TH-1"]]))
            )
        }
        #expect(made == [format])
        for other in OutputFormat.allCases { #expect(report.text(as: other, on: Screen()).isEmpty == (other != format)) }
    }

    @Test("for programs: one JSON document, whatever the screen can do")
    func json() throws {
        let text = report.text(as: .json, on: Screen(usesColour: true))
        #expect(try JSONValue(parsing: text) == Self.answer)
        #expect(text.hasSuffix("]\n"))
    }

    @Test("for spreadsheets: a column for each field in order of appearance, formulas harmless")
    func csv() {
        #expect(report.text(as: .csv, on: Screen()) == "code,state_money,end,flags\r\nTH-1,300,,\r\n'=TH-2,,,late|assumed\r\n")
    }

    @Test("an object within gives columns with its name before theirs; a list of objects stays JSON")
    func nested() {
        let sheet = Sheet(json: ["kind": "selection", "quorum": ["holds": true, "present": 7], "seats": [["role": "chair"]], "none": [:]])
        #expect(sheet.header == ["kind", "quorum.holds", "quorum.present", "seats", "none"])
        #expect(sheet.rows == [["selection", "true", "7", #"[{"role":"chair"}]"#, ""]])
    }

    @Test("plain values give one column")
    func plain() {
        #expect(Sheet(json: ["a", "b"]) == Sheet(header: ["value"], rows: [["a"], ["b"]]))
        #expect(Sheet(json: []) == Sheet(header: [], rows: []))
    }

    @Test("a table's own sheet has its titles and plain cells")
    func tableSheet() {
        let table = Table(columns: [.init("Mã"), .init("Tên")], rows: [[StyledText("a", .bad)], ["b", "c", "d"]], footer: [["x"]])
        #expect(table.sheet == Sheet(header: ["Mã", "Tên"], rows: [["a", ""], ["b", "c"]]))
    }
}
