import ArgumentParser
import LifecycleModel
import Services

/// `nhiemvu council papers SESSION`
struct CouncilPapers: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "papers",
            abstract: say("Ghi nhận đã gửi tài liệu cho thành viên.", "Record that the papers went out to the members."),
            discussion: say("Ví dụ: nhiemvu council papers NV-2025-047", "Example: nhiemvu council papers NV-2025-047")
        )
    }
    @OptionGroup var act: CouncilActOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.councils().sendPapers(try act.act(in: context)).answer
    }
}

/// `nhiemvu council open SESSION`
struct CouncilOpen: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "open",
            abstract: say(
                "Khai mạc phiên họp: kiểm tra thành phần và điều kiện họp.",
                "Open the session: its make-up and quorum are tested."
            ),
            discussion: say("Ví dụ: nhiemvu council open NV-2025-047", "Example: nhiemvu council open NV-2025-047")
        )
    }
    @OptionGroup var act: CouncilActOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.councils().open(try act.act(in: context)).answer
    }
}

/// `nhiemvu council void SESSION`
struct CouncilVoid: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "void",
            abstract: say(
                "Hủy phiên họp chưa kết luận; hồ sơ phiên vẫn giữ.",
                "Call off a session that has not concluded; its record stays."
            ),
            discussion: say(
                "Ví dụ: nhiemvu council void NV-2025-047 --reason \"Lập lại hội đồng\"",
                "Example: nhiemvu council void NV-2025-047 --reason \"Another council is set up\""
            )
        )
    }
    @OptionGroup var act: CouncilActOptions
    @Option(help: ArgumentHelp(say("Lý do.", "The reason."), valueName: say("lý-do", "reason"))) var reason: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.councils().callOff(try act.act(in: context), reason: reason).answer
    }
}

/// `nhiemvu council adjourn SESSION`
struct CouncilAdjourn: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "adjourn",
            abstract: say("Hoãn phiên họp sang ngày khác.", "Put the session off to another day."),
            discussion: say(
                "Ví dụ: nhiemvu council adjourn NV-2025-047 --reason \"Mất điện\" --until 2026-12-12",
                "Example: nhiemvu council adjourn NV-2025-047 --reason \"Power cut\" --until 2026-12-12"
            )
        )
    }
    @OptionGroup var act: CouncilActOptions
    @Option(help: ArgumentHelp(say("Lý do.", "The reason."), valueName: say("lý-do", "reason"))) var reason: String
    @Option(
        help: ArgumentHelp(say("Ngày họp tiếp, nếu đã định.", "The day on which it goes on, if known."), valueName: say("ngày", "date"))
    )
    var until: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try until.map { try CivilDate(argument: $0, option: "--until") }
        return try context.councils().adjourn(try act.act(in: context), reason: reason, until: day).answer
    }
}
