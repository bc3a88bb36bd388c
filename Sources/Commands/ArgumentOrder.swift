import ArgumentParser

/// Lets global options stand before or inside the command's words, `nhiemvu --lang en task list`: they are moved behind, where the parser
/// looks for them. A negative number is no option: it goes to the very end.
struct ArgumentOrder {
    /// The words as the parser wants them.
    let words: [String]
    /// The command they name: the deepest one known.
    let command: any ParsableCommand.Type
    /// A word that stands where a command's name is awaited and is none.
    let unknownCommand: String?

    private static let withValue: Set<String> = ["--store", "--actor", "--rules", "--now", "--lang", "--format"]
    private static let withoutValue: Set<String> = ["--quiet", "-q", "--yes", "-y"]

    init(_ given: [String]) {
        var command: any ParsableCommand.Type = Nhiemvu.self
        var globals: [String] = []
        var path: [String] = []
        var rest = given[...]
        var asksForHelp = false
        var unknown: String?
        while let word = rest.first, asksForHelp || !command.configuration.subcommands.isEmpty {
            let taken = ArgumentOrder.globalOption(at: rest)
            if taken > 0 {
                globals += rest.prefix(taken)
                rest = rest.dropFirst(taken)
            } else if word == "help", path.isEmpty {
                asksForHelp = true
                path.append(word)
                rest = rest.dropFirst()
            } else if let next = command.configuration.subcommands.first(where: { $0._commandName == word }) {
                command = next
                path.append(word)
                rest = rest.dropFirst()
            } else {
                if !word.hasPrefix("-") { unknown = word }
                break
            }
        }
        self.command = command
        unknownCommand = unknown
        // A help text takes no options, and where a command is still missing the complaint is about that.
        if asksForHelp || !command.configuration.subcommands.isEmpty {
            globals = []
            rest = ArgumentOrder.withoutGlobalOptions(rest)[...]
        }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        var words = path + rest[..<end] + globals
        var behind = Array(rest[end...])
        if command == CalendarAdd.self {
            let negative = words.filter { $0.first == "-" && Int($0) != nil }
            words.removeAll { negative.contains($0) }
            if !negative.isEmpty { behind = (behind.isEmpty ? ["--"] : behind) + negative }
        }
        self.words = words + behind
    }

    private static func withoutGlobalOptions(_ words: ArraySlice<String>) -> [String] {
        var kept: [String] = []
        var rest = words
        while let word = rest.first {
            let taken = globalOption(at: rest)
            if taken == 0 { kept.append(word) }
            rest = rest.dropFirst(max(taken, 1))
        }
        return kept
    }

    /// How many words a global option at the front takes; 0 when there is none.
    private static func globalOption(at words: ArraySlice<String>) -> Int {
        guard let word = words.first else { return 0 }
        let name = String(word.prefix { $0 != "=" })
        if withoutValue.contains(word) || (withValue.contains(name) && name != word) { return 1 }
        return withValue.contains(word) && words.count > 1 ? 2 : 0
    }
}
