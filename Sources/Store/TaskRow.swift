public import LifecycleModel

/// One task as lists and overviews read it: a projection of its events, written in the transaction that appends them.
@dynamicMemberLookup
public struct TaskRow: Sendable, Hashable {
    /// Code, unique.
    public var code: String
    /// Title.
    public var title: String
    /// Regime identifier.
    public var regime: String
    /// SHA-256 (hex) of the definition the task is pinned to.
    public var definition: String
    /// Registered facts shown in lists; nil while unknown.
    public var level, kind, field, route, programme, host, investigator, orderer: String?
    /// Approved (or planned) state money, whole đồng.
    public var stateMoney: Dong?
    /// Counterpart money, whole đồng.
    public var counterpartMoney: Dong?
    /// Planned months.
    public var months: Int64?
    /// Year of the proposal or of its list; what `--year` filters by.
    public var year: Int64?
    /// Title, code and names folded for search without case and diacritics.
    public var searchText: String
    /// Where it stands, and what else events move.
    public var course: TaskCourse

    /// Creates a row.
    public init(
        code: String,
        title: String,
        regime: String,
        definition: String,
        level: String?,
        kind: String?,
        field: String?,
        route: String?,
        programme: String?,
        host: String?,
        investigator: String?,
        orderer: String?,
        stateMoney: Dong?,
        counterpartMoney: Dong?,
        months: Int64?,
        year: Int64?,
        searchText: String,
        course: TaskCourse
    ) {
        self.code = code
        self.title = title
        self.regime = regime
        self.definition = definition
        self.level = level
        self.kind = kind
        self.field = field
        self.route = route
        self.programme = programme
        self.host = host
        self.investigator = investigator
        self.orderer = orderer
        self.stateMoney = stateMoney
        self.counterpartMoney = counterpartMoney
        self.months = months
        self.year = year
        self.searchText = searchText
        self.course = course
    }

    /// What events move, as if it were the row's own.
    public subscript<Value>(dynamicMember path: WritableKeyPath<TaskCourse, Value>) -> Value {
        get { course[keyPath: path] }
        set { course[keyPath: path] = newValue }
    }
}

/// Which tasks a list shows; every given condition must hold.
public struct TaskFilter: Sendable, Hashable {
    /// Exact matches; nil means any.
    public var stage, state, regime, host, investigator, programme, field, kind, route, level: String?
    /// Year.
    public var year: Int64?
    /// Only tasks with an open clock whose due (or grace) date is before this day.
    public var dueBefore: CivilDate?
    /// Only tasks whose life has not ended.
    public var openOnly: Bool
    /// Folded words, each of which must occur in `searchText`.
    public var words: [String]
    /// Most rows to return, by code; nil for all.
    public var limit: Int?

    /// A filter that shows everything.
    public init() {
        openOnly = false
        words = []
    }
}
