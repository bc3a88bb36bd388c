/// How an answer is written: for people, for programs, for spreadsheets.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
    /// Aligned text for a person.
    case table
    /// One JSON document and nothing else.
    case json
    /// Rows after RFC 4180.
    case csv

    /// The one that answers are made for; nil: all of them.
    @TaskLocal public static var wanted: OutputFormat?
}
