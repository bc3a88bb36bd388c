import ArgumentParser
import CanonicalJSON
import Diagrams
import LifecycleModel
import Rules
import Services
import Terminal

/// `nhiemvu rules graph REGIME`
struct RulesGraph: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "graph",
            abstract: say(
                "Vẽ một chế độ: toàn cảnh, một giai đoạn hoặc một máy nhỏ.",
                "Draw a regime: the overview, one stage or one small machine."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu rules graph law-2013 --output toan-canh.svg
                  nhiemvu rules graph law-2013 --stage acceptance --as mermaid
                """,
                """
                Examples:
                  nhiemvu rules graph law-2013 --output overview.svg
                  nhiemvu rules graph law-2013 --stage acceptance --as mermaid
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case svg, mermaid, dot }

    @Argument(help: ArgumentHelp(say("Chế độ.", "Regime."), valueName: say("chế-độ", "regime"))) var regime: String
    @Option(
        help: ArgumentHelp(
            say("Chỉ vẽ giai đoạn này và những gì kề nó.", "Draw only this stage and its neighbours."),
            valueName: say("mã", "id")
        )
    )
    var stage: String?
    @Option(
        help: ArgumentHelp(
            say("Chỉ vẽ máy nhỏ này (hồ sơ, phiên họp …).", "Draw only this small machine (dossier, session …)."),
            valueName: say("mã", "id")
        )
    )
    var machine: String?
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Dạng: svg, mermaid hoặc dot.", "Form: svg, mermaid or dot."), valueName: say("dạng", "form"))
    ) var form: Form = .svg
    @Option(
        help: ArgumentHelp(
            say("Tệp để ghi; bỏ trống thì in ra.", "File to write; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if stage != nil, machine != nil {
            throw ValidationError(say("Chỉ chọn một: --stage hoặc --machine", "Choose one: --stage or --machine"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let rules = try context.library().regime(regime)
        let graph = try graph(rules)
        let text =
            switch form {
            case .svg: graph.svg(in: Speech.language)
            case .mermaid: graph.mermaid(in: Speech.language)
            case .dot: graph.dot(in: Speech.language)
            }
        return try OutputFile.write(text, to: output)
    }

    private func graph(_ rules: CompiledRegime) throws -> RegimeGraph {
        if let stage {
            let known = rules.regime.stages.map(\.id)
            guard let graph = RegimeGraph(stage: stage, of: rules.regime, hash: rules.hash) else {
                throw unknown(
                    stage,
                    known,
                    "unknown-stage",
                    Phrase(vi: "Không có giai đoạn «\(stage)»", en: "There is no stage \"\(stage)\"")
                )
            }
            return graph
        }
        if let machine {
            let known = rules.regime.machines.keys.sorted()
            guard let graph = RegimeGraph(machine: machine, of: rules.regime, hash: rules.hash) else {
                throw unknown(
                    machine,
                    known,
                    "unknown-machine",
                    Phrase(vi: "Không có máy nhỏ «\(machine)»", en: "There is no small machine \"\(machine)\"")
                )
            }
            return graph
        }
        return RegimeGraph(overviewOf: rules.regime, hash: rules.hash)
    }

    /// What there is, with the nearest name first where one is near.
    private func unknown(_ word: String, _ known: [String], _ code: String, _ message: Phrase) -> UseCaseFault {
        let list = known.joined(separator: ", ")
        return UseCaseFault(
            .usage,
            code,
            message,
            hint: Message.didYouMean(word, among: known) ?? Phrase(vi: "Có: \(list)", en: "There are: \(list)")
        )
    }
}
