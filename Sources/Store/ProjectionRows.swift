public import LifecycleModel

/// A clock that runs or ran, as a row: written in the transaction that starts it, closed in the one that stops it.
public struct DeadlineRow: Sendable, Hashable {
    /// Task, machine kind (`task` or a small machine) and number (0 for the task), deadline identifier.
    public var task: String
    /// Machine the clock belongs to.
    public var machine: String
    /// Number of that small machine; 0 for the task itself.
    public var number: Int64
    /// Deadline identifier, `NT-1`.
    public var id: String
    /// Day its counting starts from.
    public var start: CivilDate
    /// The three dates; `grace` and `lock` nil where the rules give none.
    public var due: CivilDate
    /// Last day it is let pass.
    public var grace: CivilDate?
    /// Day everything is shut.
    public var lock: CivilDate?
    /// `open`, `suspended` or `stopped`.
    public var standing: String
    /// Day it was stopped.
    public var stoppedOn: CivilDate?
    /// Role that answers for it.
    public var owner: String
    /// The article it rests on.
    public var basis: String?
    /// Canonical JSON of the inputs of its computation.
    public var inputs: [UInt8]
    /// What passing its dates brings.
    public var acts: [Act]

    /// Creates a row.
    public init(
        task: String,
        machine: String,
        number: Int64,
        id: String,
        start: CivilDate,
        due: CivilDate,
        grace: CivilDate?,
        lock: CivilDate?,
        standing: String,
        stoppedOn: CivilDate?,
        owner: String,
        basis: String?,
        inputs: [UInt8],
        acts: [Act] = []
    ) {
        self.task = task
        self.machine = machine
        self.number = number
        self.id = id
        self.start = start
        self.due = due
        self.grace = grace
        self.lock = lock
        self.standing = standing
        self.stoppedOn = stoppedOn
        self.owner = owner
        self.basis = basis
        self.inputs = inputs
        self.acts = acts
    }
}

/// A small machine of a task, as a row.
public struct MachineRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// Kind: `periodic-report`.
    public var machine: String
    /// Number within the task and kind, from 1.
    public var number: Int64
    /// State.
    public var state: String
    /// Day it was opened.
    public var openedOn: CivilDate
    /// Whether its life has ended.
    public var isClosed: Bool

    /// Creates a row.
    public init(task: String, machine: String, number: Int64, state: String, openedOn: CivilDate, isClosed: Bool) {
        self.task = task
        self.machine = machine
        self.number = number
        self.state = state
        self.openedOn = openedOn
        self.isClosed = isClosed
    }
}

/// A document attached to a task, as a row; the file itself lies beside the store under its content hash.
public struct DocumentRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// Event it came with.
    public var event: Int64
    /// Form code.
    public var form: String
    /// Number on the document.
    public var number: String
    /// Date on the document.
    public var date: CivilDate
    /// SHA-256 (hex) of the file; nil when only number and date are recorded.
    public var sha256: String?
    /// File name as given.
    public var fileName: String?
    /// Bytes.
    public var size: Int64?

    /// Creates a row.
    public init(
        task: String,
        event: Int64,
        form: String,
        number: String,
        date: CivilDate,
        sha256: String?,
        fileName: String?,
        size: Int64?
    ) {
        self.task = task
        self.event = event
        self.form = form
        self.number = number
        self.date = date
        self.sha256 = sha256
        self.fileName = fileName
        self.size = size
    }
}

/// A bar on an organisation or person from new tasks, as a row.
public struct BarRow: Sendable, Hashable {
    /// `organisation` or `person`.
    public var party: String
    /// Code of the party.
    public var code: String
    /// Task it comes from.
    public var task: String
    /// Why, Vietnamese and English.
    public var reason: Phrase
    /// First day in force.
    public var from: CivilDate
    /// Last day in force; nil until lifted.
    public var until: CivilDate?
    /// Day it was lifted.
    public var liftedOn: CivilDate?
    /// The article it rests on.
    public var basis: String?

    /// Creates a row.
    public init(
        party: String,
        code: String,
        task: String,
        reason: Phrase,
        from: CivilDate,
        until: CivilDate?,
        liftedOn: CivilDate?,
        basis: String?
    ) {
        self.party = party
        self.code = code
        self.task = task
        self.reason = reason
        self.from = from
        self.until = until
        self.liftedOn = liftedOn
        self.basis = basis
    }
}

/// A released rule definition, kept for ever with the tasks that run under it.
public struct DefinitionRow: Sendable, Hashable {
    /// SHA-256 (hex) of `canonical`.
    public var hash: String
    /// Regime identifier.
    public var id: String
    /// Version.
    public var version: String
    /// Canonical form.
    public var canonical: [UInt8]

    /// Creates a row.
    public init(hash: String, id: String, version: String, canonical: [UInt8]) {
        self.hash = hash
        self.id = id
        self.version = version
        self.canonical = canonical
    }
}
