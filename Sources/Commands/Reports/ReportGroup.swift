import ArgumentParser

/// `nhiemvu report …`
struct ReportGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say(
                "Báo cáo lập từ hồ sơ: cùng kho và cùng tham số cho đúng từng byte.",
                "Reports made from the record: the same store asked the same gives the same bytes."
            ),
            discussion: say("Ví dụ: nhiemvu report form-04 --year 2024", "Example: nhiemvu report form-04 --year 2024"),
            subcommands: [
                ReportForm04.self, ReportMonthly.self, ReportHalfYear.self, ReportYearly.self, ReportDue.self, PortfolioReport.self,
                PublicReport.self,
            ]
        )
    }
}
