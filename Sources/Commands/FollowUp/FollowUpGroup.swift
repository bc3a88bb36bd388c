import ArgumentParser

/// `nhiemvu followup …`
struct FollowUpGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "followup",
            abstract: say(
                "Theo dõi ứng dụng: kết quả, minh chứng, cảnh báo sớm, báo cáo ứng dụng.",
                "The use of results: what was promised, what proves it, early warnings, application reports."
            ),
            discussion: say("Ví dụ: nhiemvu followup show NV-2021-001", "Example: nhiemvu followup show NV-2021-001"),
            subcommands: [
                FollowUpShow.self, FollowUpDue.self, FollowUpResult.self, FollowUpDeliver.self, FollowUpPlan.self, FollowUpReport.self,
                FollowUpVerify.self, FollowUpTransfer.self,
            ]
        )
    }
}
