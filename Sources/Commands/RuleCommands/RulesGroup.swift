import ArgumentParser

/// `nhiemvu rules …`
struct RulesGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: say("Tệp quy tắc: kiểm tra, xem, vẽ, tính thử.", "Rule files: check, show, draw, evaluate."),
            subcommands: [RulesCheck.self, RulesShow.self]
        )
    }
}
