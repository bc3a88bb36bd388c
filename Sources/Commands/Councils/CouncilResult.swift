import ArgumentParser
import Councils
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu council count SESSION`
struct CouncilCount: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "count",
            abstract: say(
                "Kiểm phiếu, in biên bản kiểm phiếu với cách tính.",
                "Count the ballots; prints the tally sheet with its working."
            ),
            discussion: say(
                "Ví dụ: nhiemvu council count NV-2025-047 --by CG03 --by CG05 --by CG06",
                "Example: nhiemvu council count NV-2025-047 --by CG03 --by CG05 --by CG06"
            )
        )
    }
    @OptionGroup var act: CouncilActOptions
    @Option(
        help: ArgumentHelp(
            say("Thành viên ban kiểm phiếu; dùng nhiều lần được.", "A member who counts; may be repeated."),
            valueName: say("mã", "person")
        )
    )
    var by: [String] = []
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let act = try act.act(in: context)
        let answer = try context.councils().count(act, by: try PersonCode.all(by))
        guard act.dryRun else { return answer.answer }
        return answer.brief(Phrase(vi: "có thể kiểm phiếu", en: "the ballots can be counted"))
    }
}

/// `nhiemvu council conclude SESSION`
struct CouncilConclude: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "conclude",
            abstract: say(
                "Thông qua kết luận; kết quả đi vào hồ sơ nhiệm vụ.",
                "Adopt the conclusion; the result goes into the task's record."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu council conclude NV-2025-047 --text "Kiến nghị hồ sơ số 1; sửa mục tiêu 2" --dissent CG07="Đề nghị hồ sơ số 2"
                  nhiemvu council conclude NV-2025-047:2 --text "Kinh phí hợp lý" --recommends yes
                """,
                """
                Examples:
                  nhiemvu council conclude NV-2025-047 --text "Dossier 1; change objective 2" --dissent CG07="Dossier 2 is better"
                  nhiemvu council conclude NV-2025-047:2 --text "The budget is sound" --recommends yes
                """
            )
        )
    }
    @OptionGroup var act: CouncilActOptions
    @Option(help: ArgumentHelp(say("Nội dung kết luận.", "The conclusion in words."), valueName: say("chữ", "text"))) var text: String
    @Option(
        help: ArgumentHelp(
            say("Ý kiến bảo lưu của thành viên; dùng nhiều lần được.", "A member's own opinion; may be repeated."),
            valueName: say("mã=ý-kiến", "person=opinion")
        )
    )
    var dissent: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Khi kết luận tập thể không bỏ phiếu: có đề nghị hay không.", "For a conclusion without ballots: whether it recommends."),
            valueName: "yes|no"
        )
    )
    var recommends: YesOrNo?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var dissents: [PersonCode: String] = [:]
        for (person, opinion) in try FactArguments(dissent, option: "--dissent").facts {
            dissents[try PersonCode(person)] = try CheckedName(opinion, of: Phrase(vi: "Ý kiến", en: "The opinion")).text
        }
        let conclusion = CouncilSession.Conclusion(
            text: try CheckedName(text, of: Phrase(vi: "Kết luận", en: "The conclusion")).text,
            dissents: dissents,
            recommends: recommends.map { $0 == .yes }
        )
        return try context.councils().conclude(try act.act(in: context), conclusion).answer
    }
}

/// An answer to a question.
enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
    case yes, no
}

/// `nhiemvu council show SESSION`
struct CouncilShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Tình trạng phiên họp cho màn hình chung; trước khi kiểm phiếu không lộ gì về phiếu.",
                "The state of the session for the projector; nothing of the ballots before the count."
            ),
            discussion: say("Ví dụ: nhiemvu council show NV-2025-047", "Example: nhiemvu council show NV-2025-047")
        )
    }
    @OptionGroup var session: CouncilSessionArgument
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let view = CouncilView(record: try CouncilRecord(try CouncilCode(session.session, in: reader), in: reader))
            return Answer(Report(json: view.json, blocks: view.blocks))
        }
    }
}

/// `nhiemvu council list`
struct CouncilList: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách các phiên họp hội đồng.", "List council sessions."),
            discussion: say("Ví dụ: nhiemvu council list --find lúa", "Example: nhiemvu council list --find rice")
        )
    }
    @OptionGroup var search: FindOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            Answer(CouncilListing(try CouncilRegister(reader).entries(matching: search.words)).report)
        }
    }
}
