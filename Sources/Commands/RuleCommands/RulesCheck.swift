import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Proofs
import RuleLoading
import Rules
import Services
import Terminal

/// `nhiemvu rules check`
struct RulesCheck: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check",
            abstract: say(
                "Kiểm tra tệp quy tắc, chứng minh các bất biến; báo mọi lỗi một lượt.",
                "Check the rule files and prove their invariants; report all faults at once."
            ),
            discussion: say(
                "Bất biến bị phá vỡ được nêu cùng đường ngắn nhất phá vỡ nó.\nVí dụ: nhiemvu rules check law-2013 --proofs",
                "A broken invariant comes with the shortest way that breaks it.\nExample: nhiemvu rules check law-2013 --proofs"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Chế độ; bỏ trống là tất cả.", "Regime; all when left out."), valueName: say("chế-độ", "regime")))
    var regime: String?
    @Flag(help: ArgumentHelp(say("In cả lưu ý (số tạm tính).", "Show notes, too (assumed numbers)."))) var notes = false
    @Flag(help: ArgumentHelp(say("In từng bất biến và kết quả chứng minh.", "Show each invariant and what came out of proving it.")))
    var proofs = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let directory = try context.rulesDirectory()
        let examination = WorkflowLibrary.examine(directory: directory, regime: regime)
        let diagnostics = examination.diagnostics
        if let unknown = UseCaseFault(unknownRegimeIn: diagnostics) { throw unknown }
        let errors = diagnostics.filter { $0.severity == .error }
        let warnings = diagnostics.filter { $0.severity == .warning }
        let infos = diagnostics.filter { $0.severity == .info }
        // Errors come last, where they stand nearest to the count and the prompt.
        var blocks: [any Block] = [Stack(((notes ? infos : []) + warnings + errors).map { DiagnosticBlock($0) })]
        let results = examination.proofs.sorted { $0.key < $1.key }
        if proofs { blocks += results.map { ProofBlock(regime: $0.key, results: $0.value) } }
        let all = results.flatMap(\.value)
        if !all.isEmpty {
            let proved = all.count(where: \.isProved)
            blocks.append(
                Paragraph(
                    StyledText(proved == all.count ? "✓ " : "✗ ", proved == all.count ? .good : .bad)
                        + StyledText(say("đã chứng minh \(proved)/\(all.count) bất biến", "\(proved) of \(all.count) invariants proved"))
                )
            )
        }
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
                json: examination.json(in: Speech.language),
                blocks: blocks
            ),
            exit: errors.isEmpty ? .done : .faultsFound
        )
    }
}

/// The invariants of one regime, each with what came out of proving it.
private struct ProofBlock: Block {
    let regime: String
    let results: [InvariantResult]

    func lines(on screen: Screen) -> [StyledText] {
        var lines = Paragraph(StyledText(regime, .strong)).lines(on: screen)
        for result in results {
            let (sign, style): (String, Style) =
                switch result.verdict {
                case .proved: ("✓", .good)
                case .broken: ("✗", .bad)
                case .undecided: ("?", .warning)
                }
            let basis = result.invariant.basis.map { StyledText(" [\($0)]", .faint) } ?? ""
            lines += Paragraph(StyledText("\(sign) ", style) + StyledText(result.invariant.label[screen.language]) + basis, indent: 2)
                .lines(on: screen)
            guard case .broken(let counterexample) = result.verdict else { continue }
            for (number, step) in counterexample.steps.enumerated() {
                let arrival = step.from == step.to ? "" : " → \(step.arrival[screen.language]) (\(step.to))"
                lines += Paragraph(StyledText("\(number + 1). \(step.label[screen.language])\(arrival)"), indent: 6).lines(on: screen)
            }
        }
        return lines
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
            StyledText("\(diagnostic.file):\(diagnostic.line):\(diagnostic.column)", .strong)
            + StyledText(" \(diagnostic.severityWord[screen.language]) [\(diagnostic.code)] ", style)
        var lines = Paragraph(head + StyledText(diagnostic.message[screen.language])).lines(on: screen)
        if let hint = diagnostic.hint { lines += Paragraph(StyledText("→ " + hint[screen.language], .faint), indent: 4).lines(on: screen) }
        return lines
    }
}
