public import LifecycleModel

/// The layout of a statistical form about tasks, and how they are counted: rows, columns, crossed-out cells, sums, choices with reasons.
public struct StatisticalForm: Sendable, Hashable {
    /// One column.
    public struct Column: Sendable, Hashable {
        /// Its code as printed under its heading: `1`.
        public var code: String
        /// What stands in it.
        public var shows: Content
        /// Its heading.
        public var label: Phrase
        /// The heading above several columns.
        public var under: Phrase?
        /// Of the total: codes of the columns it adds up.
        public var sumOf: [String]

        /// Creates a column.
        public init(code: String, shows: Content, label: Phrase, under: Phrase? = nil, sumOf: [String] = []) {
            self.code = code
            self.shows = shows
            self.label = label
            self.under = under
            self.sumOf = sumOf
        }
    }

    /// What a column shows.
    public enum Content: String, Sendable, Hashable, CaseIterable {
        /// The heading and the code of the row.
        case heading, code
        /// The tasks that other columns count, together.
        case total
        /// Those of the total whose principal investigator is a woman.
        case ledByWomen = "led-by-women"
        /// Started in the year; started earlier and still under way in it.
        case new
        case carriedOver = "carried-over"
        /// Passed acceptance in the year.
        case accepted
        /// Put into application.
        case inUse = "in-use"
    }

    /// A row.
    public struct Row: Sendable, Hashable {
        /// Its code: `02`.
        public var code: String
        /// Its heading.
        public var label: Phrase
        /// The values it takes of the property of its group; none in a row that adds others up or is always empty.
        public var takes: [String]
        /// The rows it adds up.
        public var parts: [Row]
        /// Why it never takes a task.
        public var empty: Phrase?

        /// Creates a row.
        public init(code: String, label: Phrase, takes: [String] = [], parts: [Row] = [], empty: Phrase? = nil) {
            self.code = code
            self.label = label
            self.takes = takes
            self.parts = parts
            self.empty = empty
        }

        /// Itself, or the rows it adds up, which take tasks.
        public var leaves: [Row] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }
        /// Itself and then the rows it adds up, as they are printed.
        public var printed: [Row] { [self] + parts.flatMap(\.printed) }
    }

    /// Rows that part the tasks of a section by one property.
    public struct Group: Sendable, Hashable {
        /// Its heading.
        public var label: Phrase
        /// The property.
        public var by: Property
        /// Codes of the columns that are crossed out in it.
        public var crossedOut: [String]
        /// Its rows.
        public var rows: [Row]

        /// Creates a group.
        public init(label: Phrase, by: Property, crossedOut: [String] = [], rows: [Row]) {
            self.label = label
            self.by = by
            self.crossedOut = crossedOut
            self.rows = rows
        }
    }

    /// By what a group parts tasks.
    public enum Property: String, Sendable, Hashable, CaseIterable {
        case level, field
        case mainSource = "main-source"

        /// What people call it.
        public var phrase: Phrase {
            switch self {
            case .level: Phrase(vi: "cấp quản lý", en: "level")
            case .field: Phrase(vi: "lĩnh vực", en: "field")
            case .mainSource: Phrase(vi: "nguồn kinh phí", en: "source of money")
            }
        }
    }

    /// Tasks of some kinds, as a whole and in groups.
    public struct Section: Sendable, Hashable {
        /// The code of its row: `01`.
        public var code: String
        /// Its heading.
        public var label: Phrase
        /// The kinds of task it takes.
        public var kinds: [String]
        /// Its groups.
        public var groups: [Group]

        /// Creates a section.
        public init(code: String, label: Phrase, kinds: [String], groups: [Group]) {
            self.code = code
            self.label = label
            self.kinds = kinds
            self.groups = groups
        }
    }

    /// A day before which somebody must have sent it.
    public struct Due: Sendable, Hashable {
        /// Who.
        public var who: Phrase
        /// Month and day of the year after the one reported on; the day itself is too late.
        public var month, day: Int
        /// How firmly it stands, in the words of the rule files: `assumed`.
        public var standing: String
        /// What it rests on.
        public var basis: String

        /// Creates a day.
        public init(who: Phrase, month: Int, day: Int, standing: String, basis: String) {
            self.who = who
            self.month = month
            self.day = day
            self.standing = standing
            self.basis = basis
        }

        /// The last day for the report on a year.
        public func lastDay(reportOn year: Int) -> CivilDate? { CivilDate(year: year + 1, month: month, day: day)?.adding(days: -1) }
    }

    /// Its name: `form-04`.
    public var id: String
    /// What people call it.
    public var label: Phrase
    /// The circular it comes from.
    public var source: String
    /// What is not known about it.
    public var note: Phrase
    /// When it is due.
    public var dues: [Due]
    /// How tasks are counted.
    public var choices: FormChoices
    /// Its columns.
    public var columns: [Column]
    /// Its sections.
    public var sections: [Section]

    /// Creates a form.
    public init(
        id: String,
        label: Phrase,
        source: String,
        note: Phrase,
        dues: [Due],
        choices: FormChoices,
        columns: [Column],
        sections: [Section]
    ) {
        self.id = id
        self.label = label
        self.source = source
        self.note = note
        self.dues = dues
        self.choices = choices
        self.columns = columns
        self.sections = sections
    }

    /// The columns with numbers.
    public var counted: [Column] { columns.filter { $0.shows != .heading && $0.shows != .code } }

    /// The codes of the columns that show this.
    public func codes(of content: Content) -> [String] { columns.filter { $0.shows == content }.map(\.code) }
}
