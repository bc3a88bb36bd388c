import AuditTrail
import Engine
import LifecycleModel
import Pages
import Rules
import Store

/// What a person opens first: the task on one page in Vietnamese, with what is proved and how to check it.
struct DossierPage {
    let story: DossierStory
    let written: WrittenCheckpoint

    init(_ story: DossierStory, _ written: WrittenCheckpoint) {
        self.story = story
        self.written = written
    }

    var task: TaskState { story.task }

    var page: Page {
        get throws {
            let title = "Hồ sơ nhiệm vụ \(task.code)"
            let sections = try [
                facts, machines, uses, councils, money, deadlines, documents, participation, events, proof,
            ].compactMap(\.self)
            let contents = HTML.element(
                "nav",
                ["aria-label": "Mục lục"],
                .element("ul", [:], sections.map { .element("li", [:], .element("a", ["href": "#\($0.id)"], $0.title)) })
            )
            let name = task.fact("task.title")?.text ?? task.code
            let lead = "\(name). Lập từ \(written.checkpoint.size) sự kiện đầu của nhật ký «\(written.checkpoint.origin)»."
            let head = HTML.element("header", [:], .element("h1", [:], title), .element("p", ["class": "lead"], lead))
            let main = HTML.element("main", [:], [tiles, contents] + sections.map(\.html))
            let root = "Gốc của nhật ký: \(written.checkpoint.root). Mã người và tổ chức ghi đúng như trong nhật ký."
            let foot = HTML.element("footer", [:], .element("p", [:], root))
            return Page(language: "vi", title: title, body: head + main + foot)
        }
    }

    /// A part of the page with its heading.
    struct Section {
        let id, title: String
        let body: [HTML]

        var html: HTML { .element("section", ["id": id], [.element("h2", [:], title)] + body) }
    }

    private var tiles: HTML {
        let pairs = [
            ("Tình trạng", story.regime?.task.states[task.position]?.label.vi ?? task.position),
            ("Quy định áp dụng", story.regime?.label.vi ?? task.regime),
            ("Ngày gần nhất có sự kiện", task.lastHappenedOn.vietnamese),
            ("Sự kiện", "\(story.events.count)\(story.sealed.isEmpty ? "" : " và \(story.sealed.count) phiếu niêm phong")"),
        ]
        let flags = task.flags.sorted { $0.key < $1.key }.map { ("Cờ", $0.value.vi) }
        return .element(
            "dl",
            ["class": "tiles"],
            (pairs + flags).map { .element("div", [:], .element("dt", [:], $0.0), .element("dd", [:], $0.1)) }
        )
    }

    private var facts: Section {
        let rows = task.facts.flatMap { group, facts in
            facts.map { name, value in
                let fact = story.regime?.facts[group]?[name]
                return [fact?.label.vi ?? "\(group).\(name)", shown(value, fact), "\(group).\(name)"]
            }
        }
        let columns = [
            PageTable.Column("Thông tin"), PageTable.Column("Nội dung"), PageTable.Column("Mã", isWhole: true),
        ]
        return Section(id: "facts", title: "Thông tin", body: [PageTable("Đã ghi nhận", columns: columns, rows: rows).html])
    }

    private var machines: Section? {
        let rows = task.machines.flatMap { kind, instances in
            let machine = story.regime?.machine(kind)
            return instances.map { instance in
                [
                    "\(kind):\(instance.number)", machine?.label.vi ?? kind, machine?.states[instance.state]?.label.vi ?? instance.state,
                    instance.openedOn.vietnamese, instance.movedOn.vietnamese,
                    instance.facts.map { "\(machine?.facts[$0.key]?.label.vi ?? $0.key): \(shown($0.value, machine?.facts[$0.key]))" }
                        .joined(separator: "; "),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        let columns = [
            PageTable.Column("Mã", isWhole: true), PageTable.Column("Hồ sơ"), PageTable.Column("Trạng thái"),
            PageTable.Column("Mở ngày", isWhole: true), PageTable.Column("Gần nhất", isWhole: true), PageTable.Column("Thông tin"),
        ]
        return Section(id: "machines", title: "Hồ sơ con", body: [PageTable("Hồ sơ con", columns: columns, rows: rows).html])
    }

    /// A value as people write it; a code stays a code.
    func shown(_ value: FactValue, _ fact: Fact?) -> String {
        switch (value, fact?.type) {
        case (.int(let amount), .dong?): Dong(amount).formatted()
        case (.text(let choice), .choice?): fact?.choices.first { $0.value == choice }?.label.vi ?? choice
        case (.bool(let flag), _): flag ? "có" : "không"
        default: value.shown
        }
    }
}
