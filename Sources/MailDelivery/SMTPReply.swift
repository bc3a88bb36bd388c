import Foundation

/// An answer of a server: its code and its last line (RFC 5321, 4.2).
struct SMTPReply: Sendable, Hashable {
    let code: Int
    let text: String

    /// What kind of answer: 2 done, 3 go on, 4 not now, 5 never.
    var kind: Int { code / 100 }

    /// The answers in what a server said, those on several lines taken together.
    static func all(in said: Data) -> [SMTPReply] {
        said.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let line = line.filter { $0 != UInt8(ascii: "\r") }
            let isLast = line.count == 3 || line.dropFirst(3).first == UInt8(ascii: " ")
            guard isLast, let code = Int(String(decoding: line.prefix(3), as: UTF8.self)), (200...599).contains(code) else { return nil }
            return SMTPReply(code: code, text: shown(line))
        }
    }

    /// Short enough for a message, and without anything that steers a terminal.
    private static func shown(_ line: Data) -> String {
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.prefix(200)
        return String(String.UnicodeScalarView(scalars.map { HeaderText.isControl($0) ? "\u{FFFD}" : $0 }))
    }
}
