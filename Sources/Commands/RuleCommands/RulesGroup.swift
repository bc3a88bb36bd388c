import ArgumentParser

/// `nhiemvu rules …`
struct RulesGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rules",
            abstract: say(
                "Tệp quy tắc: kiểm tra, diễn thử, xem, vẽ, xuất, so sánh, chuyển, tính thử.",
                "Rule files: check, test, show, draw, export, compare, migrate, evaluate."
            ),
            discussion: say("Ví dụ: nhiemvu rules show law-2013 --part deadlines", "Example: nhiemvu rules show law-2013 --part deadlines"),
            subcommands: [
                RulesCheck.self, RulesTest.self, RulesShow.self, RulesGraph.self, RulesExport.self, RulesDiff.self, RulesBasis.self,
                RulesMigrate.self, RulesEval.self,
            ]
        )
    }
}
