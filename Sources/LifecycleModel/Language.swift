/// A language in which the system speaks.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    /// Vietnamese, the default.
    case vi
    /// English.
    case en

    /// The language used when nobody chose one.
    public static let standard = Language.vi
}
