import Documents
import LifecycleModel
import Testing

@Suite("Papers of reports")
struct ReportPaperTests {
    private static let table = PaperTable(
        widths: [40, 10, 10],
        alignments: [.left, .center, .right],
        head: [
            [PaperTable.Cell("Chỉ tiêu", rows: 2), PaperTable.Cell("Đang tiến hành", columns: 2)],
            [PaperTable.Cell("mới"), PaperTable.Cell("cũ")],
        ],
        rows: [[PaperTable.Cell("a **b** {{c}} <d> & ^"), PaperTable.Cell("1"), PaperTable.Cell("2", isBold: true)]]
    )

    @Test("a chart is a part of its own with its numbers, named by the text")
    func chart() throws {
        let chart = PaperChart(title: "A < B", categories: ["x & y", "z"], series: [PaperChart.Series("n", [3, 1_000_000])])
        let package = try WordPackage(reading: try ReportPaper([.chart(chart), .chart(chart)]).archived())
        let part = try #require(package.bytes(of: "word/charts/chart2.xml"))
        let text = String(decoding: part, as: UTF8.self)
        #expect(text.contains("<c:v>x &amp; y</c:v>") && text.contains("<c:v>1000000</c:v>") && text.contains("A &lt; B"))
        let document = String(decoding: try #require(package.bytes(of: WordPackage.mainPart)), as: UTF8.self)
        let links = String(decoding: try #require(package.bytes(of: "word/_rels/document.xml.rels")), as: UTF8.self)
        for number in 1...2 {
            #expect(document.contains("r:id=\"rIdChart\(number)\"") && links.contains("Id=\"rIdChart\(number)\""))
        }
    }

    @Test("text is never markup, cells that cover others are written so, and the paper opens", arguments: [false, true])
    func opens(_ isLandscape: Bool) throws {
        let paper = ReportPaper(
            [
                .head(above: "TỈNH", body: "SỞ **KH**", number: "", placeAndDate: ""), .title("BÁO CÁO"), .about("Về việc"),
                .heading("I. Chung"), .text("Dòng {{một}}\nDòng **hai**"), .centre("Giữa"), .note("Ghi chú"), .table(Self.table),
                .signers(["NGƯỜI LẬP", "THỦ TRƯỞNG"]), .closing(receivers: ["- Lưu"], titles: ["GIÁM ĐỐC"], name: "Lê {{X}}"),
            ],
            isLandscape: isLandscape
        )
        let bytes = try paper.archived()
        #expect(bytes == (try paper.archived()))
        let outline = try DocumentOutline(of: try WordPackage(reading: bytes))
        #expect(outline.paragraphs.contains("Dòng {{một}}\nDòng **hai**"))
        let table = try #require(outline.tables.first { $0.first?.first == "Chỉ tiêu" })
        #expect(table == [["Chỉ tiêu", "Đang tiến hành"], ["", "mới", "cũ"], ["a **b** {{c}} <d> & ^", "1", "2"]])
    }
}
