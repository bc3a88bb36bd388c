public import LifecycleModel

/// Why a command did not do what was asked: what, where, and how to mend it.
public struct ErrorReport: Error, Sendable, Hashable {
    /// A place in a file.
    public struct Place: Sendable, Hashable {
        /// The file as the user named it.
        public var file: String
        /// The line, from 1.
        public var line: Int?
        /// The column: counted in a text, named in a table.
        public var column: Column?
        /// Whether the file is a table, whose lines people call rows.
        public var isTable: Bool

        /// A column.
        public enum Column: Sendable, Hashable {
            /// Counted from 1.
            case number(Int)
            /// By the name at its head.
            case name(String)
        }

        /// A place.
        public init(file: String, line: Int? = nil, column: Column? = nil, isTable: Bool = false) {
            self.file = file
            self.line = line
            self.column = column
            self.isTable = isTable
        }
    }

    /// A stable word for programs, such as `unknown_task`.
    public var code: String
    /// What is wrong, one sentence without a full stop.
    public var message: Phrase
    /// How the program ends.
    public var exit: ExitStatus
    /// Where; nil when it is nowhere in a file.
    public var place: Place?
    /// How to mend it.
    public var hint: Phrase?
    /// The reasons of the rules, where they refuse.
    public var blockers: [Blocker]
    /// Single faults, where there are many at once.
    public var faults: [ErrorReport]

    /// An error.
    public init(
        code: String,
        message: Phrase,
        exit: ExitStatus,
        place: Place? = nil,
        hint: Phrase? = nil,
        blockers: [Blocker] = [],
        faults: [ErrorReport] = []
    ) {
        self.code = code
        self.message = message
        self.exit = exit
        self.place = place
        self.hint = hint
        self.blockers = blockers
        self.faults = faults
    }

    /// The rules refuse; exit 1.
    public static func refused(_ message: Phrase, blockers: [Blocker]) -> ErrorReport {
        ErrorReport(code: "refused", message: message, exit: .refused, blockers: blockers)
    }
}
