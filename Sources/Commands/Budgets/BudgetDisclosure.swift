public import ArgumentParser
import CanonicalJSON
import LifecycleModel
public import Services
import Store
import Terminal

/// `nhiemvu budget disclosure TASK`
struct BudgetDisclosure: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "disclosure",
            abstract: say(
                "Danh mục thông tin nhiệm vụ phải công khai (TTLT 27/2015, Điều 18).",
                "What of a task is made public (TTLT 27/2015, Điều 18)."
            ),
            discussion: say(
                """
                Mục tiêu, nội dung, sản phẩm và tiền công chưa có trong hồ sơ thì ghi bằng --give; nội dung cần bảo mật thì --withhold kèm lý do.
                Ví dụ: nhiemvu budget disclosure NV-2022-008 --at website --give objective="Bảo tồn nghề đúc đồng" --withhold people="Theo QĐ 12/QĐ-UBND"
                """,
                """
                Objective, content, products and pay are not on record: give them with --give; what must be secret is kept back with --withhold and
                the reason.
                Example: nhiemvu budget disclosure NV-2022-008 --at website --give objective="Keep bronze casting alive" --withhold people="QĐ 12/QĐ-UBND"
                """
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Công khai ở đâu.", "Where it is made public."), valueName: "host|website"))
    var at: Disclosure.Place = .host
    @Option(
        help: ArgumentHelp(
            say("Nội dung chưa có trong hồ sơ; dùng nhiều lần được.", "What the record does not hold; may be repeated."),
            valueName: say("mục=nội-dung", "field=text")
        )
    )
    var give: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Không công khai mục này, kèm lý do; dùng nhiều lần được.", "Keep a field back, with the reason; may be repeated."),
            valueName: say("mục=lý-do", "field=reason")
        )
    )
    var withhold: [String] = []
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let disclosure = try Disclosure(
                of: code,
                at: at,
                given: try Self.fields(give, "--give"),
                withholding: try Self.fields(withhold, "--withhold"),
                in: reader
            )
            let json: JSONValue = .array(
                disclosure.lines.map {
                    [
                        "field": .string($0.field.rawValue), "label": .string($0.field.phrase[Speech.language]),
                        "value": JSONValue($0.value?[Speech.language]), "withheld": JSONValue($0.withheld),
                    ]
                }
            )
            let article = at == .host ? "Điều 18.1" : "Điều 18.2"
            return Answer(
                Report(
                    json: json,
                    blocks: [
                        Heading(say("Công khai thông tin nhiệm vụ \(code)", "Disclosure of \(code)")),
                        KeyValues(disclosure.lines.map { KeyValues.Pair($0.field.phrase[Speech.language], Self.text($0)) }),
                        Paragraph(StyledText("TTLT 27/2015/TTLT-BKHCN-BTC, \(article)", .faint)),
                    ]
                )
            )
        }
    }

    private static func text(_ line: Disclosure.Line) -> StyledText {
        if let reason = line.withheld { return StyledText(say("không công khai: ", "withheld: ") + reason, .warning) }
        guard let value = line.value else { return StyledText(say("chưa có trong hồ sơ", "not on record"), .faint) }
        return StyledText(value[Speech.language])
    }

    private static func fields(_ texts: [String], _ option: String) throws -> [Disclosure.Field: String] {
        try FactArguments(texts, option: option).keyed(by: Disclosure.Field.self).mapValues { text in
            try CheckedName(text, of: Phrase(vi: option, en: option)).text
        }
    }
}

extension Disclosure.Place: ExpressibleByArgument {}
