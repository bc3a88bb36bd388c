public import LifecycleModel

/// A result of a task, as a row.
public struct ResultRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// Number among the task's results, from 1.
    public var number: Int64
    /// What it is called.
    public var name: String
    /// Its kind, as the rule files name it: `kind-1`.
    public var kind: String?
    /// Code of the organisation that answers for its use.
    public var holder: String?
    /// State: `delivered`.
    public var state: String
    /// The goal of its programme that it serves, by the identifier in the rule files.
    public var goal: String?
    /// What its quantities are counted in.
    public var unit: String?
    /// The quantity promised, and the one delivered.
    public var quantity, delivered: Int64?

    /// Creates a row.
    public init(
        task: String,
        number: Int64,
        name: String,
        kind: String?,
        holder: String?,
        state: String,
        goal: String? = nil,
        unit: String? = nil,
        quantity: Int64? = nil,
        delivered: Int64? = nil
    ) {
        self.task = task
        self.number = number
        self.name = name
        self.kind = kind
        self.holder = holder
        self.state = state
        self.goal = goal
        self.unit = unit
        self.quantity = quantity
        self.delivered = delivered
    }
}

/// A proof of use of a result, as a row.
public struct EvidenceRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// Number among the task's proofs, from 1.
    public var number: Int64
    /// Number of the result it speaks of.
    public var result: Int64
    /// Its kind, as the rule files name it: `production`.
    public var kind: String?
    /// Since when the result is used.
    public var usedOn: CivilDate?
    /// Where.
    public var place: String?
    /// Code of the organisation that uses it.
    public var user: String?
    /// State: `checked`.
    public var state: String

    /// Creates a row.
    public init(
        task: String,
        number: Int64,
        result: Int64,
        kind: String?,
        usedOn: CivilDate?,
        place: String?,
        user: String?,
        state: String
    ) {
        self.task = task
        self.number = number
        self.result = result
        self.kind = kind
        self.usedOn = usedOn
        self.place = place
        self.user = user
        self.state = state
    }
}

/// A state that a result or a proof came into, with the event in the log that says so.
public struct UseMoveRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// `result` or `evidence`.
    public var machine: String
    /// Number of the result or proof.
    public var number: Int64
    /// The state.
    public var state: String
    /// The day it happened.
    public var happenedOn: CivilDate
    /// The day it was recorded, in Vietnam.
    public var recordedOn: CivilDate
    /// Number of the event.
    public var event: Int64

    /// Creates a row.
    public init(
        task: String,
        machine: String,
        number: Int64,
        state: String,
        happenedOn: CivilDate,
        recordedOn: CivilDate,
        event: Int64
    ) {
        self.task = task
        self.machine = machine
        self.number = number
        self.state = state
        self.happenedOn = happenedOn
        self.recordedOn = recordedOn
        self.event = event
    }
}

/// A task that passed acceptance, as figures about use want it.
public struct AcceptedTask: Sendable, Hashable {
    /// Code, title and the regime it is under.
    public var code, title, regime: String
    /// Kind of task, field, route, programme, host: each the code of the rule files or registers.
    public var kind, field, route, programme, host: String?
    /// The day it passed.
    public var acceptedOn: CivilDate
    /// How its life ended; nil while it goes on.
    public var end: String?
    /// The day of the last thing that happened to it.
    public var lastHappenedOn: CivilDate

    /// Creates a row.
    public init(
        code: String,
        title: String,
        regime: String,
        kind: String?,
        field: String?,
        route: String?,
        programme: String?,
        host: String?,
        acceptedOn: CivilDate,
        end: String?,
        lastHappenedOn: CivilDate
    ) {
        self.code = code
        self.title = title
        self.regime = regime
        self.kind = kind
        self.field = field
        self.route = route
        self.programme = programme
        self.host = host
        self.acceptedOn = acceptedOn
        self.end = end
        self.lastHappenedOn = lastHappenedOn
    }
}

/// Which tasks' results are asked for: all accepted ones, those accepted in a span of days, those with a result that names a goal, or one task.
public struct UseFilter: Sendable, Hashable {
    /// First and last day of acceptance.
    public var accepted: ClosedRange<CivilDate>?
    /// Code of the only task.
    public var task: String?
    /// Only tasks of which a result names a goal, whether they passed acceptance or not.
    public var namesGoal: Bool
    /// Creates a filter; nothing given: every accepted task.
    public init(accepted: ClosedRange<CivilDate>? = nil, task: String? = nil, namesGoal: Bool = false) {
        self.accepted = accepted
        self.task = task
        self.namesGoal = namesGoal
    }
}

/// The results of tasks, their proofs and moves, each list by task and number, moves by event.
public struct UseRows: Sendable, Hashable {
    /// The tasks that the filter names and that passed acceptance, whether they have results or not.
    public var tasks: [AcceptedTask]
    /// Their results.
    public var results: [ResultRow]
    /// Proofs of their use.
    public var evidence: [EvidenceRow]
    /// States they came into.
    public var moves: [UseMoveRow]

    /// Creates the lists.
    public init(tasks: [AcceptedTask], results: [ResultRow], evidence: [EvidenceRow], moves: [UseMoveRow]) {
        self.tasks = tasks
        self.results = results
        self.evidence = evidence
        self.moves = moves
    }
}
