import ArgumentParser
import CanonicalJSON
import LifecycleModel
import RuleLoading
import Rules
import Services
import Terminal

/// `nhiemvu rules check`
struct RulesCheck: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say("Kiểm tra tệp quy tắc; báo mọi lỗi một lượt.", "Check the rule files; report all faults at once."),
            discussion: say("Ví dụ: nhiemvu rules check law-2013", "Example: nhiemvu rules check law-2013")
        )
    }

    @Argument(help: ArgumentHelp(say("Chế độ; bỏ trống là tất cả.", "Regime; all when left out."), valueName: "regime")) var regime: String?
    @Flag(help: ArgumentHelp(say("In cả lưu ý (số tạm tính).", "Show notes, too (assumed numbers)."))) var notes = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let directory = try context.rulesDirectory()
        let diagnostics = WorkflowLibrary.check(directory: directory, regime: regime)
        if let unknown = UseCaseFault(unknownRegimeIn: diagnostics) { throw unknown }
        let errors = diagnostics.filter { $0.severity == .error }
        let warnings = diagnostics.filter { $0.severity == .warning }
        let infos = diagnostics.filter { $0.severity == .info }
        var blocks: [any Block] = [Stack((errors + warnings + (notes ? infos : [])).map { DiagnosticBlock($0) })]
        blocks.append(
            Paragraph(
                StyledText(errors.isEmpty ? "✓ " : "✗ ", errors.isEmpty ? .good : .bad)
                    + StyledText(
                        say(
                            "\(errors.count) lỗi, \(warnings.count) cảnh báo, \(infos.count) lưu ý  (\(directory))",
                            "\(errors.count) errors, \(warnings.count) warnings, \(infos.count) notes  (\(directory))"
                        )
                    )
            )
        )
        return Answer(
            Report(
                json: diagnostics.json(in: Speech.language),
                blocks: blocks
            ),
            exit: errors.isEmpty ? .done : .faultsFound
        )
    }
}

/// One finding about a rule file.
struct DiagnosticBlock: Block {
    private let diagnostic: Diagnostic

    init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    func lines(on screen: Screen) -> [StyledText] {
        let style: Style =
            switch diagnostic.severity {
            case .error: .bad
            case .warning: .warning
            case .info: .faint
            }
        let head =
            StyledText("\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)", .strong) + StyledText(" [\(diagnostic.code)] ", style)
        var lines = Paragraph(head + StyledText(diagnostic.message[screen.language])).lines(on: screen)
        if let hint = diagnostic.hint { lines += Paragraph(StyledText("→ " + hint[screen.language], .faint), indent: 4).lines(on: screen) }
        return lines
    }
}
