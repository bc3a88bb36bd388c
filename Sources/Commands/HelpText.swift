import LifecycleModel

/// A help text of the parser with its own words in the language of this run; ours are in it already.
struct HelpText {
    let translated: String

    private static let words: [(english: String, vietnamese: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "CÁCH DÙNG: "), ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"),
        ("SUBCOMMANDS:", "CÁC LỆNH:"),
        ("Show help information.", "In hướng dẫn."), ("Show subcommand help information.", "In hướng dẫn của một lệnh."),
        ("Show the version.", "In phiên bản."), ("<subcommand>", "<lệnh>"), ("<options>", "<tùy chọn>"), ("(default)", "(mặc định)"),
        ("(default: ", "(mặc định: "), ("(values: ", "(chọn: "), ("; default: ", "; mặc định: "),
        ("for detailed help.", "để xem chi tiết."),
        ("  See '", "  Gõ '"),
    ]

    /// - Parameters:
    ///   - text: what the parser says.
    ///   - columns: how wide the screen is; the parser itself never breaks the line that tells how a command is called.
    init(_ text: String, columns: Int) {
        let plain = text.hasPrefix("OVERVIEW: ") ? String(text.dropFirst(10)) : text
        let spoken = Speech.language == .vi ? HelpText.words.reduce(plain) { $0.replacing($1.english, with: $1.vietnamese) } : plain
        translated = spoken.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            HelpText.usages.contains { line.hasPrefix($0) } ? HelpText.folded(line, to: columns) : String(line)
        }.joined(separator: "\n")
    }

    private static let usages = ["CÁCH DÙNG: ", "USAGE: "]

    /// The line broken at blanks outside of brackets, what follows indented.
    private static func folded(_ line: Substring, to columns: Int) -> String {
        var pieces = [""]
        var depth = 0
        for character in line {
            switch character {
            case "[", "<", "(": depth += 1
            case "]", ">", ")": depth -= 1
            default: break
            }
            if character == " ", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
        }
        var lines = [pieces[0]]
        for piece in pieces.dropFirst() {
            let longer = lines[lines.count - 1] + " " + piece
            if VietnameseText.displayWidth(longer) > columns { lines.append("    " + piece) } else { lines[lines.count - 1] = longer }
        }
        return lines.joined(separator: "\n")
    }
}
