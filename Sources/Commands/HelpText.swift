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

    init(_ text: String) {
        let plain = text.hasPrefix("OVERVIEW: ") ? String(text.dropFirst(10)) : text
        translated = Speech.language == .vi ? HelpText.words.reduce(plain) { $0.replacing($1.english, with: $1.vietnamese) } : plain
    }
}
