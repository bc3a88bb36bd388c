import Diagrams
import Foundation
import Pages
import Testing

@Suite("Web pages")
struct PageTests {
    private static let hostile = "<script>alert('x')</script> & \"quoted\" \u{0}"
    private static let escaped = "&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;quoted&quot;  "

    @Test("texts, attributes, captions and cells stand as text, whatever is written in them")
    func escaping() {
        let table = PageTable(
            Self.hostile,
            columns: [PageTable.Column(Self.hostile), PageTable.Column("n", isNumeric: true)],
            rows: [[Self.hostile, Self.hostile]],
            footer: [Self.hostile, "1"]
        )
        let body = HTML([
            .element("p", ["title": Self.hostile], Self.hostile), table.html, HTML(Self.hostile),
            .figure(RowChart(title: Self.hostile, subtitle: "", rows: []).svg(), saying: Self.hostile),
        ])
        let document = Page(language: "vi", title: Self.hostile, body: body).document
        #expect(!document.contains("<script"))
        #expect(document.contains("<p title=\"\(Self.escaped)\">\(Self.escaped)</p>"))
        #expect(document.contains("<title>\(Self.escaped)</title>"))
        #expect(document.contains("<caption>\(Self.escaped)</caption>"))
        #expect(document.contains("aria-label=\"\(Self.escaped)\""))
        #expect(!document.contains("\u{0}"))
    }

    @Test("a page asks nothing of any network and runs nothing")
    func alone() {
        let page = Page(language: "en", title: "T", body: .element("h1", [:], "T"))
        for word in ["http:", "https:", "src=", "url(", "@import", "<script", "<link"] { #expect(!page.document.contains(word), "\(word)") }
        #expect(page.document.contains("<html lang=\"en\">") && page.document.contains("default-src 'none'"))
        #expect(page.document == page.document)
    }

    @Test("a table has a caption, heads of columns and rows, and sums")
    func table() {
        let table = PageTable(
            "C",
            columns: [PageTable.Column("A"), PageTable.Column("B", isNumeric: true)],
            rows: [["x", "1"], ["y", "2"]],
            footer: ["z", "3"]
        ).html.markup
        #expect(table.contains("<th scope=\"col\" class=\"n\">B</th>"))
        #expect(table.contains("<th scope=\"row\">y</th>") && table.contains("<td class=\"n\">2</td>"))
        #expect(table.contains("<tfoot>") && table.components(separatedBy: "<tr>").count == 5)
    }

    @Test("a bar is as long as its share, never longer than the whole, and absent at nothing")
    func bars() {
        let rows = [("half", 50), ("over", 150), ("none", 0)].map {
            RowChart.Row(name: $0, value: $1, figure: "\($1)", mark: 60)
        }
        let svg = RowChart(title: "T", subtitle: "", whole: 100, markName: "M", rows: rows).svg()
        #expect(svg.components(separatedBy: "width=\"228\"").count == 2)
        #expect(svg.components(separatedBy: "width=\"456\"").count == 2)
        #expect(svg.components(separatedBy: "<rect").count == 4)
        #expect(svg.contains(">M</text>") && !svg.contains("<defs>"))
    }
}
