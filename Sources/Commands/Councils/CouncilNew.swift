import ArgumentParser
import LifecycleModel
import Services
import Terminal

/// `nhiemvu council new TASK`
struct CouncilNew: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Thành lập hội đồng, mở hồ sơ phiên họp.", "Set up a council and open the record of its session."),
            discussion: say(
                """
                Nếu quy tắc đang chờ lập hội đồng thì lệnh này thực hiện luôn sự kiện đó; nếu hội đồng đã thành lập thì nhận phiên họp ấy.
                Ví dụ:
                  nhiemvu council new NV-2025-047 --members 9 --meeting-on 2026-12-10 --doc QĐ-TLHĐ:15/QĐ-SKHCN:2026-11-20 --actor CB-GD
                """,
                """
                Fires the event that sets the council up where the rules wait for one; takes up the session where it is set up already.
                Example:
                  nhiemvu council new NV-2025-047 --members 9 --meeting-on 2026-12-10 --doc QĐ-TLHĐ:15/QĐ-SKHCN:2026-11-20 --actor CB-GD
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(
        help: ArgumentHelp(
            say("Loại hội đồng, khi quy tắc cho phép nhiều loại.", "Kind of council, where the rules allow several."),
            valueName: say("loại", "kind")
        )
    )
    var kind: String?
    @Option(
        help: ArgumentHelp(
            say("Số thành viên theo quyết định thành lập.", "Members the founding decision names."),
            valueName: say("số", "number")
        )
    )
    var members: Int64?
    @Option(help: ArgumentHelp(say("Ngày họp.", "Day of the meeting."), valueName: say("ngày", "date"))) var meetingOn: String?
    @OptionGroup var matter: EventMatterOptions
    @Option(help: ArgumentHelp(say("Mẫu phiếu đánh giá.", "The ballot form."), valueName: say("mẫu", "form"))) var form: String?
    @Option(
        help: ArgumentHelp(
            say("Chỉ xét hồ sơ số này; dùng nhiều lần được.", "Judge only this dossier; may be repeated."),
            valueName: say("số", "number")
        )
    )
    var dossier: [Int64] = []
    @Option(
        help: ArgumentHelp(
            say("Sản phẩm phải đánh giá khi nghiệm thu; dùng nhiều lần được.", "A product to rate at acceptance; may be repeated."),
            valueName: say("mã=tên", "id=name")
        )
    )
    var product: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Văn bản cho phép số lượng, thành phần khác quy định.", "The paper that sets another size or make-up."),
            valueName: say("văn-bản", "paper")
        )
    )
    var otherSize: String?
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var formation = RecordCouncil.Formation(task: code, day: try occasion.day(in: context))
        formation.kind = kind
        formation.members = members
        formation.meetingOn = try meetingOn.map { try CivilDate(argument: $0, option: "--meeting-on") }
        formation.documents = try matter.documents(in: context, isTrial: occasion.dryRun)
        formation.facts = try matter.facts()
        formation.form = form
        formation.dossiers = dossier
        formation.products = try product.map(Self.product)
        formation.otherSizeDecision = try otherSize.map { try CheckedName($0, of: Phrase(vi: "--other-size", en: "--other-size")).text }
        formation.dryRun = occasion.dryRun
        return try context.councils().form(formation).answer
    }

    private static func product(_ text: String) throws -> (id: String, label: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw UseCaseFault(
                .usage,
                "wrong-product",
                Phrase(vi: "--product «\(text)» không đúng dạng mã=tên", en: "--product \"\(text)\" is not id=name"),
                hint: Phrase(vi: "Ví dụ: --product sp1=\"Giống lúa mới\"", en: "Example: --product sp1=\"A new variety of rice\"")
            )
        }
        return (parts[0], try CheckedName(parts[1], of: Phrase(vi: "Tên sản phẩm", en: "The product's name")).text)
    }
}
