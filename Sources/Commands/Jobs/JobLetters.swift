import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu job letters`
struct JobLetters: ContextCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case waiting, sending, sent, skipped, dead }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "letters",
            abstract: say(
                "Thư gửi cho người có trách nhiệm: chờ gửi, đã gửi, không gửi được và vì sao.",
                "Letters to the people in charge: waiting, sent, not deliverable and why."
            ),
            discussion: say("Ví dụ: nhiemvu job letters --standing dead", "Example: nhiemvu job letters --standing dead")
        )
    }

    @Option(
        help: ArgumentHelp(
            say("Chỉ thư ở tình trạng này.", "Only letters of this standing."),
            valueName: "waiting|sending|sent|skipped|dead"
        )
    )
    var standing: Kind?
    @Option(help: ArgumentHelp(say("Chỉ thư này, cả nội dung.", "This letter alone, with its text."), valueName: say("khóa", "key")))
    var key: String?
    @Option(help: ArgumentHelp(say("Nhiều nhất bao nhiêu thư.", "At most so many letters."), valueName: say("số", "number"))) var limit = 50
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError(say("--limit từ 1 đến 100000", "--limit is 1 to 100000")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        if let key {
            let letter = try store.read { try requireLetter(key, in: $0) }
            return Answer(Report(json: letter.json(withBody: true), blocks: LetterView(letter: letter).blocks))
        }
        let letters = try store.read { try $0.letters(standing.flatMap { LetterRow.Standing(rawValue: $0.rawValue) }, limit: limit) }
        let json = JSONValue.array(letters.map { $0.json(withBody: false) })
        let none = Paragraph(StyledText(say("Không có thư nào.", "There are no letters."), .faint))
        return Answer(
            Report(json: json, blocks: letters.isEmpty ? [none] : [table(letters)], sheet: Sheet(json: json, columns: LetterRow.columns))
        )
    }

    private func table(_ letters: [LetterRow]) -> Table {
        Table(
            columns: [
                Table.Column(say("Thư", "Letter"), shrinkPriority: 2, minimumWidth: 20, overflow: .wrap),
                Table.Column(say("Gửi đến", "To"), shrinkPriority: 1, minimumWidth: 14),
                Table.Column(say("Tình trạng", "Standing"), minimumWidth: 10, overflow: .wrap),
                Table.Column(say("Lần", "Tries"), alignment: .right),
                Table.Column(say("Tiêu đề, lý do", "Subject, reason"), shrinkPriority: 1, minimumWidth: 20, overflow: .wrap),
            ],
            rows: letters.map { letter in
                [
                    StyledText(letter.key, .accent), StyledText(letter.address ?? letter.person),
                    StyledText(letter.standing.label, letter.standing.style), StyledText("\(letter.tries)"),
                    StyledText(letter.subject) + StyledText(letter.error.map { "; \($0[Speech.language])" } ?? "", .warning),
                ]
            }
        )
    }
}

/// `nhiemvu job resend KEY`
struct JobResend: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "resend",
            abstract: say(
                "Cho thư không gửi được vào hàng chờ lại, đến địa chỉ hiện nay của người nhận.",
                "Put a letter that could not be delivered back into the queue, to the person's present address."
            ),
            discussion: say(
                "Ví dụ: nhiemvu job resend digest/CB-01/2026-11-22",
                "Example: nhiemvu job resend digest/CB-01/2026-11-22"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Khóa của một hay nhiều thư.", "Keys of one or more letters."), valueName: say("khóa", "key")))
    var keys: [String]
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: dryRun)
        let letters = try store.read { reader in try keys.map { try ResendLetter($0, at: context.now, in: reader).letter } }
        if !dryRun { try store.write { writer in for letter in letters { try writer.save(letter) } } }
        return Answer(
            Report(
                json: letters.count == 1 ? letters[0].json(withBody: false) : .array(letters.map { $0.json(withBody: false) }),
                blocks: letters.map { letter in
                    Paragraph(
                        StyledText(
                            say(
                                "Thư \(letter.key) sẽ gửi lại đến \(letter.address ?? "?") ở lần chạy «messages» tới.",
                                "Letter \(letter.key) goes to \(letter.address ?? "?") with the next run of \"messages\"."
                            ),
                            .good
                        )
                    )
                }
            )
        )
    }
}

/// A letter with its text.
struct LetterView {
    let letter: LetterRow

    var blocks: [any Block] {
        var pairs = [
            KeyValues.Pair(say("Khóa", "Key"), StyledText(letter.key, .accent)),
            KeyValues.Pair(say("Gửi đến", "To"), StyledText(letter.address.map { "\(letter.person) <\($0)>" } ?? letter.person)),
            KeyValues.Pair(say("Tình trạng", "Standing"), StyledText(letter.standing.label, letter.standing.style)),
            KeyValues.Pair(say("Tiêu đề", "Subject"), StyledText(letter.subject, .strong)),
        ]
        if let error = letter.error { pairs.append(KeyValues.Pair(say("Lý do", "Reason"), StyledText(error[Speech.language], .warning))) }
        return [KeyValues(pairs), LetterText(text: letter.body)]
    }
}

/// The text of a letter, line by line as it is sent.
private struct LetterText: Block {
    let text: String

    func lines(on screen: Screen) -> [StyledText] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [StyledText] in
            let words = line.drop { $0 == " " }
            guard !words.isEmpty else { return [StyledText("")] }
            // What goes on under a dash stands under its words.
            let item = words.hasPrefix("- ")
            let indent = 2 + line.count - words.count
            let lines = Paragraph(StyledText(String(item ? words.dropFirst(2) : words)), indent: item ? indent + 2 : indent).lines(
                on: screen
            )
            guard item, let first = lines.first else { return lines }
            let opening = StyledText(String(repeating: " ", count: indent) + "- " + first.plain.drop { $0 == " " })
            return [opening] + lines.dropFirst()
        }
    }
}

extension LetterRow {
    static let columns = ["key", "person", "address", "day", "urgent", "standing", "tries", "subject", "error", "written_at", "ended_at"]

    /// For programs.
    func json(withBody: Bool) -> JSONValue {
        var object: JSONObject = [
            "key": .string(key), "person": .string(person), "address": JSONValue(address), "day": day.json, "urgent": .bool(isUrgent),
            "standing": .string(standing.rawValue), "tries": JSONValue(tries), "subject": .string(subject),
            "error": error.map { .string($0[Speech.language]) } ?? .null, "retry_at": .string(retryAt.description),
            "written_at": .string(writtenAt.description), "ended_at": endedAt.map { .string($0.description) } ?? .null,
        ]
        if withBody { object["body"] = .string(body) }
        return .object(object)
    }
}

extension LetterRow.Standing {
    fileprivate var style: Style {
        switch self {
        case .sent: .good
        case .dead: .bad
        case .skipped: .warning
        case .waiting, .sending: .plain
        }
    }
}
