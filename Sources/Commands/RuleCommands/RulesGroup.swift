import ArgumentParser

/// `nhiemvu rules …`
struct RulesGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: say("Tệp quy tắc: kiểm tra, xem, vẽ, tính thử.", "Rule files: check, show, draw, evaluate."),
            discussion: say("Ví dụ: nhiemvu rules show law-2013 --part deadlines", "Example: nhiemvu rules show law-2013 --part deadlines"),
            subcommands: [RulesCheck.self, RulesShow.self, RulesGraph.self, RulesEval.self]
        )
    }
}
