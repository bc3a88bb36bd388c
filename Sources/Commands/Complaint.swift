import LifecycleModel
import Terminal

/// A complaint of the argument parser in both languages, and advice where the parser gives some.
struct Complaint {
    /// What is wrong.
    let phrase: Phrase
    /// How to mend it.
    let hint: Phrase?

    init(_ message: String) {
        let english = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
        let quoted = english.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map(
            \.element
        )
        let first = quoted.first.map(String.init) ?? ""
        let second = quoted.count > 1 ? String(quoted[1]) : ""
        var vietnamese = english
        var plain = english
        var hint: Phrase?
        switch english {
        case let text where text.hasPrefix("Unknown option"):
            vietnamese = "Không có tùy chọn \(first)"
            plain = "Unknown option \(first)"
            if quoted.count > 1, second != first { hint = Phrase(vi: "Có phải ý bạn là ‘\(second)’?", en: "Did you mean ‘\(second)’?") }
        case let text where text.hasPrefix("Missing expected argument"): vietnamese = "Thiếu tham số \(first)"
        case let text where text.hasPrefix("Missing one of"): vietnamese = "Thiếu một trong: \(quoted.joined(separator: ", "))"
        case let text where text.hasPrefix("Missing value for"): vietnamese = "Thiếu giá trị cho \(first)"
        case let text where text.hasPrefix("Missing required subcommand"): vietnamese = "Thiếu tên lệnh"
        case let text where text.hasPrefix("Unexpected argument"): vietnamese = "Thừa tham số «\(first)»"
        case let text where text.contains(" unexpected arguments: "):
            vietnamese = "Thừa các tham số: \(quoted.map { "«\($0)»" }.joined(separator: ", "))"
        case let text where text.hasPrefix("The value '"):
            // Few choices stand between quotation marks, many on lines of their own.
            let listed = text.split(separator: "\n").dropFirst().map { $0.drop { $0 == " " || $0 == "-" } }
            let choices = (quoted.dropFirst(text.contains(" is invalid for '") ? 2 : 1) + listed).map(String.init)
            vietnamese = "Giá trị «\(first)» không hợp lệ cho \(second)"
            plain = "The value \"\(first)\" is invalid for \(second)"
            if !choices.isEmpty { hint = Complaint.choose(first, among: choices) }
        case let text where text.hasPrefix("The option '"): vietnamese = "Tùy chọn \(first) không nhận giá trị («\(second)»)"
        case let text where text.hasPrefix("Value to be set with"): vietnamese = "Hai tùy chọn trái nhau: \(first) và \(second)"
        case let text where text.hasPrefix("Invalid option"): vietnamese = "Tùy chọn không hợp lệ: \(text.dropFirst(16))"
        case let text where text.hasPrefix("Can't generate completion scripts"):
            // The first quotation mark is the apostrophe: 'Can't … for 'foo'.
            let shell = english.split(separator: "'").dropFirst(2).first.map(String.init) ?? ""
            vietnamese = "Không có bản gợi ý lệnh cho «\(shell)»"
            plain = "There is no completion script for \"\(shell)\""
            hint = Complaint.choose(shell, among: ["bash", "zsh", "fish"])
        default: break
        }
        phrase = Phrase(vi: vietnamese, en: plain)
        self.hint = hint
    }

    private static func choose(_ word: String, among choices: [String]) -> Phrase {
        let list = Message.either(choices.map { "‘\($0)’" })
        let choose = Phrase(vi: "Chọn \(list.vi)", en: "Choose \(list[.en])")
        guard let meant = Message.didYouMean(word, among: choices)?.sentence else { return choose }
        return Phrase(vi: "\(meant.vi) \(choose.vi)", en: "\(meant[.en]) \(choose[.en])")
    }
}
