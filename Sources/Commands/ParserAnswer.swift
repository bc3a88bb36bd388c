import ArgumentParser
import LifecycleModel
import Terminal

/// What the argument parser has to say — a help text or a complaint — in the language of this run.
///
/// The parser speaks English only; its sentences are few and fixed, so they are turned round here.
struct ParserAnswer {
    private let error: any Error
    private let command: any ParsableCommand.Type

    init(_ error: any Error, command: any ParsableCommand.Type) {
        self.error = error
        self.command = command
    }

    /// Prints it where it belongs and answers how the program ends.
    func give(on console: Console) -> Int32 {
        if Nhiemvu.exitCode(for: error).isSuccess {
            do {
                try StandardStream.output.write(
                    HelpText(Nhiemvu.fullMessage(for: error), columns: console.output.columns).translated + "\n"
                )
                return ExitStatus.done.rawValue
            } catch {
                return console.fail(ErrorReport(translating: error) ?? .unknown(error)).rawValue
            }
        }
        let complaint = Complaint(Nhiemvu.message(for: error))
        return console.fail(ErrorReport(code: "usage", message: complaint.phrase, exit: .usage, hint: complaint.hint ?? command.usageHint))
            .rawValue
    }
}

extension ErrorReport {
    /// A word stands where a command's name is awaited.
    static func unknownCommand(_ word: String, in group: any ParsableCommand.Type) -> ErrorReport {
        let known = group.configuration.subcommands.map { $0._commandName }
        let list = Message.either(known.map { "‘\($0)’" })
        return ErrorReport(
            code: "unknown-command",
            message: Phrase(vi: "Không có lệnh «\(word)»", en: "There is no command \"\(word)\""),
            exit: .usage,
            hint: Message.didYouMean(word, among: known)?.sentence ?? Phrase(vi: "Dùng \(list.vi)", en: "Use \(list[.en])")
        )
    }
}

extension ParsableCommand {
    /// The words that call the command: `nhiemvu task do`.
    fileprivate static var call: String {
        func path(from group: any ParsableCommand.Type) -> [String]? {
            if group == self { return [group._commandName] }
            return group.configuration.subcommands.lazy.compactMap { path(from: $0) }.first.map { [group._commandName] + $0 }
        }
        return path(from: Nhiemvu.self)?.joined(separator: " ") ?? Nhiemvu._commandName
    }

    /// Where the way to call it is told.
    fileprivate static var usageHint: Phrase {
        Phrase(vi: "Gõ «\(call) --help» để xem cách dùng", en: "See \"\(call) --help\"")
    }
}

extension Phrase {
    /// The phrase as a sentence of its own.
    var sentence: Phrase { Phrase(vi: vi.capitalizedFirst, en: self[.en].capitalizedFirst) }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The text with its first letter large.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
