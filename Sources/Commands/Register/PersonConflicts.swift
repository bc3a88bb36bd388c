import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu person conflicts PERSON TASK`
struct PersonConflicts: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conflicts",
            abstract: say(
                "Xung đột lợi ích của một người với một nhiệm vụ: căn cứ, bằng chứng, điều luật, ghế không được giữ.",
                "Conflicts of interest of a person with a task: ground, evidence, article, seats barred."
            ),
            discussion: say(
                """
                Chỉ dựa vào dữ liệu đã ghi: nơi công tác, người tham gia nhiệm vụ và hồ sơ («task people»), quan hệ gia đình, việc đã ghi về người đó.
                Ví dụ: nhiemvu person conflicts CG06 NV-2025-047 --council acceptance
                """,
                """
                It knows what is recorded: where people work, who takes part in the task and its dossiers ("task people"), family ties, findings.
                Example: nhiemvu person conflicts CG06 NV-2025-047 --council acceptance
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã người.", "The person's code."), valueName: say("người", "person"))) var person: String
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "The task's code."), valueName: say("nhiệm-vụ", "task"))) var task: String
    @OptionGroup var kind: CouncilKindOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let councils = try TaskCouncils(of: task, kind: kind.council, on: context.today, in: reader)
            let person = try requirePerson(try PersonCode(person), in: reader)
            let views = councils.judgements(of: person).map(ConflictView.init)
            let head = Heading("\(person.code)  \(person.titledName) – \(councils.task.code)")
            let none = Paragraph(
                StyledText(say("Chế độ của nhiệm vụ không quy định hội đồng nào.", "The task's regime has no councils."), .faint)
            )
            return Answer(
                Report(
                    json: [
                        "person": person.code.json, "task": .string(councils.task.code), "on": context.today.json,
                        "councils": .array(views.map(\.json)),
                    ],
                    blocks: [head] + (views.isEmpty ? [none] : views.flatMap(\.blocks))
                )
            )
        }
    }
}
