/// What a piece of text means; the colours follow from that.
public enum Style: Sendable, Hashable, CaseIterable {
    /// Ordinary text.
    case plain
    /// What the eye should find first.
    case strong
    /// What may be overlooked: units, notes, rules.
    case faint
    /// A heading.
    case heading
    /// A code, name or word to be typed.
    case accent
    /// As it should be.
    case good
    /// To be looked at.
    case warning
    /// Wrong, late or refused.
    case bad

    /// The parameters of "select graphic rendition" (ECMA-48, SGR); nil for ordinary text.
    private var rendition: String? {
        switch self {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .heading: "1;36"
        case .accent: "36"
        case .good: "32"
        case .warning: "33"
        case .bad: "1;31"
        }
    }

    /// The text in this style's colours, or as it is on a screen without colours.
    func applied(to text: String, on screen: Screen) -> String {
        guard screen.usesColour, let rendition, !text.isEmpty else { return text }
        return "\u{1B}[\(rendition)m\(text)\u{1B}[0m"
    }
}
