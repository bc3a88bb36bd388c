import ArgumentParser

/// `nhiemvu rules …`
struct RulesGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: say(
                "Tệp quy tắc: kiểm tra, xem, vẽ, xuất, tính thử, diễn thử.",
                "Rule files: check, show, draw, export, evaluate, test."
            ),
            discussion: say("Ví dụ: nhiemvu rules show law-2013 --part deadlines", "Example: nhiemvu rules show law-2013 --part deadlines"),
            subcommands: [RulesCheck.self, RulesTest.self, RulesShow.self, RulesGraph.self, RulesExport.self, RulesEval.self]
        )
    }
}
