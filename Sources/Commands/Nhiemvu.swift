import ArgumentParser

/// The program: groups of commands, singular nouns first and then verbs.
struct Nhiemvu: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "nhiemvu",
            abstract: say(
                "Theo một nhiệm vụ KH&CN cấp tỉnh từ đặt hàng đến bằng chứng được ứng dụng sau nghiệm thu 12 tháng.",
                "Carries a provincial science task from the order to the proof of use twelve months after acceptance."
            ),
            discussion: say("Ví dụ: nhiemvu task explain NV-2022-001", "Example: nhiemvu task explain NV-2022-001"),
            version: ProgramVersion.text,
            subcommands: [
                InitCommand.self, SampleCommand.self, ImportCommand.self, ExportCommand.self, StatusCommand.self, TaskGroup.self,
                RulesGroup.self, CalendarGroup.self, OrganisationGroup.self, PersonGroup.self, ProgrammeGroup.self,
                CouncilGroup.self, BudgetGroup.self, FollowUpGroup.self, IndicatorGroup.self, AssignmentGroup.self, ReportGroup.self,
                DocumentGroup.self, JobGroup.self, AuditGroup.self, StoreGroup.self,
            ]
        )
    }
}

/// The program's version.
enum ProgramVersion {
    static let text = "0.1.0"
}
