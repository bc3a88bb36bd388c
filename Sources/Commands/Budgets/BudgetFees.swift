import ArgumentParser
import CanonicalJSON
import LifecycleModel
import LumpSum
import Rules
import Services
import Store
import Terminal

/// `nhiemvu budget fees`
struct BudgetFees: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "fees",
            abstract: say(
                "Chi hội đồng tính từ các phiên họp đã tổ chức.",
                "What councils cost, from the sessions that were held."
            ),
            discussion: say(
                """
                Mức chi là mức tối đa của quy tắc; thư ký khoa học tính như thành viên và thêm một lần cho việc thư ký.
                Ví dụ: nhiemvu budget fees --task NV-2025-014 --clerks 2
                """,
                """
                Rates are the most the rules allow; the scientific secretary counts as a member, and once more for that work.
                Example: nhiemvu budget fees --task NV-2025-014 --clerks 2
                """
            )
        )
    }
    @Option(help: ArgumentHelp(say("Chỉ nhiệm vụ này.", "Only this task."), valueName: say("mã", "code"))) var task: String?
    @Option(help: ArgumentHelp(say("Chỉ các phiên họp trong năm này.", "Only sessions of this year."), valueName: say("năm", "year")))
    var year: Int?
    @Option(
        help: ArgumentHelp(
            say("Số thư ký hành chính mỗi phiên.", "Administrative secretaries of a session."),
            valueName: say("số", "number")
        )
    )
    var clerks = 1
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard (0...10).contains(clerks) else {
            throw UseCaseFault(.usage, "wrong-clerks", Phrase(vi: "--clerks phải từ 0 đến 10", en: "--clerks must be 0 to 10"))
        }
        return try context.openStore(readOnly: true).read { reader in
            if let task { _ = try requireTask(task, in: reader) }
            let costs = try CouncilCost.all(of: task, year: year, clerks: clerks, in: reader)
            let total = try costs.map(\.fees.total).total()
            let table = Table(
                columns: [
                    Table.Column(say("Phiên họp", "Session"), minimumWidth: 14), Table.Column(say("Ngày", "Day"), minimumWidth: 10),
                    Table.Column(say("Khoản chi", "Fee"), shrinkPriority: 1, minimumWidth: 14, overflow: .wrap),
                    Table.Column(say("Số lượng", "Count"), alignment: .right), Table.Column(say("Mức chi", "Rate"), alignment: .right),
                    Table.Column(say("Thành tiền", "Amount"), alignment: .right, minimumWidth: 10),
                ],
                rows: costs.flatMap { cost in
                    cost.fees.lines.enumerated().map { index, line in
                        [
                            StyledText(index == 0 ? cost.code.description : "", .accent),
                            StyledText(index == 0 ? cost.heldOn.shown : ""), StyledText(line.fee.phrase[Speech.language]),
                            StyledText("\(line.count)"), BudgetView.money(line.rate.amount), BudgetView.money(line.amount.amount),
                        ]
                    }
                },
                footer: [[StyledText(say("Cộng", "Total"), .strong), "", "", "", "", BudgetView.money(total.amount)]]
            )
            let none = Paragraph(
                StyledText(say("Chưa có phiên họp hội đồng nào được ghi.", "No session of a council is on record."), .faint)
            )
            let body: any Block = costs.isEmpty ? none : table
            return Answer(Report(json: Self.json(costs, total), blocks: [Heading(say("Chi hội đồng", "Cost of councils")), body]))
        }
    }

    private static func json(_ costs: [CouncilCost], _ total: Dong) -> JSONValue {
        [
            "sessions": .array(
                costs.map { cost in
                    [
                        "session": .string(cost.code.description), "council": .string(cost.label[Speech.language]),
                        "held_on": cost.heldOn.json, "total": cost.fees.total.json,
                        "lines": .array(
                            cost.fees.lines.map {
                                [
                                    "fee": .string($0.fee.rawValue), "count": JSONValue($0.count), "rate": $0.rate.json,
                                    "amount": $0.amount.json, "basis": JSONValue($0.basis),
                                ]
                            }
                        ),
                    ]
                }
            ), "total": total.json,
        ]
    }
}
