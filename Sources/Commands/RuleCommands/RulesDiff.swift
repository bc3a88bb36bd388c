import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleChanges
import Rules
import Services
import Terminal

/// `nhiemvu rules diff A B`
struct RulesDiff: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say("Hai bộ quy tắc khác nhau những gì về nội dung.", "What two sets of rules say differently."),
            discussion: say(
                """
                So ý nghĩa, không so chữ: thứ tự, chú thích, cách chia tệp không tính. Khác nhau hay không, lệnh vẫn kết thúc bằng mã 0; \
                tên không có thì 65.
                Mỗi bên là một chế độ (law-2013), một chế độ ở thư mục khác (quy-tac-cu:law-2013), một bản đã lưu trong kho \
                (law-2013/1.0.0, hoặc những chữ số đầu của SHA-256).
                Ví dụ:
                  nhiemvu rules diff quy-tac-cu:law-2013 law-2013
                  nhiemvu rules diff 3f9a2c law-2013 --format json
                """,
                """
                Meaning is compared, not text: order, comments and how files are split do not count. It ends with 0 whether they differ or \
                not; with 65 when a name is not there.
                Each side is a regime (law-2013), a regime of another folder (old-rules:law-2013) or a definition kept in the store \
                (law-2013/1.0.0, or the first digits of its SHA-256).
                Examples:
                  nhiemvu rules diff old-rules:law-2013 law-2013
                  nhiemvu rules diff 3f9a2c law-2013 --format json
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Bản cũ.", "The old rules."), valueName: say("bản-cũ", "a"))) var old: String
    @Argument(help: ArgumentHelp(say("Bản mới.", "The new rules."), valueName: say("bản-mới", "b"))) var new: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let search = try context.definitionSearch()
        let (before, after) = (try search(old).rules, try search(new).rules)
        return Answer(DifferenceView(before, after).report)
    }
}

extension CommandContext {
    /// Finds rules by name in the files and in the store, where there is one.
    func definitionSearch() throws -> DefinitionSearch {
        DefinitionSearch(library: try library()) { try? openStore(readOnly: true) }
    }
}

/// How the difference of two regimes looks.
struct DifferenceView {
    private let difference: RegimeDifference
    private let before, after: CompiledRegime

    init(_ before: CompiledRegime, _ after: CompiledRegime) {
        self.before = before
        self.after = after
        difference = RegimeDifference(from: before.regime, to: after.regime)
    }

    var report: Report { Report(json: json, blocks: blocks, sheet: Sheet(json: .array(difference.changes.map(\.json)))) }

    private var json: JSONValue {
        [
            "from": before.identity, "to": after.identity, "same": .bool(difference.changes.isEmpty),
            "changes": .array(difference.changes.map(\.json)),
        ]
    }

    private var blocks: [any Block] {
        var blocks: [any Block] = [
            Heading(
                say(
                    "\(before.regime.id) \(before.regime.version) → \(after.regime.id) \(after.regime.version)",
                    "\(before.regime.id) \(before.regime.version) → \(after.regime.id) \(after.regime.version)"
                )
            )
        ]
        guard !difference.changes.isEmpty else {
            return blocks + [Paragraph(StyledText(say("Không có gì khác về nội dung.", "They mean the same."), .good))]
        }
        for part in RulePart.allCases {
            let changes = difference.changes.filter { $0.part == part }
            guard !changes.isEmpty else { continue }
            blocks += [Heading("\(part.plural[Speech.language]) (\(changes.count))", level: 2), table(changes)]
        }
        let total = difference.changes.count
        blocks.append(Paragraph(StyledText(say("\(total) điều khác nhau.", total == 1 ? "1 change." : "\(total) changes."), .strong)))
        return blocks
    }

    private func table(_ changes: [RuleChange]) -> Table {
        Table(
            columns: [
                Table.Column(""), Table.Column(say("Điều gì", "What"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                Table.Column(say("Trước", "Before"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap),
                Table.Column(say("Sau", "After"), shrinkPriority: 2, minimumWidth: 14, overflow: .wrap),
            ],
            rows: changes.map { change in
                let aspect = change.aspect.map { StyledText(": ") + StyledText($0.name[Speech.language], .strong) } ?? StyledText("")
                return [
                    change.kind.mark, StyledText(change.subject[Speech.language]) + aspect,
                    StyledText(change.old?.sentence[Speech.language] ?? ""), StyledText(change.new?.sentence[Speech.language] ?? ""),
                ]
            }
        )
    }
}

extension RuleChange.Kind {
    /// `+` new, `-` gone, `~` changed.
    fileprivate var mark: StyledText {
        switch self {
        case .added: StyledText("+", .good)
        case .removed: StyledText("-", .bad)
        case .changed: StyledText("~", .warning)
        }
    }
}

extension RuleChange {
    /// For programs: the sentence in both languages, the parts apart.
    fileprivate var json: JSONValue {
        [
            "part": .string(part.rawValue), "kind": .string(kind.rawValue), "path": .string(path), "aspect": JSONValue(aspect?.key),
            "subject": .string(subject[Speech.language]), "old": JSONValue(old?.text[Speech.language]),
            "old_basis": JSONValue(old?.basis), "old_standing": JSONValue(old?.standing?.rawValue),
            "new": JSONValue(new?.text[Speech.language]), "new_basis": JSONValue(new?.basis),
            "new_standing": JSONValue(new?.standing?.rawValue), "vi": .string(sentence.vi), "en": .string(sentence[.en]),
        ]
    }
}

extension CompiledRegime {
    /// Identifier, version and hash, for programs.
    var identity: JSONValue { ["id": .string(regime.id), "version": .string(regime.version), "hash": .string(hash)] }
}
