/// Tells number formats that show a day from all others.
enum DateFormat {
    /// The formats every spreadsheet knows by number that show a day (ISO/IEC 29500-1, 18.8.30).
    static func isDate(builtIn id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a format such as `dd/mm/yyyy` shows a day: its first section has `d` or `y`, or months without hours, outside of quoted
    /// text, brackets and escapes.
    static func isDate(_ format: String) -> Bool {
        var letters: Set<Character> = []
        var rest = Substring(format.lowercased())
        while let character = rest.popFirst() {
            switch character {
            case ";": rest = ""
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                // `[h]` counts hours; `[red]` and `[$-42a]` say nothing of days.
                if rest.first == "h" || rest.first == "s" { letters.insert("h") }
                rest = rest.drop { $0 != "]" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            default: letters.insert(character)
            }
        }
        guard !format.lowercased().hasPrefix("general") else { return false }
        if letters.contains("d") || letters.contains("y") { return true }
        return letters.contains("m") && !letters.contains("h") && !letters.contains("s") && !letters.contains("0")
    }
}
