import Indicators
import LifecycleModel
import Pages
import Services
import Store

/// The portfolio as a page: at a glance first, then tasks, use, money, what is late and whom to chase.
struct PortfolioPage {
    let digest: PortfolioDigest
    let stages: StageLabels
    /// Names of organisations and programmes by code.
    let hosts, programmes: [String: String]
    let names: PartyNames

    /// Rows of a list beyond which it is cut; how many there are is said, and where the rest is.
    static let longest = 40

    init(_ digest: PortfolioDigest, in reader: any StoreReader) throws {
        self.digest = digest
        stages = StageLabels(try reader.definitions(), digest.overview.positions, reader)
        hosts = try reader.names(of: .organisation)
        programmes = try reader.names(of: .programme)
        names = try PartyNames(reader)
    }

    /// A part of the page with its heading.
    struct Section {
        let id, title: String
        let body: [HTML]

        var html: HTML { .element("section", ["id": id], [.element("h2", [:], title)] + body) }
    }

    var day: CivilDate { digest.stamp.day }

    var page: Page {
        let title = say(
            "Toàn cảnh danh mục nhiệm vụ KH&CN đến ngày \(day.vietnamese)",
            "The portfolio of science tasks as of \(day)"
        )
        let sections = [tasks, use, money, overdue, reports, unused, warnings]
        let contents = HTML.element(
            "nav",
            ["aria-label": say("Mục lục", "Contents")],
            .element("ul", [:], sections.map { .element("li", [:], .element("a", ["href": "#\($0.id)"], $0.title)) })
        )
        let words = HTML.element(
            "p",
            ["class": "lead"],
            say(
                "Hạn, tạm ứng quá hạn và ứng dụng xét đến hết ngày \(day.vietnamese); vị trí của nhiệm vụ và tiền theo toàn bộ nhật ký.",
                "Deadlines, advances overdue and use are judged as of the end of \(day); where tasks stand and money by the whole log."
            )
        )
        let head = HTML.element("header", [:], .element("h1", [:], title), words)
        let main = HTML.element("main", [:], [glance, contents] + sections.map(\.html))
        let foot = HTML.element("footer", [:], .element("p", [:], digest.stamp.phrase[Speech.language] + "."))
        return Page(language: Speech.language.rawValue, title: title, body: head + main + foot)
    }

    // MARK: Words

    func host(_ code: String?) -> String { code.map { hosts[$0] ?? $0 } ?? "" }

    /// A sentence under something.
    func note(_ text: String) -> HTML { .element("p", ["class": "note"], text) }

    /// The table cut after its longest, and the sentence that says so.
    func list(_ caption: String, _ columns: [PageTable.Column], _ rows: [[String]], rest command: String) -> [HTML] {
        let table = PageTable(caption, columns: columns, rows: Array(rows.prefix(Self.longest))).html
        guard rows.count > Self.longest else { return [table] }
        return [
            table,
            note(
                say(
                    "Nêu \(Self.longest) trong \(rows.count) mục; toàn bộ: \(command)",
                    "\(Self.longest) of \(rows.count) are shown; all of them: \(command)"
                )
            ),
        ]
    }
}
