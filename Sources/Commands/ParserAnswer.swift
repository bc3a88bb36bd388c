import ArgumentParser
import LifecycleModel
import Terminal

/// What the argument parser has to say — a help text or a complaint — in the language of this run.
///
/// The parser speaks English only; its sentences are few and fixed, so they are turned round here.
struct ParserAnswer {
    private let error: any Error
    private let words: [String]

    init(_ error: any Error, words: [String]) {
        self.error = error
        self.words = words
    }

    /// Prints it where it belongs and answers how the program ends.
    func give(on console: Console) -> Int32 {
        let text = Nhiemvu.fullMessage(for: error)
        if Nhiemvu.exitCode(for: error).isSuccess {
            try? StandardStream.output.write(HelpText(text).translated + "\n")
            return ExitStatus.done.rawValue
        }
        let complaint = Complaint(Nhiemvu.message(for: error))
        let usage = text.split(separator: "\n").first { $0.hasPrefix("Usage:") }.map { String($0.dropFirst(6)).trimmed }
        return console.fail(
            ErrorReport(
                code: "usage",
                message: complaint.phrase,
                exit: .usage,
                hint: complaint.hint(among: Nhiemvu.commandWords(near: words))
                    ?? usage.map { Phrase(vi: "Cách dùng: \($0)", en: "Usage: \($0)") }
            )
        ).rawValue
    }
}

/// A help text with its headings in the language of this run.
struct HelpText {
    let translated: String

    private static let headings: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"),
        ("SUBCOMMANDS:", "CÁC LỆNH:"),
        ("Show help information.", "In hướng dẫn."), ("Show subcommand help information.", "In hướng dẫn của một lệnh."),
        ("Show the version.", "In phiên bản."), ("<subcommand>", "<lệnh>"), ("[<options>]", "[<tùy chọn>]"), ("<options>", "<tùy chọn>"),
        ("(default)", "(mặc định)"), ("(default: ", "(mặc định: "), ("(values: ", "(chọn: "), ("; default: ", "; mặc định: "),
        ("for detailed help.", "để xem chi tiết."), ("  See '", "  Gõ '"),
    ]

    init(_ text: String) {
        guard Speech.language == .vi else {
            translated = text
            return
        }
        translated = HelpText.headings.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}

/// A complaint of the parser in both languages.
struct Complaint {
    let phrase: Phrase
    private let word: String?

    init(_ english: String) {
        let sentence = english.hasPrefix("Error: ") ? String(english.dropFirst(7)) : english
        let quoted = sentence.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        func part(_ index: Int) -> String { index < quoted.count ? quoted[index] : "" }
        let vietnamese: String
        switch sentence {
        case let text where text.hasPrefix("Missing expected argument"): vietnamese = "Thiếu tham số \(part(1))"
        case let text where text.hasPrefix("Missing value for"): vietnamese = "Thiếu giá trị cho \(part(1))"
        case let text where text.hasPrefix("Unknown option"): vietnamese = "Không có tùy chọn \(part(1))"
        case let text where text.hasPrefix("Unexpected argument"): vietnamese = "Thừa hoặc không hiểu «\(part(1))»"
        case let text where text.contains("unexpected arguments"):
            vietnamese = "Thừa các tham số: \(quoted.dropFirst().joined(separator: "'"))"
        case let text where text.hasPrefix("The value '"): vietnamese = "Giá trị «\(part(1))» không hợp lệ cho \(part(3))"
        case let text where text.hasPrefix("Value to be set with"): vietnamese = "Tùy chọn \(part(1)) được cho hai lần"
        default: vietnamese = sentence
        }
        phrase = Phrase(vi: vietnamese, en: sentence)
        word = sentence.hasPrefix("Unexpected argument") || sentence.hasPrefix("Unknown option") ? part(1) : nil
    }

    /// "Did you mean …?" for an unknown word.
    func hint(among known: [String]) -> Phrase? {
        word.flatMap { Message.didYouMean($0, among: known) }.map { Phrase(vi: $0.vi.capitalizedFirst, en: $0[.en].capitalizedFirst) }
    }
}

extension String {
    /// The text without spaces at its ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The text with its first letter large.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Nhiemvu {
    /// Words that could have been meant: the subcommands of the deepest command named so far, and the options.
    static func commandWords(near words: [String]) -> [String] {
        var command: any ParsableCommand.Type = Nhiemvu.self
        for word in words {
            guard let next = command.configuration.subcommands.first(where: { $0._commandName == word }) else { break }
            command = next
        }
        return command.configuration.subcommands.map { $0._commandName }
            + [
                "--store", "--actor", "--rules", "--now", "--lang", "--format", "--quiet", "--yes", "--dry-run", "--date", "--on", "--set",
                "--doc", "--help",
            ]
    }
}
