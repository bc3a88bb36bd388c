import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu task whatif CODE --until DATE`
struct TaskWhatIf: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "whatif",
            abstract: say(
                "Nếu không ai làm gì: từ nay đến một ngày lịch sẽ nhắc, cắm cờ, hạn chế và tự chuyển bước thế nào.",
                "If nobody does anything: what the calendar reminds of, flags, bars and fires by itself until a day."
            ),
            discussion: say(
                "Không ghi gì. Không có --until thì nhìn tới ngày của --now, không có cả hai thì 12 tháng. Ví dụ: nhiemvu task whatif TH-2022-001 --until 2027-06-30",
                "Writes nothing. Without --until it looks ahead to the day of --now, without either twelve months. Example: nhiemvu task whatif TH-2022-001 --until 2027-06-30"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Nhìn tới ngày này.", "Look ahead to this day."), valueName: say("ngày", "date"))) var until: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let surroundings = try context.surroundings(readOnly: true)
        // With nothing but --now the future begins with the machine's day.
        let start = until == nil ? min(context.now.civilDate, context.today) : context.today
        let named = try until.map { try CivilDate(argument: $0, option: "--until") } ?? context.namedDay
        let day = named ?? start.adding(months: 12)
        let from = surroundings.on(start)
        let future = try from.store.read { try TaskFuture(code, until: day, from, in: $0) }
        let view = FutureView(future: future, from: start, until: day)
        let sheet = Sheet(json: view.json["entries"] ?? .array([]), columns: ["day", "kind", "text", "machine", "deadline", "due"])
        return Answer(Report(json: view.json, blocks: view.blocks, sheet: sheet))
    }
}

/// How the future of a task looks.
struct FutureView {
    let future: TaskFuture
    let from, until: CivilDate

    var json: JSONValue {
        [
            "code": .string(future.row.code), "from": from.json, "until": until.json, "position": .string(future.now.position),
            "position_then": .string(future.then.position),
            "flags_then": JSONValue(future.then.standingFlags(on: until).keys.sorted()),
            "entries": .array(
                future.entries.map { entry in
                    let (kind, text) = words(entry.what)
                    return [
                        "day": entry.day.json, "kind": .string(kind), "text": .string(text),
                        "machine": entry.clock.map { .string($0.machine.description) } ?? .null,
                        "deadline": entry.clock.map { .string($0.id) } ?? .null, "due": entry.due.map(\.json) ?? .null,
                    ]
                }
            ),
        ]
    }

    var blocks: [any Block] {
        let label = future.regime.task.states[future.now.position]?.label[Speech.language] ?? future.now.position
        let then = future.regime.task.states[future.then.position]?.label[Speech.language] ?? future.then.position
        var blocks: [any Block] = [
            Heading("\(future.row.code)  \(future.row.title)"),
            Paragraph(
                StyledText(say("Nếu không ai làm gì từ ", "If nobody does anything from "))
                    + StyledText(say("\(from.shown) đến \(until.shown)", "\(from) to \(until)"), .strong)
                    + StyledText(say(": đang ở «\(label)»", ": stands at \"\(label)\""))
                    + StyledText(label == then ? "" : say(", sẽ ở «\(then)»", ", will stand at \"\(then)\""), .warning)
            ),
        ]
        guard !future.entries.isEmpty else {
            return blocks + [
                Paragraph(StyledText(say("Lịch không làm gì trong thời gian này.", "The calendar does nothing in that time."), .faint))
            ]
        }
        blocks.append(
            Table(
                columns: [
                    Table.Column(say("Ngày", "Day"), minimumWidth: 10),
                    Table.Column(say("Điều xảy ra", "What happens"), shrinkPriority: 1, minimumWidth: 24, overflow: .wrap),
                    Table.Column(say("Thời hạn", "Deadline"), shrinkPriority: 2, minimumWidth: 18, overflow: .wrap),
                    Table.Column(say("Hạn", "Due"), minimumWidth: 10, dropOrder: 1),
                ],
                rows: future.entries.map { entry in
                    [
                        StyledText(entry.day.shown), StyledText(words(entry.what).text, style(entry.what)),
                        StyledText(entry.label[Speech.language]), StyledText(entry.due?.shown ?? "", .faint),
                    ]
                }
            )
        )
        return blocks
    }

    private func style(_ what: TaskFuture.What) -> Style {
        switch what {
        case .reminder: .faint
        case .flag: .warning
        case .bar, .event: .bad
        case .barEnds: .good
        case .refused: .faint
        }
    }

    private func words(_ what: TaskFuture.What) -> (kind: String, text: String) {
        let language = Speech.language
        switch what {
        case .reminder(let role): return ("reminder", say("nhắc: \(role.vi)", "reminds: \(role[.en])"))
        case .flag(let label): return ("flag", "⚑ \(label[language])")
        case .bar(let party, let reason):
            let who = party == "host" ? say("tổ chức chủ trì", "the host") : say("chủ nhiệm", "the investigator")
            return ("bar", say("hạn chế \(who): \(reason.vi)", "bars \(who): \(reason[.en])"))
        case .barEnds(let reason): return ("bar-ends", say("hết hạn chế: \(reason.vi)", "the bar ends: \(reason[.en])"))
        case .event(let label, let from, let to): return ("event", "\(label[language]): \(from[language]) → \(to[language])")
        case .refused(let label, let blockers):
            let reasons = blockers.map { $0.message[language] }.joined(separator: "; ")
            return ("refused", say("\(label.vi): quy tắc không cho (\(reasons))", "\(label[.en]): the rules refuse (\(reasons))"))
        }
    }
}
