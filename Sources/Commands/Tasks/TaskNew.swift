import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Terminal

/// `nhiemvu task new`
struct TaskNew: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new",
            abstract: say("Nhận một nhiệm vụ mới (đề xuất, đặt hàng).", "Register a new task (a proposal, an order)."),
            discussion: say(
                "Ví dụ: nhiemvu task new --title \"Giống lúa đặc sản\" --set level=province --set kind=topic --set field=agriculture",
                "Example: nhiemvu task new --title \"Rice seed\" --set level=province --set kind=topic --set field=agriculture"
            )
        )
    }

    @Option(help: ArgumentHelp(say("Mã (bỏ trống để tự đặt).", "Code (left out: one is given)."), valueName: say("mã", "code"))) var code:
        String?
    @Option(help: ArgumentHelp(say("Tên nhiệm vụ.", "Title."), valueName: say("chữ", "text"))) var title: String
    @Option(
        help: ArgumentHelp(
            say("Chế độ pháp lý (bỏ trống để quy tắc chọn).", "Regime (left out: the rules choose)."),
            valueName: say("chế-độ", "regime")
        )
    ) var regime: String?
    @Option(
        help: ArgumentHelp(say("Ngày đề xuất (mặc định hôm nay).", "Day of the proposal (default today)."), valueName: say("ngày", "date"))
    )
    var date: String?
    @Option(
        help: ArgumentHelp(
            say("Thông tin khác; dùng nhiều lần được.", "Another fact; may be repeated."),
            valueName: say("thông-tin=giá-trị", "fact=value")
        )
    )
    var set: [String] = []
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try date.map { try CivilDate(argument: $0, option: "--date") } ?? context.today
        var facts = try FactArguments(set).facts
        facts["task.title"] = try CheckedName(title, of: Phrase(vi: "Tên nhiệm vụ", en: "The title")).text
        let request = RegisterTask.Request(code: code, regime: regime, facts: facts, day: day, dryRun: dryRun)
        let answer = try RegisterTask(try context.surroundings(readOnly: dryRun), library: try context.library())(request)
        let position = answer.rules.regime.task.states[answer.state.position]?.label[Speech.language] ?? answer.state.position
        let head: [any Block] = [
            Paragraph(
                StyledText(answer.receipt == nil ? say("Sẽ nhận: ", "Would register: ") : say("Đã nhận: ", "Registered: "), .good)
                    + StyledText(answer.state.code, .accent) + StyledText("  \(title)")
            ),
            KeyValues(
                [
                    KeyValues.Pair(say("Chế độ", "Regime"), StyledText(answer.rules.regime.label[Speech.language])),
                    KeyValues.Pair(say("Nay ở", "Now at"), StyledText(position, .strong)),
                ],
                indent: 2
            ),
        ]
        var blocks: [any Block] = [Stack(head)]
        if let receipt = answer.receipt { blocks.append(receipt.block) }
        return Answer(
            Report(
                json: [
                    "code": .string(answer.state.code), "regime": .string(answer.state.regime),
                    "definition": .string(answer.state.definition),
                    "position": .string(answer.state.position), "dry_run": .bool(answer.receipt == nil),
                    "receipt": answer.receipt?.json ?? .null,
                ],
                blocks: blocks
            )
        )
    }
}
