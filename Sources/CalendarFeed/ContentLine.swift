/// One line of an iCalendar object: text escaped, folded after 75 octets without cutting a character, ended by CRLF (RFC 5545, 3.1, 3.3.11).
struct ContentLine {
    private let text: String

    /// A property whose value stands as it is: a date, a number, a word of the standard.
    init(_ name: String, _ value: String) {
        text = "\(name):\(value)"
    }

    /// A property whose value is text; what no text may hold, control characters, is left out.
    init(_ name: String, text value: String) {
        self.init(name, Self.escaped(value))
    }

    /// A property whose value is a list of texts.
    init(_ name: String, texts: [String]) {
        self.init(name, texts.map(Self.escaped).joined(separator: ","))
    }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                escaped.unicodeScalars.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "\n": escaped += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The line as octets.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var width = 0
        for character in text.unicodeScalars {
            let octets = Array(String(character).utf8)
            if width + octets.count > 75 {
                bytes += [0x0D, 0x0A, 0x20]
                width = 1
            }
            bytes += octets
            width += octets.count
        }
        return bytes + [0x0D, 0x0A]
    }
}
