/// The colours of the pictures; every pair of text and ground has a contrast of at least 4.5 (WCAG 2.1, 1.4.3).
enum Palette {
    static let ink = "#1f2933"
    static let faint = "#52606d"
    static let line = "#3e4c59"
    /// Lines that lead back.
    static let back = "#9c5a00"
    static let clock = "#b45309"
    static let clockGround = "#fff3d6"
    static let mark = "#5b3f9e"
    static let stageGround = "#f5f7fa"
    static let stageBorder = "#9aa5b1"

    /// Ground and border of a state.
    static func colours(_ tone: RegimeGraph.Tone) -> (ground: String, border: String) {
        switch tone {
        case .plain: ("#ffffff", "#7b8794")
        case .awarded: ("#e3f2fd", "#1976d2")
        case .accepted: ("#e8f5e9", "#388e3c")
        case .applied: ("#c8e6c9", "#1b5e20")
        case .completed: ("#e8f5e9", "#1b5e20")
        case .ended: ("#fdecea", "#b71c1c")
        case .outside: ("#ffffff", "#7b8794")
        }
    }
}

extension RegimeGraph.Tone {
    /// Whether life ends here, shown by a double border.
    var isEnd: Bool { self == .completed || self == .ended }
}
