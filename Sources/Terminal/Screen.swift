public import LifecycleModel

/// What the place where text appears can show.
public struct Screen: Sendable, Hashable {
    /// Columns a line may take.
    public var columns: Int
    /// Whether a person watches it, so that a line may be drawn over.
    public var isTerminal: Bool
    /// Whether colours may be used.
    public var usesColour: Bool
    /// Whether lines, bars and signs beyond ASCII may be drawn. Vietnamese words are written as they are either way.
    public var usesDrawing: Bool
    /// The language of the words that the program itself adds.
    public var language: Language

    /// The width where nobody looks, such as a pipe or file.
    public static let columnsWithoutTerminal = 100
    /// Narrower or wider screens are treated as if they were this wide.
    public static let sensibleColumns = 20...1000

    /// A screen with these abilities.
    public init(
        columns: Int = columnsWithoutTerminal,
        isTerminal: Bool = false,
        usesColour: Bool = false,
        usesDrawing: Bool = true,
        language: Language = .standard
    ) {
        self.columns = columns
        self.isTerminal = isTerminal
        self.usesColour = usesColour
        self.usesDrawing = usesDrawing
        self.language = language
    }

    /// What the environment says of a screen: `COLUMNS` before the terminal's own width, colours after `NO_COLOR` (no-color.org),
    /// `CLICOLOR_FORCE`, `CLICOLOR` and `TERM=dumb`, drawing unless the locale names an encoding other than UTF-8.
    public init(isTerminal: Bool, windowColumns: Int?, environment: [String: String], language: Language = .standard) {
        let wanted = environment["COLUMNS"].flatMap(Int.init) ?? windowColumns ?? Self.columnsWithoutTerminal
        self.init(
            columns: min(max(wanted, Self.sensibleColumns.lowerBound), Self.sensibleColumns.upperBound),
            isTerminal: isTerminal && environment["TERM"] != "dumb",
            usesColour: Self.wantsColour(isTerminal: isTerminal, environment),
            usesDrawing: Self.isUnicode(environment),
            language: language
        )
    }

    private static func wantsColour(isTerminal: Bool, _ environment: [String: String]) -> Bool {
        if let no = environment["NO_COLOR"], !no.isEmpty { return false }
        if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
        return isTerminal && environment["TERM"] != "dumb" && environment["CLICOLOR"] != "0"
    }

    /// POSIX: `LC_ALL` before `LC_CTYPE` before `LANG`. Without any, UTF-8 is taken for granted, as our own words are written in it.
    private static func isUnicode(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        guard let locale = locale?.lowercased() else { return true }
        return locale.contains("utf-8") || locale.contains("utf8")
    }
}
