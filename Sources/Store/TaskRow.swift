public import LifecycleModel

/// One task as lists and overviews read it: a projection of its events, written in the transaction that appends them.
public struct TaskRow: Sendable, Hashable {
    /// Code, unique.
    public var code: String
    /// Title.
    public var title: String
    /// Regime identifier.
    public var regime: String
    /// SHA-256 (hex) of the definition the task is pinned to.
    public var definition: String
    /// Where it stands.
    public var position: Position
    /// How its life ended (`Machine.State.End`), or nil.
    public var end: String?
    /// What it counts as now: `awarded`, `running`, `accepted`, `applied`, joined by spaces in this order.
    public var countsAs: [String]
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
    /// First day it counted as awarded, accepted, applied.
    public var awardedOn, acceptedOn, appliedOn: CivilDate?
    /// Flags raised, sorted.
    public var flags: [String]
    /// Earliest due (or grace) date of an open clock.
    public var nextDue: CivilDate?
    /// Day of its last event.
    public var lastHappenedOn: CivilDate
    /// Number of its last event.
    public var lastEvent: Int64
    /// Title, code and names folded for search without case and diacritics.
    public var searchText: String
    /// The whole task state in the engine's compact form; replaying the task's events gives the same bytes.
    public var snapshot: [UInt8]

    /// Creates a row.
    public init(
        code: String,
        title: String,
        regime: String,
        definition: String,
        position: Position,
        end: String?,
        countsAs: [String],
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
        awardedOn: CivilDate?,
        acceptedOn: CivilDate?,
        appliedOn: CivilDate?,
        flags: [String],
        nextDue: CivilDate?,
        lastHappenedOn: CivilDate,
        lastEvent: Int64,
        searchText: String,
        snapshot: [UInt8]
    ) {
        self.code = code
        self.title = title
        self.regime = regime
        self.definition = definition
        self.position = position
        self.end = end
        self.countsAs = countsAs
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
        self.awardedOn = awardedOn
        self.acceptedOn = acceptedOn
        self.appliedOn = appliedOn
        self.flags = flags
        self.nextDue = nextDue
        self.lastHappenedOn = lastHappenedOn
        self.lastEvent = lastEvent
        self.searchText = searchText
        self.snapshot = snapshot
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
    /// Whether the rows carry their snapshots; without, `snapshot` is empty, which keeps lists of many tasks small.
    public var includesSnapshots: Bool
    /// Most rows to return, by code; nil for all.
    public var limit: Int?

    /// A filter that shows everything.
    public init() {
        openOnly = false
        includesSnapshots = false
        words = []
    }
}
