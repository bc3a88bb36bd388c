import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu task do CODE EVENT`
struct TaskDo: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "do",
            abstract: say("Thực hiện một bước của quy tắc.", "Fire an event of the rules."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu task do TH-2022-001 award --date 2022-03-01 --set award.decision_number=812/QĐ-UBND \\
                    --doc B3-4-QĐPDKP:812/QĐ-UBND:2022-03-01@quyet-dinh.pdf
                  nhiemvu task do TH-2022-001 receive-report --on periodic-report:1 --dry-run
                """,
                """
                Examples:
                  nhiemvu task do TH-2022-001 award --date 2022-03-01 --set award.decision_number=812/QĐ-UBND \\
                    --doc B3-4-QĐPDKP:812/QĐ-UBND:2022-03-01@decision.pdf
                  nhiemvu task do TH-2022-001 receive-report --on periodic-report:1 --dry-run
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Argument(help: ArgumentHelp(say("Sự kiện.", "Event."), valueName: say("sự-kiện", "event"))) var event: String
    @Option(
        help: ArgumentHelp(
            say("Hồ sơ con, như periodic-report:3.", "A thing beside the task, like periodic-report:3."),
            valueName: say("loại:số", "kind:number")
        )
    )
    var on: String?
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var matter: EventMatterOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard let machine = MachineReference(parsing: on ?? "task") else {
            throw UseCaseFault(
                .usage,
                "wrong-machine",
                Phrase(vi: "--on «\(on ?? "")» không đúng dạng loại:số", en: "--on \"\(on ?? "")\" is not kind:number"),
                hint: Phrase(vi: "Ví dụ: --on periodic-report:3", en: "Example: --on periodic-report:3")
            )
        }
        let surroundings = try context.surroundings(readOnly: occasion.dryRun)
        let request = FireEvent.Request(
            task: code,
            machine: machine,
            event: event,
            facts: try matter.facts(),
            documents: try matter.documents(in: context, isTrial: occasion.dryRun),
            day: try occasion.day(in: context),
            dryRun: occasion.dryRun
        )
        let answer = try FireEvent(surroundings)(request)
        guard case .accepted(let happenings) = answer.decision.outcome else {
            throw ErrorReport.refused(
                Phrase(vi: "Quy tắc không cho phép «\(event)» với \(code)", en: "The rules refuse \"\(event)\" for \(code)"),
                blockers: answer.decision.blockers
            )
        }
        return Answer(report(answer, happenings))
    }

    private func report(_ answer: FireEvent.Answer, _ happenings: [Happening]) -> Report {
        let regime = answer.rules.regime
        let label = answer.decision.transition?.label[Speech.language] ?? event
        let position = regime.task.states[answer.after.position]?.label[Speech.language] ?? answer.after.position
        let lines = happenings.dropFirst().map { happening in
            StyledText(
                EventRecord(
                    number: 0,
                    subject: EventRecord.Subject(.task, code),
                    kind: happening.kind,
                    payload: happening.payload,
                    actor: "",
                    happenedOn: answer.after.lastHappenedOn,
                    recordedAt: Moment(milliseconds: 0),
                    definition: nil
                ).summary(regime)
            )
        }
        var head: [any Block] = [
            Paragraph(
                StyledText(answer.receipt == nil ? say("Sẽ ghi: ", "Would record: ") : say("Đã ghi: ", "Recorded: "), .good)
                    + StyledText(label, .strong) + StyledText("  \(code)", .accent)
            ),
            KeyValues(
                [KeyValues.Pair(say("Nay ở", "Now at"), StyledText(position, .strong) + StyledText("  \(answer.after.position)", .faint))],
                indent: 2
            ),
        ]
        if !lines.isEmpty { head.append(Bullets(lines, indent: 2)) }
        var blocks: [any Block] = [Stack(head)]
        if let receipt = answer.receipt { blocks.append(receipt.block) }
        return Report(
            json: [
                "code": .string(code), "event": .string(event), "position": .string(answer.after.position),
                "happenings": .array(happenings.map { ["kind": .string($0.kind), "payload": $0.payload] }),
                "dry_run": .bool(answer.receipt == nil), "receipt": answer.receipt?.json ?? .null,
            ],
            blocks: blocks
        )
    }
}
