import LifecycleModel

/// Words of other people so that they can stand in plain-text accounting: whatever they hold, they stay where they are put.
///
/// A line break would begin another line, `;` a comment, two spaces or a tab end the name of an account, `:` part it, a comma end the value of a
/// tag in hledger, and brackets in a comment are a date in Ledger.
enum PlainText {
    /// A part of an account's name.
    static func accountPart(_ text: String) -> String {
        let part = line(text).replacing(":", with: "-")
        return part.isEmpty ? "-" : part
    }

    /// The value of a tag.
    static func tagValue(_ text: String) -> String {
        line(text).replacing(",", with: " ·").replacing("[", with: "(").replacing("]", with: ")")
    }

    /// One line without a comment; runs of blanks are one space.
    static func line(_ text: String) -> String {
        let parts = VietnameseText.composed(text).split { character in
            character.unicodeScalars.contains { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: true
                default: false
                }
            }
        }
        return parts.joined(separator: " ").replacing(";", with: ",")
    }
}
