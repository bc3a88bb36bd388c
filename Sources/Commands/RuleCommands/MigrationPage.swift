import AuditTrail
import Engine
import LifecycleModel
import Services
import Store
import Terminal
import WorkingCalendar

/// A migration as a document: an HTML page that stands alone and prints well, or Markdown.
struct MigrationPage {
    private let view: MigrationView

    init(_ view: MigrationView) {
        self.view = view
    }

    /// A table of the page.
    private struct Section {
        let title: String
        let header: [String]
        let rows: [[String]]
    }

    private var facts: [(String, String)] {
        var facts = [(say("Chuyển sang", "To"), view.to), (say("Ngày", "Day"), view.day.shown)]
        if !view.from.isEmpty { facts.insert((say("Rời", "From"), view.from.joined(separator: ", ")), at: 0) }
        if let decision = view.decision { facts.append((say("Quyết định", "Decision"), decision)) }
        if let receipt = view.receipt, let events = receipt.events {
            facts.append((say("Biên nhận", "Receipt"), say("sự kiện ", "events ") + "\(events.lowerBound)–\(events.upperBound)"))
            facts.append((say("Gốc nhật ký", "Log root"), receipt.head.root.description))
        }
        return facts
    }

    private var sections: [Section] {
        let task = say("Nhiệm vụ", "Task")
        let name = say("Tên", "Title")
        let blocked = Section(
            title: say("Không chuyển được", "Cannot pass"),
            header: [task, name, say("Đang ở", "Stands in"), say("Vì sao", "Why")],
            rows: view.blocked.map {
                [$0.code, $0.title, $0.before, $0.blockers.map { $0.message[Speech.language] }.joined(separator: "; ")]
            }
        )
        let obligations = Section(
            title: say("Thời hạn đổi", "Deadlines that change"),
            header: [
                task, say("Thời hạn", "Deadline"), say("Thành", "Becomes"), say("Hạn cũ", "Due"), say("Hạn mới", "New due"),
                say("Vì sao", "Why"),
            ],
            rows: view.obliged.flatMap { row in
                zip(row.labels, row.obligations).map { label, change in
                    [
                        row.code, label, change.kind.words[Speech.language], change.before?.due.shown ?? "–",
                        change.after?.due.shown ?? "–", change.reason[Speech.language],
                    ]
                }
            }
        )
        let passing = Section(
            title: view.isUndo ? say("Trở lại", "Back again") : say("Chuyển được", "Pass"),
            header: [task, name, say("Đang ở", "Stands in"), say("Sẽ ở", "Will stand in")],
            rows: view.passing.map { [$0.code, $0.title, $0.before, $0.after] }
        )
        return [blocked, obligations, passing].filter { !$0.rows.isEmpty }
    }

    /// Markdown with pipe tables.
    var markdown: String {
        var text = "# \(view.title)\n\n"
        for (name, value) in facts { text += "- **\(name)**: \(value.pipeSafe)\n" }
        text += "\n\(view.summary)\n"
        for section in sections {
            text += "\n## \(section.title) (\(section.rows.count))\n\n"
            text += "| \(section.header.joined(separator: " | ")) |\n|\(section.header.map { _ in "---|" }.joined())\n"
            for row in section.rows { text += "| \(row.map(\.pipeSafe).joined(separator: " | ")) |\n" }
        }
        return text
    }

    /// One HTML file without anything from outside.
    var html: String {
        let list = facts.map { "<dt>\($0.0.htmlSafe)</dt><dd>\($0.1.htmlSafe)</dd>" }.joined(separator: "\n")
        let tables = sections.map { section in
            """
            <h2>\(section.title.htmlSafe) (\(section.rows.count))</h2>
            <table>
            <thead><tr>\(section.header.map { "<th>\($0.htmlSafe)</th>" }.joined())</tr></thead>
            <tbody>
            \(section.rows.map { "<tr>" + $0.map { "<td>\($0.htmlSafe)</td>" }.joined() + "</tr>" }.joined(separator: "\n"))
            </tbody>
            </table>
            """
        }
        return """
            <!DOCTYPE html>
            <html lang="\(Speech.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(view.title.htmlSafe)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(view.title.htmlSafe)</h1>
            <dl>
            \(list)
            </dl>
            <p>\(view.summary.htmlSafe)</p>
            \(tables.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static let style = """

        body { font: 15px/1.5 "Times New Roman", "Liberation Serif", serif; max-width: 72rem; margin: 2rem auto; padding: 0 1.5rem; color: #1a1a1a; }
        h1 { font-size: 1.5rem; margin: 0 0 1rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
        dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; }
        th { background: #eee; }
        td:first-child { white-space: nowrap; }
        thead { display: table-header-group; } tr { break-inside: avoid; }
        @media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt; } }

        """
}

extension String {
    /// The text so that HTML shows it as it is.
    fileprivate var htmlSafe: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    /// The text so that it stays in its cell of a Markdown table.
    fileprivate var pipeSafe: String { replacing("|", with: "\\|").replacing("\n", with: " ").replacing("<", with: "&lt;") }
}
