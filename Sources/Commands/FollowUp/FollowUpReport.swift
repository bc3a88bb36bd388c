import ArgumentParser
import Engine
import LifecycleModel
import Services
import Terminal

/// `nhiemvu followup report TASK`
struct FollowUpReport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say(
                "Nhận báo cáo ứng dụng của một năm, kèm minh chứng, hoặc báo cáo chưa ứng dụng; hoặc kê khai riêng một minh chứng.",
                "Receive a year's application report with evidence, or a nil return; or declare evidence by itself."
            ),
            discussion: say(
                """
                Không có --period thì chỉ kê khai minh chứng. Báo cáo chưa ứng dụng cũng là báo cáo.
                Ví dụ:
                  nhiemvu followup report NV-2021-001 --period 1 --paper 45/BC:2025-03-02 \\
                    --result 1 --evidence-kind production --place "Xã Thường Xuân" \\
                    --user TC-012 --first-use 2024-11-01 --quantities "12 ha" \\
                    --document 17/XN:2025-02-20@xac-nhan.pdf
                  nhiemvu followup report NV-2021-001 --period 1 --paper 45/BC:2025-03-02 \\
                    --nil --reason "Chưa có đơn vị tiếp nhận"
                """,
                """
                Without --period only the evidence is declared. A nil return is a report, too.
                Examples:
                  nhiemvu followup report NV-2021-001 --period 1 --paper 45/BC:2025-03-02 \\
                    --result 1 --evidence-kind production --place "Thường Xuân" \\
                    --user TC-012 --first-use 2024-11-01 --quantities "12 ha" \\
                    --document 17/XN:2025-02-20@proof.pdf
                  nhiemvu followup report NV-2021-001 --period 1 --paper 45/BC:2025-03-02 \\
                    --nil --reason "Nobody takes it over yet"
                """
            )
        )
    }
    @OptionGroup var act: FollowUpActOptions
    @Option(
        help: ArgumentHelp(say("Báo cáo của năm thứ mấy sau nghiệm thu.", "Of which year after acceptance."), valueName: say("năm", "year"))
    )
    var period: Int64?
    @Option(help: ArgumentHelp(say("Văn bản báo cáo.", "The report's paper."), valueName: say("số:ngày[@tệp]", "number:date[@file]")))
    var paper: String?
    @Flag(name: .customLong("nil"), help: ArgumentHelp(say("Báo cáo chưa ứng dụng.", "A nil return: nothing is in use."))) var isNil = false
    @Option(help: ArgumentHelp(say("Lý do chưa ứng dụng.", "Why nothing is in use."), valueName: say("lý-do", "reason"))) var reason:
        String?
    @Option(help: ArgumentHelp(say("Kết quả được sử dụng.", "The result in use."), valueName: say("số", "number"))) var result: Int64?
    @Option(
        help: ArgumentHelp(
            say("Loại minh chứng.", "Kind of evidence."),
            valueName: "decision|transfer-contract|licence-contract|production|policy|training|site-check|other"
        )
    )
    var evidenceKind: String?
    @Option(help: ArgumentHelp(say("Nơi ứng dụng.", "Where."), valueName: say("nơi", "place"))) var place: String?
    @Option(help: ArgumentHelp(say("Đơn vị sử dụng.", "Who uses it."), valueName: say("mã-tổ-chức", "organisation"))) var user: String?
    @Option(help: ArgumentHelp(say("Ngày bắt đầu sử dụng.", "First used on."), valueName: say("ngày", "date"))) var firstUse: String?
    @Option(help: ArgumentHelp(say("Quy mô sử dụng.", "Extent of use."), valueName: say("quy-mô", "extent"))) var quantities: String?
    @Option(help: ArgumentHelp(say("Văn bản minh chứng.", "The evidence's paper."), valueName: say("số:ngày[@tệp]", "number:date[@file]")))
    var document: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if isNil, result != nil {
            throw ValidationError(say("--nil không đi cùng --result", "--nil does not go with --result"))
        }
        if isNil != (reason != nil) { throw ValidationError(say("--nil đi cùng --reason", "--nil goes with --reason")) }
        if period == nil, isNil || paper != nil {
            throw ValidationError(say("--nil và --paper cần --period", "--nil and --paper need --period"))
        }
        if period == nil, result == nil {
            throw ValidationError(say("Cần --period, --result hoặc cả hai", "Give --period, --result or both"))
        }
        if result == nil, [evidenceKind, place, user, firstUse, quantities, document].contains(where: { $0 != nil }) {
            throw ValidationError(say("Minh chứng cần --result", "Evidence needs --result"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        var deeds: [RecordFollowUp.Deed] = []
        if let period {
            deeds.append(
                RecordFollowUp.Deed(
                    on: MachineReference(kind: "application-report", number: period),
                    "receive-report",
                    facts: reason.map { ["this.reason": $0] } ?? [:],
                    documents: try act.document(paper, in: context)
                )
            )
        }
        if let result {
            let facts = [
                "evidence.kind": evidenceKind, "evidence.place": place, "evidence.user": user, "evidence.quantities": quantities,
                "evidence.used_on": try firstUse.map { try CivilDate(argument: $0, option: "--first-use").description },
            ]
            deeds.append(
                RecordFollowUp.Deed(
                    on: UseMachine.result.reference(result),
                    "declare-evidence",
                    facts: facts.compactMapValues { $0 },
                    documents: try act.document(document, in: context)
                )
            )
        }
        return try act.record(deeds, paper: period != nil && paper == nil ? "--paper" : "--document", in: context)
    }
}
