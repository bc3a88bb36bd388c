import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu followup due`
struct FollowUpDue: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "due",
            abstract: say(
                "Báo cáo ứng dụng và cảnh báo sớm sắp đến hạn hoặc đã quá hạn, và ai phải đôn đốc.",
                "Application reports and early warnings that are due or overdue, and whom to chase."
            ),
            discussion: say("Ví dụ: nhiemvu followup due --within 30", "Example: nhiemvu followup due --within 30")
        )
    }
    @Option(
        help: ArgumentHelp(
            say("Cả những việc đến hạn trong chừng này ngày tới.", "What falls due within so many days, too."),
            valueName: say("số-ngày", "days")
        )
    )
    var within: Int = 0
    @Flag(
        help: ArgumentHelp(
            say("Chỉ những việc có hạn phải làm, không kể cảnh báo sớm.", "Only what must be done by a day, no early warnings.")
        )
    )
    var deadlinesOnly = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (0...3660).contains(within) else {
            throw ValidationError(say("--within từ 0 đến 3660 ngày", "--within is 0 to 3660 days"))
        }
    }

    private static let columns = [
        "task", "title", "machine", "result", "kind", "label", "due", "early_warning", "owner", "organisation", "people",
    ]

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let duties = try context.console.following(Phrase(vi: "Đọc nhiệm vụ", en: "Reading tasks")) { tell in
                try FollowUpDuties(dueUntil: context.today.adding(days: within), in: reader, progress: tell).duties
            }
            .filter { !(deadlinesOnly && $0.isEarlyWarning) }
            let names = try PartyNames(reader)
            return Answer(
                Report(
                    list: LongList(duties) { $0.json },
                    records: LongList(duties) { $0.record },
                    columns: Self.columns,
                    blocks: Self.blocks(duties, names, context.today)
                )
            )
        }
    }

    private static func blocks(_ duties: [FollowUpDuty], _ names: PartyNames, _ today: CivilDate) -> [any Block] {
        let warnings = duties.count(where: \.isEarlyWarning)
        let summary = Paragraph(
            StyledText(
                Message.count(duties.count, "việc", one: "duty", many: "duties")[Speech.language]
                    + say(", trong đó \(warnings) cảnh báo sớm", ", \(warnings) of them early warnings"),
                .faint
            )
        )
        guard !duties.isEmpty else { return [summary] }
        return [table(duties, names, today), summary]
    }

    private static func table(_ duties: [FollowUpDuty], _ names: PartyNames, _ today: CivilDate) -> Table {
        // Names are asked of the store, so now.
        let chased: [FollowUpDuty.Chased: String] = duties.reduce(into: [:]) { words, duty in
            if words[duty.chased] == nil { words[duty.chased] = duty.chased.words(names) }
        }
        return Table(
            columns: [
                Table.Column(say("Hạn", "Due"), minimumWidth: 10), Table.Column(say("Mã", "Code"), minimumWidth: 11),
                Table.Column(say("Việc", "What"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap),
                Table.Column(say("Đôn đốc", "Whom to chase"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap),
            ],
            rows: LongList(duties) { duty in
                [
                    StyledText(duty.due.shown, duty.due < today ? .bad : .plain), StyledText(duty.task, .accent),
                    StyledText(duty.label[Speech.language]) + StyledText(duty.subject.map { "  \($0)" } ?? "", .faint),
                    StyledText(chased[duty.chased] ?? ""),
                ]
            }
        )
    }
}

extension FollowUpDuty {
    /// The number and name of the result, or the small machine.
    var subject: String? {
        guard let result else { return machine.number == 0 ? nil : machine.description }
        return machine.use == .result ? "\(machine.number). \(result)" : result
    }

    fileprivate var json: JSONValue {
        [
            "task": .string(task), "title": .string(title), "machine": .string(machine.description), "result": JSONValue(result),
            "kind": .string(id), "label": .string(label[Speech.language]), "due": due.json, "early_warning": .bool(isEarlyWarning),
            "owner": .string(chased.role), "organisation": JSONValue(chased.organisation),
            "people": .array(chased.people.map { ["code": .string($0.code), "name": .string($0.name)] }),
        ]
    }

    fileprivate var record: JSONValue {
        guard var object = json.object else { return json }
        object["people"] = .string(chased.people.map(\.name).joined(separator: "; "))
        return .object(object)
    }
}

extension FollowUpDuty.Chased {
    /// Role, organisation and, where they are few, the people.
    func words(_ names: PartyNames) -> String {
        var words = [label[Speech.language]]
        if let organisation { words.append(names.shown(.organisation, organisation)) }
        if people.count <= 3 { words += people.map(\.name) }
        return words.joined(separator: ", ")
    }
}
