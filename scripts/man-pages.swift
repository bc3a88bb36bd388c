// man-pages FOLDER: reads `nhiemvu --experimental-dump-help` on stdin and writes one page per command, `nhiemvu-task-list.1`.
// The generator that comes with swift-argument-parser drops every letter outside ASCII, and the help is Vietnamese.
import Foundation

struct Help: Decodable {
    var command: Command
}

struct Command: Decodable {
    var commandName: String
    var abstract, discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
    var shouldDisplay: Bool?

    /// The subcommands that have a page: all but the `help` that every command has.
    var pages: [Command] { (subcommands ?? []).filter { $0.commandName != "help" } }
}

struct Argument: Decodable {
    struct Name: Decodable {
        var kind, name: String

        var spelling: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var kind: String
    var shouldDisplay, isOptional, isRepeating: Bool
    var names: [Name]?
    var preferredName: Name?
    var valueName, defaultValue, abstract, discussion: String?
    var allValues: [String]?

    var value: String { "<\(valueName ?? "value")>" }

    /// As it stands in the synopsis: `[--format <format>]`.
    var usage: String {
        let word =
            kind == "positional"
            ? value : [preferredName?.spelling, kind == "option" ? value : nil].compactMap(\.self).joined(separator: " ")
        return (isOptional ? "[\(word)]" : word) + (isRepeating ? " ..." : "")
    }

    /// As it heads its own paragraph: `-h, --help`.
    var heading: String {
        guard kind != "positional" else { return value }
        let spellings = (names ?? []).sorted { $0.name.count < $1.name.count }.map(\.spelling).joined(separator: ", ")
        return kind == "option" ? "\(spellings) \(value)" : spellings
    }

    var explanation: String {
        var parts = [abstract, discussion].compactMap(\.self)
        if let allValues, !allValues.isEmpty { parts.append("(\(allValues.joined(separator: ", ")))") }
        if let defaultValue { parts.append("[\(defaultValue)]") }
        return parts.joined(separator: " ")
    }
}

/// Text as roff takes it: nothing in it is a command.
func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\e").replacingOccurrences(of: "-", with: "\\-")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&" + $0 : String($0) }
        .joined(separator: "\n.br\n")
}

func paragraphs(_ rows: [(String, String)]) -> String {
    rows.map { ".TP\n.B \(escaped($0.0))\n\(escaped($0.1))\n" }.joined()
}

let environment = [
    ("NHIEMVU_STORE", "--store: kho dữ liệu / the store"),
    ("NHIEMVU_ACTOR", "--actor: người thực hiện / who acts"),
    ("NHIEMVU_RULES", "--rules: thư mục tệp quy tắc / folder of rule files"),
    ("NHIEMVU_NOW", "--now: ngày coi là hôm nay khi tra cứu / the day taken as today in queries"),
    ("NHIEMVU_LANG", "--lang: vi | en"),
]
let exitCodes = [
    ("0", "xong / done"),
    ("1", "quy tắc không cho phép, các lý do được liệt kê / refused by the rules, blockers listed"),
    ("2", "kiểm tra thấy lỗi / a check found faults"),
    ("64", "dùng sai lệnh / wrong usage"),
    ("65", "dữ liệu sai / bad data"),
    ("69", "không dùng được / unavailable"),
    ("75", "thử lại sau / try again"),
]

func page(_ command: Command, path: [String]) -> String {
    let name = path.joined(separator: "-")
    let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
    let subcommands = command.pages.filter { $0.shouldDisplay ?? true }
    let usage = arguments.map(\.usage) + (subcommands.isEmpty ? [] : ["<lệnh>"])
    var text = """
        .\\" -*- coding: UTF-8 -*-
        .TH \(name.uppercased()) 1 "" "nhiemvu" "nhiemvu"
        .nh
        .ad l
        .SH TÊN / NAME
        \(escaped(name)) \\- \(escaped(command.abstract ?? name))
        .SH CÚ PHÁP / SYNOPSIS
        .B \(escaped(path.joined(separator: " ")))
        \(escaped(usage.joined(separator: " ")))

        """
    if let discussion = command.discussion { text += ".SH MÔ TẢ / DESCRIPTION\n\(escaped(discussion))\n" }
    if !arguments.isEmpty { text += ".SH THAM SỐ / OPTIONS\n" + paragraphs(arguments.map { ($0.heading, $0.explanation) }) }
    if !subcommands.isEmpty { text += ".SH LỆNH / COMMANDS\n" + paragraphs(subcommands.map { ($0.commandName, $0.abstract ?? "") }) }
    text += ".SH BIẾN MÔI TRƯỜNG / ENVIRONMENT\n" + paragraphs(environment)
    text += ".SH MÃ THOÁT / EXIT STATUS\n" + paragraphs(exitCodes)
    let related = (path.count > 1 ? [path.dropLast().joined(separator: "-")] : []) + subcommands.map { "\(name)-\($0.commandName)" }
    if !related.isEmpty { text += ".SH XEM THÊM / SEE ALSO\n\(escaped(related.map { "\($0)(1)" }.joined(separator: ", ")))\n" }
    return text
}

func write(_ command: Command, above: [String], to folder: URL) throws {
    let path = above + [command.commandName]
    try Data(page(command, path: path).utf8).write(to: folder.appending(path: path.joined(separator: "-") + ".1"))
    for subcommand in command.pages {
        try write(subcommand, above: path, to: folder)
    }
}

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: nhiemvu --experimental-dump-help | swift scripts/man-pages.swift FOLDER\n".utf8))
    exit(64)
}
let help = try JSONDecoder().decode(Help.self, from: FileHandle.standardInput.readDataToEndOfFile())
try write(help.command, above: [], to: URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory))
