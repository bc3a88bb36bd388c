import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleChanges
import Rules
import Services
import Store
import Terminal

/// `nhiemvu rules basis [INSTRUMENT]`
struct RulesBasis: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "basis",
            abstract: say(
                "Những gì dựa vào một văn bản pháp luật, và bao nhiêu nhiệm vụ đang chạy chịu ảnh hưởng.",
                "What rests on a legal instrument, and how many live tasks it touches."
            ),
            discussion: say(
                """
                Không nêu văn bản thì liệt kê mọi văn bản. Có thể nêu điều, khoản; không phân biệt hoa thường và khoảng trắng.
                Cột «Đang chạy» đếm nhiệm vụ đang chạy theo bộ quy tắc có quy tắc ấy; cột «Còn gặp» đếm những nhiệm vụ từ chỗ đang đứng còn \
                có thể gặp quy tắc ấy (theo đường đi của quy trình, không xét điều kiện).
                Ví dụ:
                  nhiemvu rules basis "TT 20/2023/TT-BKHCN"
                  nhiemvu rules basis "TT 20/2023/TT-BKHCN, Điều 12"
                  nhiemvu rules basis --assumed
                """,
                """
                Without an instrument it lists all of them. An article may be named; case and blanks do not count.
                "Live" counts live tasks under a definition that has the rule; "Ahead" those of them that can still meet it from where they \
                stand (by the ways of the process; guards are not looked at).
                Examples:
                  nhiemvu rules basis "TT 20/2023/TT-BKHCN"
                  nhiemvu rules basis "TT 20/2023/TT-BKHCN, Điều 12"
                  nhiemvu rules basis --assumed
                """
            )
        )
    }

    @Argument(
        help: ArgumentHelp(
            say("Văn bản, có thể kèm điều, khoản.", "Instrument, an article may follow."),
            valueName: say("văn-bản", "instrument")
        )
    )
    var instrument: String?
    @Flag(
        help: ArgumentHelp(
            say("Những gì còn thiếu văn bản: tạm tính hoặc không có căn cứ.", "What still needs a text: assumed, or without a basis.")
        )
    )
    var assumed = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if assumed, instrument != nil {
            throw ValidationError(say("Chỉ chọn một: văn bản hoặc --assumed", "Choose one: an instrument or --assumed"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let rules = try resting(in: context)
        if assumed {
            return Answer(RestingView(say("Còn thiếu văn bản", "What still needs a text"), rules.needingText).report)
        }
        guard let instrument else { return Answer(list(rules.instruments)) }
        return Answer(RestingView(instrument, try rules.resting(on: instrument)).report)
    }

    /// The store is looked at where there is one; rules can be asked about without.
    private func resting(in context: CommandContext) throws -> RestingRules {
        let library = try context.library()
        do {
            return try context.openStore(readOnly: true).read { try RestingRules(library: library, reader: $0) }
        } catch let error as StoreError where error.code == .missing {
            return try RestingRules(library: library, reader: nil)
        }
    }

    private func list(_ instruments: [RestingRules.Instrument]) -> Report {
        Report(
            json: .array(
                instruments.map {
                    [
                        "instrument": .string($0.name), "rules": JSONValue($0.rules), "live_tasks": $0.pinned.json,
                        "live_tasks_ahead": $0.ahead.json,
                    ]
                }
            ),
            blocks: [
                Heading(say("Căn cứ pháp luật", "Legal instruments")),
                Table(
                    columns: [
                        Table.Column(say("Văn bản", "Instrument"), shrinkPriority: 1, overflow: .wrap),
                        Table.Column(say("Quy tắc", "Rules"), alignment: .right),
                        Table.Column(say("Đang chạy", "Live"), alignment: .right), Table.Column(say("Còn gặp", "Ahead"), alignment: .right),
                    ],
                    rows: instruments.map {
                        [StyledText($0.name, .accent), StyledText("\($0.rules)"), $0.pinned.cell, $0.ahead.cell]
                    }
                ),
            ]
        )
    }
}

/// How rules that rest on a text look.
struct RestingView {
    private let title: String
    private let selection: RestingRules.Selection

    init(_ title: String, _ selection: RestingRules.Selection) {
        self.title = title
        self.selection = selection
    }

    var report: Report { Report(json: json, blocks: blocks, sheet: Sheet(json: .array(selection.entries.map(\.json)))) }

    private var json: JSONValue {
        [
            "basis": .string(title), "rules": .array(selection.entries.map(\.json)), "live_tasks": JSONValue(selection.pinned),
            "live_tasks_ahead": JSONValue(selection.ahead),
        ]
    }

    private var blocks: [any Block] {
        var blocks: [any Block] = [Heading(title)]
        for (definition, entries) in byDefinition {
            let name = definition.version.isEmpty ? definition.id : "\(definition.id) \(definition.version)"
            var words = "\(name) · \(entries.count) \(say("quy tắc", entries.count == 1 ? "rule" : "rules"))"
            if let tasks = definition.tasks { words += " · \(tasks) \(say("nhiệm vụ đang chạy", tasks == 1 ? "live task" : "live tasks"))" }
            if !definition.isInForce { words += say(" · bản cũ, còn nhiệm vụ theo", " · older, tasks still run under it") }
            blocks += [Heading(words, level: 2), table(entries)]
        }
        blocks.append(
            Paragraph(
                StyledText(
                    say(
                        "\(selection.entries.count) quy tắc; \(selection.pinned) nhiệm vụ đang chạy theo bộ quy tắc có chúng, \(selection.ahead) còn có thể gặp.",
                        "\(Message.count(selection.entries.count, "", one: "rule", many: "rules")[.en]); \(selection.pinned) live tasks run under a definition that has them, \(selection.ahead) can still meet one."
                    ),
                    .strong
                )
            )
        )
        return blocks
    }

    private var byDefinition: [(RestingRules.Definition, [RestingRules.Entry])] {
        var order: [RestingRules.Definition] = []
        for entry in selection.entries where !order.contains(entry.definition) { order.append(entry.definition) }
        let groups = Dictionary(grouping: selection.entries, by: \.definition)
        return order.map { ($0, groups[$0] ?? []) }
    }

    private func table(_ entries: [RestingRules.Entry]) -> Table {
        Table(
            columns: [
                Table.Column(say("Loại", "Kind")),
                Table.Column(say("Quy tắc", "Rule"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                Table.Column(say("Nội dung", "Says"), shrinkPriority: 3, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Căn cứ", "Basis"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Giá trị pháp lý", "Standing"), shrinkPriority: 4, minimumWidth: 8, overflow: .wrap),
                Table.Column(say("Còn gặp", "Ahead"), alignment: .right),
            ],
            rows: entries.map { entry in
                [
                    StyledText(entry.rule.part.singular[Speech.language], .faint), StyledText(entry.rule.subject[Speech.language]),
                    StyledText(entry.rule.text[Speech.language]), StyledText(entry.rule.basis ?? say("(không có)", "(none)"), .faint),
                    entry.rule.standing?.text ?? StyledText(""), entry.ahead.cell,
                ]
            }
        )
    }
}

extension RestingRules.Entry {
    fileprivate var json: JSONValue {
        [
            "regime": .string(definition.id), "version": .string(definition.version), "definition": .string(definition.hash),
            "in_force": .bool(definition.isInForce), "part": .string(rule.part.rawValue), "path": .string(rule.path),
            "subject": .string(rule.subject[Speech.language]), "says": .string(rule.text[Speech.language]), "basis": JSONValue(rule.basis),
            "standing": JSONValue(rule.standing?.rawValue), "live_tasks": pinned.json, "live_tasks_ahead": ahead.json,
        ]
    }
}

extension Int? {
    /// A count, where there is one.
    fileprivate var cell: StyledText { StyledText(map(String.init) ?? "–", self == nil ? .faint : .plain) }
    fileprivate var json: JSONValue { map { JSONValue($0) } ?? .null }
}
