import CanonicalJSON
import Foundation
import Store
import TestSupport
import Testing

/// The page of the whole portfolio, by the program itself.
@Suite("Report on the portfolio")
struct PortfolioReportTests {
    private static func run(_ name: String, _ words: String, exit: Int32 = 0) -> Run {
        Run(name, words, exit: exit, environment: ["COLUMNS": "120"])
    }

    @Test(
        "help and refusals, as recorded",
        arguments: [
            run("help-report-portfolio", "help report portfolio"),
            run("report-portfolio-day", "report portfolio --as-of 2024-02-30", exit: 65),
            run("report-portfolio-ahead", "report portfolio --as-of 2030-01-01", exit: 65),
            run("report-portfolio-where", "report portfolio --output nowhere/x.html", exit: 69),
        ]
    )
    func recorded(_ run: Run) throws {
        let outcome = try FollowUpDesk().run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
    }

    private static func page(_ desk: FollowUpDesk, _ words: [String] = [], environment: [String: String] = [:]) throws -> String {
        let outcome = try desk.run(words + ["report", "portfolio", "--as-of", "2024-03-01"], environment: environment)
        #expect(outcome.exit == 0, "\(outcome.error)")
        return outcome.output
    }

    @Test("the same store asked the same gives the same bytes, whatever the clock says")
    func same() throws {
        let desk = try FollowUpDesk()
        let page = try Self.page(desk)
        #expect(try Self.page(desk, environment: ["NHIEMVU_NOW": "2031-05-06"]) == page)
        #expect(page.contains("\(try desk.head().root)"))
        #expect(page.contains("<html lang=\"vi\">"))
        let english = try Self.page(desk, ["--lang", "en"])
        #expect(english.contains("<html lang=\"en\">") && english.contains("Results past their last month and not in use"))
    }

    @Test("shows the figure of indicator 20 and the results not in use as the indicator's own commands do")
    func figures() throws {
        let desk = try FollowUpDesk()
        let page = try Self.page(desk)
        let figure = try desk.json(["indicator", "show", "20", "--year", "2024"])
        let (used, all) = (try #require(figure["numerator"]?.int), try #require(figure["denominator"]?.int))
        #expect(all > 0)
        #expect(page.contains("(\(used) / \(all))"))
        let records = try desk.json(["indicator", "records", "20", "--year", "2024"])
        let idle = (records["results"]?.array ?? []).filter { $0["verdict"]?.string == "not-used" }
        #expect(!idle.isEmpty)
        for result in idle {
            let key = "\(result["task"]?.string ?? "?")/result/\(result["result"]?.int ?? 0)"
            #expect(page.contains(">\(key)</th>"), "\(key)")
        }
    }

    @Test("whatever a name holds stands as text; the page runs nothing and asks nothing of any network")
    func hostile() throws {
        let desk = try FollowUpDesk()
        let name = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>"
        #expect(try desk.run(["org", "update", "MAU-CT-07", "--name", name]).exit == 0)
        let page = try Self.page(desk)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;&lt;img src=x onerror=alert(2)&gt;"))
        for word in ["<script", "<img", "<link", "http://", "https://", "@import", "javascript:"] {
            let plain = page.replacing("http://www.w3.org/2000/svg", with: "")
            #expect(!plain.contains(word), "\(word)")
        }
    }

    @Test("every table has a caption, every picture its words, every section its heading; no name is given twice")
    func accessible() throws {
        let page = try Self.page(FollowUpDesk())
        func count(_ text: String) -> Int { page.components(separatedBy: text).count - 1 }
        #expect(count("<table>") > 3 && count("<table>") == count("<caption>"))
        #expect(count("<svg ") > 2 && count("<svg ") == count("<figure role=\"img\" aria-label=\""))
        #expect(count("<h1>") == 1 && count("<h2>") == count("<section id="))
        let names = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
        #expect(Set(names).count == names.count)
        for target in page.matches(of: ##/href="#([^"]+)"/##) { #expect(names.contains(String(target.1))) }
    }

    @Test("a new store has a page, too: it says that there is nothing")
    func empty() throws {
        let desk = try Desk()
        let environment = ["NHIEMVU_STORE": "new.db", "NHIEMVU_RULES": Program.shippedRules]
        #expect(try desk.run(["init"], environment: environment).exit == 0)
        let outcome = try desk.run(["report", "portfolio"], environment: environment)
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(outcome.output.components(separatedBy: ">Không có.<").count == 5)
    }
}
