import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu store verify`
struct StoreVerify: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Kiểm mọi điều phải đúng: chạy lại mọi nhiệm vụ từ nhật ký và so với các bảng, tệp, kinh phí, hội đồng.",
                "Check everything that must hold: replay all tasks from the log and compare with tables, files, money, councils."
            ),
            discussion: say(
                """
                Với --repair, bảng nào khác nhật ký thì được lập lại từ nhật ký; nhật ký, tệp đính kèm, bộ quy tắc không bao giờ bị sửa.
                Ví dụ: nhiemvu store verify
                       nhiemvu store verify --list
                       nhiemvu store verify --repair
                """,
                """
                With --repair tables that differ from the log are made anew from it; the log, attached files and definitions are never changed.
                Example: nhiemvu store verify
                         nhiemvu store verify --list
                         nhiemvu store verify --repair
                """
            )
        )
    }
    @Flag(help: ArgumentHelp(say("Lập lại các bảng khác nhật ký.", "Make tables that differ from the log anew."))) var repair = false
    @Flag(help: ArgumentHelp(say("Chỉ liệt kê những điều được kiểm.", "Only list what is checked."))) var list = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if repair, list { throw ValidationError(say("--list không đi cùng --repair", "--list does not go with --repair")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        if list { return Answer(Self.catalogue) }
        let store = try context.openStore(readOnly: !repair)
        let vault = AttachmentVault(besides: context.storePath)
        let total = (try? store.read { try $0.statistics().tasks }) ?? 0
        var bar = context.console.progress(Phrase(vi: "Chạy lại nhiệm vụ", en: "Replaying tasks"), total: max(total, 1))
        if repair {
            let answer = try RepairStore(store, vault: vault) { done, _ in bar.advance(to: done) }
            bar.finish()
            return repaired(answer, total)
        }
        let findings = try VerifyStore(store)(vault: vault) { done, _ in bar.advance(to: done) }
        bar.finish()
        let json = Self.json(findings, total)
        guard !findings.isEmpty else { return Answer(Report(json: .object(json), blocks: [Self.whole(total)])) }
        let hint = VerifyStore.cure(of: findings)[Speech.language]
        return Answer(
            Report(json: .object(json), blocks: [Self.table(findings), Paragraph(StyledText(hint, .faint))]),
            exit: .faultsFound
        )
    }

    private func repaired(_ answer: RepairStore.Answer, _ total: Int) -> Answer {
        var json = Self.json(answer.after, total)
        json["repaired"] = [
            "findings": JSONValue(answer.before.count), "tasks": JSONValue(answer.tasks), "entries": JSONValue(answer.entries),
        ]
        guard !answer.before.isEmpty else { return Answer(Report(json: .object(json), blocks: [Self.whole(total)])) }
        let counts = KeyValues(
            [
                KeyValues.Pair(say("Chỗ sai trước khi sửa", "Findings before"), StyledText("\(answer.before.count)")),
                KeyValues.Pair(say("Nhiệm vụ lập lại", "Tasks made anew"), Self.list(answer.tasks)),
                KeyValues.Pair(say("Mục đăng ký lập lại", "Entries made anew"), Self.list(answer.entries)),
                KeyValues.Pair(say("Chỗ sai còn lại", "Findings left"), StyledText("\(answer.after.count)")),
            ],
            indent: 2
        )
        let head =
            answer.after.isEmpty
            ? StyledText(say("✓ Đã lập lại các bảng từ nhật ký", "✓ The tables were made anew from the log"), .good)
            : StyledText(say("Còn chỗ sai mà nhật ký không sửa được", "Some findings cannot be mended from the log"), .warning)
        let blocks: [any Block] = [Paragraph(head), counts] + (answer.after.isEmpty ? [] : [Self.table(answer.after)])
        return Answer(Report(json: .object(json), blocks: blocks), exit: answer.after.isEmpty ? .done : .faultsFound)
    }

    private static func list(_ codes: [String]) -> StyledText {
        codes.isEmpty ? StyledText(say("không có", "none"), .faint) : StyledText(codes.joined(separator: ", "))
    }

    private static func json(_ findings: [VerifyStore.Finding], _ total: Int) -> JSONObject {
        [
            "ok": .bool(findings.isEmpty), "tasks": JSONValue(total), "invariants": JSONValue(Invariant.all.count),
            "findings": .array(
                findings.map {
                    ["code": .string($0.code), "subject": .string($0.subject), "message": .string($0.message[Speech.language])]
                }
            ),
        ]
    }

    private static func whole(_ total: Int) -> any Block {
        let text = say(
            "\(total) nhiệm vụ chạy lại đúng như các bảng; \(Invariant.all.count) điều kiện đều đúng",
            "\(total) tasks replay to exactly what the tables say; all \(Invariant.all.count) invariants hold"
        )
        return Paragraph(StyledText("✓ ", .good) + StyledText(text, .good))
    }

    private static func table(_ findings: [VerifyStore.Finding]) -> any Block {
        Table(
            columns: [
                Table.Column(say("Ở đâu", "Where")), Table.Column(say("Điều kiện", "Invariant")),
                Table.Column(say("Sai khác", "What"), shrinkPriority: 1, overflow: .wrap),
            ],
            rows: findings.map { [StyledText($0.subject, .accent), StyledText($0.code), StyledText($0.message[Speech.language], .bad)] }
        )
    }

    private static var catalogue: Report {
        let sorted = Invariant.Area.allCases.flatMap { area in Invariant.all.filter { $0.area == area } }
        return Report(
            json: .array(
                sorted.map { ["code": .string($0.code), "area": .string($0.area.rawValue), "holds": .string($0.phrase[Speech.language])] }
            ),
            blocks: [
                Table(
                    columns: [
                        Table.Column(say("Về", "About")), Table.Column(say("Mã", "Code")),
                        Table.Column(say("Điều phải đúng", "What must hold"), shrinkPriority: 1, overflow: .wrap),
                    ],
                    rows: sorted.map {
                        [StyledText($0.area.phrase[Speech.language]), StyledText($0.code, .accent), StyledText($0.phrase[Speech.language])]
                    }
                )
            ]
        )
    }
}
