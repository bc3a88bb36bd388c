import ArgumentParser
public import LifecycleModel
import RuleLoading
import Terminal

/// Runs one command line: settles the language, reads the words, does the work, prints the answer and says how the program ends.
public enum CommandRunner {
    /// Runs the command line.
    ///
    /// - Parameters:
    ///   - arguments: the words after the program's name.
    ///   - environment: the environment's variables.
    ///   - moment: the moment of this run.
    /// - Returns: the exit code of the process.
    public static func run(_ arguments: [String], environment: [String: String], moment: Moment) -> Int32 {
        Speech.$language.withValue(SpokenLanguage(arguments, environment).language) {
            let order = ArgumentOrder(arguments)
            let wantsJSON = arguments.contains("--format=json") || arguments.hasPair("--format", "json")
            let format = wantsJSON ? OutputFormat.json : .table
            let console = Console(environment: environment, language: Speech.language, format: format)
            do {
                if let word = order.unknownCommand { throw ErrorReport.unknownCommand(word, in: order.command) }
                let parsed = try Nhiemvu.parseAsRoot(order.words)
                guard let command = parsed as? any ContextCommand else {
                    var plain = parsed
                    try plain.run()
                    return ExitStatus.done.rawValue
                }
                let context = try CommandContext(command.options, environment: environment, moment: moment)
                context.console.beginWork()
                defer { context.console.endWork() }
                let answer = try Result { try OutputFormat.$wanted.withValue(context.console.format) { try command.answer(in: context) } }
                    .mapError { error in
                        (error as? RuleFileFaults).map { ErrorReport($0, rules: command.options.rules) } ?? error
                    }.get()
                if let report = answer.report, !(answer.isNote && context.console.isSilent) { try context.console.show(report) }
                return answer.exit.rawValue
            } catch let error where ErrorReport(translating: error) != nil {
                return console.fail(ErrorReport(translating: error) ?? .unknown(error)).rawValue
            } catch {
                return ParserAnswer(error, command: order.command).give(on: console)
            }
        }
    }
}

extension [String] {
    fileprivate func hasPair(_ option: String, _ value: String) -> Bool {
        zip(self, dropFirst()).contains { $0 == option && $1 == value }
    }
}

/// The language asked for by `--lang` or `NHIEMVU_LANG`; Vietnamese otherwise.
struct SpokenLanguage {
    let language: Language

    init(_ words: [String], _ environment: [String: String]) {
        var asked = environment["NHIEMVU_LANG"]
        for (index, word) in words.enumerated() {
            if word == "--lang", index + 1 < words.count { asked = words[index + 1] }
            if word.hasPrefix("--lang=") { asked = String(word.dropFirst(7)) }
        }
        language = asked.flatMap(Language.init(rawValue:)) ?? .standard
    }
}
