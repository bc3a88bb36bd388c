import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu task people TASK`
struct TaskPeople: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "people",
            abstract: say(
                "Ai đứng sau nhiệm vụ hoặc hồ sơ: chủ trì, phối hợp, người tham gia; ghi thêm hoặc bỏ.",
                "Who stands behind a task or a dossier: host, coordinators, participants; add or remove."
            ),
            discussion: say(
                """
                Vai trò: investigator, task-secretary, key-member, member. Tổ chức chủ trì và chủ nhiệm lấy từ nhiệm vụ, hồ sơ, không phải ghi.
                Ví dụ: nhiemvu task people NV-2025-047 --dossier 1 --add CN05=key-member --coordinator TC09 --source B1-2a-TMĐTCN --actor CV01
                """,
                """
                Roles: investigator, task-secretary, key-member, member. Host and investigator come from the task and its dossiers by themselves.
                Example: nhiemvu task people NV-2025-047 --dossier 1 --add CN05=key-member --coordinator TC09 --source B1-2a-TMĐTCN --actor CV01
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var task: String
    @Option(help: ArgumentHelp(say("Hồ sơ số.", "The number of a dossier."), valueName: say("số", "number"))) var dossier: Int64?
    @Option(
        help: ArgumentHelp(
            say("Người và vai trò; dùng nhiều lần được.", "A person and a role; may be repeated."),
            valueName: say("người=vai-trò", "person=role")
        )
    ) var add: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Tổ chức phối hợp; dùng nhiều lần được.", "A coordinating organisation; may be repeated."),
            valueName: say("mã", "code")
        )
    ) var coordinator: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Bỏ người hoặc tổ chức đã ghi; dùng nhiều lần được.", "Take somebody out who was entered; may be repeated."),
            valueName: say("mã", "code")
        )
    ) var remove: [String] = []
    @Option(
        help: ArgumentHelp(say("Văn bản nêu những người này.", "The paper that names them."), valueName: say("văn-bản", "paper"))
    ) var source: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard !add.isEmpty || !coordinator.isEmpty || !remove.isEmpty else { return try show(in: context) }
        guard let source else {
            throw UseCaseFault(
                .usage,
                "source-missing",
                Phrase(vi: "Chưa nêu văn bản làm căn cứ", en: "The paper that says so is missing"),
                hint: Phrase(vi: "Thêm --source, ví dụ --source B1-2a-TMĐTCN", en: "Add --source, such as --source B1-2a-TMĐTCN")
            )
        }
        let request = EnterParticipation.Request(
            task: task,
            dossier: dossier,
            people: try add.map { text in
                let pair = try WordPair(text, option: "--add", form: say("NGƯỜI=VAI-TRÒ", "PERSON=ROLE"))
                return (try PersonCode(pair.name), try pair.word(ParticipantRole.self))
            },
            coordinators: try coordinator.map { try OrganisationCode($0) },
            removed: remove,
            source: try CheckedName(source, of: Phrase(vi: "Văn bản", en: "The paper")).text
        )
        let (participation, receipt) = try EnterParticipation(try context.surroundings())(request)
        return Answer(RegisterReport.changed(.participation(participation), receipt))
    }

    private func show(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let state = try TaskState(of: try requireTask(task, in: reader))
            if let dossier { try EnterParticipation.check(dossier, of: state) }
            let known = try TaskParticipation(of: state, in: reader)
            let shown = ([known.task] + known.dossiers).filter { dossier == nil || $0.dossier == dossier }
            let names = try PartyNames(reader)
            return Answer(
                Report(
                    json: .array(shown.map(\.json)),
                    blocks: [Heading(say("Người và tổ chức đứng sau \(state.code)", "Who stands behind \(state.code)"))]
                        + shown.flatMap { blocks($0, names) }
                )
            )
        }
    }

    private func blocks(_ participation: Participation, _ names: PartyNames) -> [any Block] {
        let place =
            participation.dossier.map { say("Hồ sơ số \($0)", "Dossier \($0)") } ?? say("Nhiệm vụ", "The task")
        let rows =
            participation.hosts.map { (say("Tổ chức chủ trì", "Host"), names.shown(.organisation, $0.organisation.text), $0.source) }
            + participation.coordinators.map {
                (say("Tổ chức phối hợp", "Coordinator"), names.shown(.organisation, $0.organisation.text), $0.source)
            }
            + participation.participants.map { ($0.role.phrase[Speech.language], names.shown(.person, $0.person.text), $0.source) }
        guard !rows.isEmpty else {
            return [Heading(place, level: 2), Paragraph(StyledText(Message.none[Speech.language], .faint), indent: 2)]
        }
        return [
            Heading(place, level: 2),
            Table(
                columns: [
                    Table.Column(say("Vai trò", "Role")),
                    Table.Column(say("Ai", "Who"), shrinkPriority: 1, minimumWidth: 16, overflow: .wrap),
                    Table.Column(say("Theo", "Says"), shrinkPriority: 2, minimumWidth: 8),
                ],
                rows: rows.map { [StyledText($0.0), StyledText($0.1), StyledText($0.2, .faint)] }
            ),
        ]
    }
}
