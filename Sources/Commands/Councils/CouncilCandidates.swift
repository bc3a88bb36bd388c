import ArgumentParser
import CanonicalJSON
import Councils
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu council candidates TASK`
struct CouncilCandidates: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "candidates",
            abstract: say(
                "Người có thể mời vào hội đồng: ghế được giữ, xung đột lợi ích, số phiên họp trong năm.",
                "People who may be asked to sit: the seats they may take, conflicts of interest, sessions this year."
            ),
            discussion: say(
                "Người cùng lĩnh vực với nhiệm vụ đứng trước. Ví dụ: nhiemvu council candidates NV-2025-047 --council selection",
                "People of the task's field come first. Example: nhiemvu council candidates NV-2025-047 --council selection"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "The task's code."), valueName: say("nhiệm-vụ", "task"))) var task: String
    @OptionGroup var kind: CouncilKindOptions
    @Option(help: ArgumentHelp(say("Chỉ người thuộc lĩnh vực này.", "Only people of this field."), valueName: say("lĩnh-vực", "field")))
    var field: String?
    @OptionGroup var search: FindOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let councils = try TaskCouncils(of: task, kind: kind.council, on: context.today, in: reader)
            let candidates = try councils.candidates(field: field, matching: search.words)
            return Answer(
                Report(
                    json: .array(candidates.map(json)),
                    blocks: (candidates.isEmpty ? [] : [table(candidates, councils)]) + [
                        Paragraph(
                            StyledText(Message.count(candidates.count, "người", one: "person", many: "people")[Speech.language], .faint)
                        )
                    ]
                )
            )
        }
    }

    private func json(_ candidate: TaskCouncils.Candidate) -> JSONValue {
        let person = candidate.person
        return [
            "code": person.code.json, "name": .string(person.name), "organisation": person.organisation?.json ?? .null,
            "field": JSONValue(person.field), "sessions_this_year": .int(Int64(candidate.sessionsThisYear)),
            "councils": .array(candidate.judgements.map { ConflictView(judgement: $0).json }),
        ]
    }

    private func table(_ candidates: [TaskCouncils.Candidate], _ councils: TaskCouncils) -> Table {
        Table(
            columns: [
                Table.Column(say("Mã", "Code"), minimumWidth: 20),
                Table.Column(say("Họ tên", "Name"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Lĩnh vực", "Field"), shrinkPriority: 2, minimumWidth: 12, overflow: .wrap),
                Table.Column(say("Phiên trong năm", "Sessions this year"), alignment: .right, shrinkPriority: 3, minimumWidth: 5),
                Table.Column(say("Có thể tham gia", "May sit in"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
            ],
            rows: candidates.map { candidate in
                [
                    StyledText(candidate.person.code.text, .accent), StyledText(candidate.person.titledName),
                    StyledText(candidate.person.field.map { councils.fieldLabel($0)[Speech.language] } ?? ""),
                    StyledText(String(candidate.sessionsThisYear)),
                    candidate.judgements.map { place($0, among: candidate.judgements.count) }.reduce(StyledText("")) { text, next in
                        text.isEmpty ? next : text + StyledText("; ") + next
                    },
                ]
            }
        )
    }

    /// One council in short: any seat, some seats, or none with the grounds.
    private func place(_ judgement: TaskCouncils.Judgement, among count: Int) -> StyledText {
        let council = count == 1 ? "" : "\(judgement.law.label[Speech.language]): "
        let grounds = Set(judgement.conflicts.map { $0.ground.phrase[Speech.language] }).sorted().joined(separator: ", ")
        let open = judgement.openSeats
        if judgement.conflicts.isEmpty { return StyledText(council + say("mọi ghế", "any seat"), .good) }
        if open.isEmpty { return StyledText(council + say("không", "no") + " (\(grounds))", .bad) }
        return StyledText(council + open.map { $0.phrase[Speech.language] }.joined(separator: ", ") + " (\(grounds))", .warning)
    }
}
