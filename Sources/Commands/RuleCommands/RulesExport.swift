import ArgumentParser
import CanonicalJSON
import LifecycleModel
import ProcessExchange
import RuleLoading
import Rules
import Services
import Terminal

/// `nhiemvu rules export REGIME`
struct RulesExport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say("Xuất một chế độ cho công cụ khác đọc.", "Export a regime for other tools."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu rules export law-2013 --as bpmn --output law-2013.bpmn
                  nhiemvu rules export law-2013 --as pnml --output law-2013.pnml
                  nhiemvu rules export law-2013 --as pnml --machine council-session
                  nhiemvu rules export law-2013 --as smt | z3 -in
                Lưới Petri có một nguồn, một đích; thêm --running để phát lại cả nhật ký của nhiệm vụ chưa kết thúc.
                """,
                """
                Examples:
                  nhiemvu rules export law-2013 --as bpmn --output law-2013.bpmn
                  nhiemvu rules export law-2013 --as pnml --output law-2013.pnml
                  nhiemvu rules export law-2013 --as pnml --machine council-session
                  nhiemvu rules export law-2013 --as smt | z3 -in
                The Petri net has one source and one sink; add --running to replay also the log of tasks that have not ended.
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case bpmn, pnml, json, promela, smt }

    @Argument(help: ArgumentHelp(say("Chế độ.", "Regime."), valueName: say("chế-độ", "regime"))) var regime: String
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say(
                "bpmn (BPMN 2.0 kèm hình vẽ), pnml (lưới Petri, ISO/IEC 15909-2), json (dạng chuẩn tắc, dễ đọc), promela (cho Spin), smt (SMT-LIB 2, cho Z3).",
                "bpmn (BPMN 2.0 with its drawing), pnml (Petri net, ISO/IEC 15909-2), json (the canonical form, readable), promela (for Spin), smt (SMT-LIB 2, for Z3)."
            ),
            valueName: say("dạng", "form")
        )
    )
    var form: Form
    @Option(
        help: ArgumentHelp(
            say("Chỉ máy này: task (nhiệm vụ) hoặc một máy nhỏ.", "Only this machine: task or a small one."),
            valueName: say("mã", "id")
        )
    )
    var machine: String?
    @Flag(
        help: ArgumentHelp(
            say("pnml: cho phép dừng ở trạng thái chưa kết thúc.", "pnml: let a life stop in a state that is no end.")
        )
    )
    var running = false
    @Option(
        help: ArgumentHelp(
            say("Tệp để ghi; bỏ trống thì in ra.", "File to write; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if running, form != .pnml { throw ValidationError(say("--running đi cùng --as pnml", "--running goes with --as pnml")) }
        if machine != nil, form == .json {
            throw ValidationError(
                say("--as json luôn là cả chế độ, không đi cùng --machine", "--as json is the whole regime and takes no --machine")
            )
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let rules = try context.library().regime(regime)
        if let machine, rules.machine(machine) == nil {
            let known = [Regime.taskMachine] + rules.regime.machines.keys.sorted()
            let list = known.joined(separator: ", ")
            throw UseCaseFault(
                .usage,
                "unknown-machine",
                Phrase(vi: "Không có máy «\(machine)»", en: "There is no machine \"\(machine)\""),
                hint: Message.didYouMean(machine, among: known) ?? Phrase(vi: "Có: \(list)", en: "There are: \(list)")
            )
        }
        let text =
            switch form {
            case .bpmn:
                BPMNDocument(rules.regime, machine: machine ?? Regime.taskMachine, language: Speech.language)?.xml() ?? ""
            case .pnml: try net(rules, context)
            case .promela: PromelaDocument(rules, machine: machine)?.text() ?? ""
            case .smt: SMTDocument(rules, machine: machine)?.text() ?? ""
            case .json: (try JSONValue(parsing: rules.regime.canonicalBytes)).prettyText() + "\n"
            }
        return try OutputFile.write(text, to: output)
    }

    private func net(_ rules: CompiledRegime, _ context: CommandContext) throws -> String {
        let scope = machine.map(ProcessNet.Scope.machine) ?? .whole
        var entries: [String] = []
        if machine == nil || machine == Regime.taskMachine {
            // Tasks also come in where another regime hands them over.
            let others = try context.library().all().regimes.values.map(\.regime)
            entries = others.flatMap { $0.entries(into: rules.regime.id) }
        }
        return ProcessNet(rules.regime, scope: scope, entries: entries, runningMayEnd: running)?.pnml(in: Speech.language) ?? ""
    }
}
