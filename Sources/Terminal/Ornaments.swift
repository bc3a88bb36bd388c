/// The signs that are drawn around text.
struct Ornaments: Sendable, Hashable {
    let horizontal: String
    let vertical: String
    let cross: String
    let underline: String
    let bullet: String
    let ellipsis: String
    let barFull: String
    /// Part of a full cell in eighths, from 1/8 on; empty where the screen has no such signs.
    let barParts: [String]
    let barEmpty: String
    let targetMark: String
}

extension Ornaments {
    /// The signs that a screen can show.
    init(for screen: Screen) {
        self = screen.usesDrawing ? .drawn : .ascii
    }

    private static let drawn = Ornaments(
        horizontal: "─",
        vertical: "│",
        cross: "┼",
        underline: "═",
        bullet: "•",
        ellipsis: "…",
        barFull: "█",
        barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
        barEmpty: "░",
        targetMark: "┃"
    )
    private static let ascii = Ornaments(
        horizontal: "-",
        vertical: "|",
        cross: "+",
        underline: "=",
        bullet: "*",
        ellipsis: "...",
        barFull: "#",
        barParts: [],
        barEmpty: ".",
        targetMark: "|"
    )
}
