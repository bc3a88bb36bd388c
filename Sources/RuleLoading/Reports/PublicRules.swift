import Foundation
public import LifecycleModel
public import Rules

/// What of the record is made public, column by column, and which tasks are not: the file `reports/public.yaml` of a rule directory.
/// Whatever it does not name is not made public.
public struct PublicRules: Sendable {
    /// Where it stands in a rule directory.
    public static let file = "reports/public.yaml"

    /// A column that is made public.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Why it is public, and by which article.
        public let why: Phrase, basis: String
        /// How firmly that stands.
        public let standing: Standing
    }

    /// A table of columns.
    public struct Table: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it holds.
        public let label: Phrase
        /// Its columns in order.
        public let columns: [Column]
    }

    /// Tasks of which nothing is made public: those whose fact has one of the values.
    public struct Withholding: Sendable, Hashable {
        /// The fact, `ordering.assignment_ground`.
        public let fact: String
        /// The values.
        public let values: [String]
        /// Why, and by which article.
        public let why: Phrase, basis: String
        /// How firmly that stands.
        public let standing: Standing
    }

    /// The tables and columns that there are; none of them is about a person.
    public static let known: [String: [String]] = [
        "tasks": [
            "code", "title", "level", "kind", "field", "route", "regime", "programme", "host", "orderer", "list_year", "stage",
            "awarded_on",
            "accepted_on", "months", "total_money",
        ],
        "hosts": ["code", "name", "kind", "province", "tasks", "accepted", "results", "results_in_use"],
        "money": ["year", "programme", "tasks", "planned", "allotted", "advanced", "cleared"],
        "results": ["task", "number", "name", "kind", "programme", "host", "accepted_on", "last_day", "verdict", "first_use_on"],
        "use": ["year", "programme", "in_use", "counted", "percent", "open", "target"],
    ]

    /// What the data is called.
    public let label: Phrase
    /// Which tasks are withheld.
    public let withheld: [Withholding]
    /// The tables in order.
    public let tables: [Table]

    /// Reads the file; fails with every fault in it.
    ///
    /// - Returns: nil where the rule directory has no such file: then nothing may be made public.
    public static func load(directory: String) throws(RuleFileFaults) -> PublicRules? {
        let report = Report()
        let rules = read(in: URL(filePath: directory, directoryHint: .isDirectory), report)
        guard !report.hasErrors else { throw RuleFileFaults(.publicData, diagnostics: report.diagnostics.sorted()) }
        return rules
    }

    /// Reads it as far as it can be read; nil where it is not there.
    static func read(in directory: URL, _ report: Report) -> PublicRules? {
        guard FileManager.default.fileExists(atPath: directory.appending(path: file).path) else { return nil }
        report.places = SourceMap()
        let source = SourceFile.read(file, in: directory, report: report)
        guard let root = source.root else { return nil }
        return PublicRules(Cursor(root, at: .root, in: source, report: report))
    }
}
