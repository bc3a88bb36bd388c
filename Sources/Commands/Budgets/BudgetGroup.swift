import ArgumentParser

/// `nhiemvu budget …`
struct BudgetGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "budget",
            abstract: say(
                "Kinh phí: dự toán, giao dự toán, tạm ứng, thanh toán, điều chỉnh, quyết toán, thu hồi.",
                "Money: estimate, allotment, advances, clearing, changes, settlement, recovery."
            ),
            discussion: say("Ví dụ: nhiemvu budget show NV-2025-014", "Example: nhiemvu budget show NV-2025-014"),
            subcommands: [
                BudgetShow.self, BudgetOverview.self, BudgetExport.self, BudgetWhatIf.self, BudgetFees.self, BudgetDisclosure.self,
                BudgetTemplate.self,
                BudgetPlan.self, BudgetYear.self,
                BudgetAllot.self, BudgetCut.self,
                BudgetRollOver.self, BudgetRequest.self, BudgetAdvance.self, BudgetReport.self, BudgetClear.self, BudgetReturn.self,
                BudgetAdjust.self, BudgetSpend.self, BudgetSettle.self, BudgetRecover.self,
            ]
        )
    }
}
