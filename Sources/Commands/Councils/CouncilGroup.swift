import ArgumentParser

/// `nhiemvu council …`
struct CouncilGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "council",
            abstract: say(
                "Hội đồng: thành lập, điểm danh, bỏ phiếu, kiểm phiếu, kết luận.",
                "Councils: set up, attendance, ballots, count, conclusion."
            ),
            discussion: say("Ví dụ: nhiemvu council show NV-2025-047", "Example: nhiemvu council show NV-2025-047"),
            subcommands: [
                CouncilList.self, CouncilCandidates.self, CouncilNew.self, CouncilSeat.self, CouncilInvite.self, CouncilSheets.self,
                CouncilPapers.self, CouncilAttend.self, CouncilOpen.self, CouncilBox.self, CouncilBallot.self, CouncilCount.self,
                CouncilConclude.self, CouncilMinutes.self, CouncilShow.self, CouncilAdjourn.self, CouncilVoid.self, CouncilConflict.self,
            ]
        )
    }
}
