import ArgumentParser
public import LifecycleModel
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
        let words = ArgumentOrder(arguments).hoisted
        return Speech.$language.withValue(SpokenLanguage(words, environment).language) {
            let format = words.contains { $0 == "--format=json" } || words.hasPair("--format", "json") ? OutputFormat.json : .table
            let console = Console(environment: environment, language: Speech.language, format: format)
            do {
                let parsed = try Nhiemvu.parseAsRoot(words)
                guard let command = parsed as? any ContextCommand else {
                    var plain = parsed
                    try plain.run()
                    return ExitStatus.done.rawValue
                }
                let context = try CommandContext(command.options, environment: environment, moment: moment)
                let answer = try command.answer(in: context)
                if let report = answer.report { try context.console.show(report) }
                return answer.exit.rawValue
            } catch let error where ErrorReport(translating: error) != nil {
                return console.fail(ErrorReport(translating: error) ?? .unknown(error)).rawValue
            } catch {
                return ParserAnswer(error, words: words).give(on: console)
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

/// Lets global options stand before the command, `nhiemvu --lang en status`: they are moved behind it, where the parser looks for them.
struct ArgumentOrder {
    let hoisted: [String]

    private static let withValue: Set<String> = ["--store", "--actor", "--rules", "--now", "--lang", "--format"]
    private static let withoutValue: Set<String> = ["--quiet", "-q", "--yes", "-y"]

    init(_ words: [String]) {
        var leading: [String] = []
        var rest = words[...]
        while let word = rest.first {
            let name = String(word.prefix { $0 != "=" })
            if ArgumentOrder.withoutValue.contains(word) || (ArgumentOrder.withValue.contains(name) && name != word) {
                leading.append(word)
                rest = rest.dropFirst()
            } else if ArgumentOrder.withValue.contains(word), rest.count > 1 {
                leading += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else {
                break
            }
        }
        guard !rest.isEmpty, !leading.isEmpty else {
            hoisted = words
            return
        }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        hoisted = Array(rest[..<end]) + leading + Array(rest[end...])
    }
}
