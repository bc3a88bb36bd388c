public import AuditTrail
public import CanonicalJSON
public import LifecycleModel

/// Where the record is kept. One write is one transaction: the events, the new log head and the tables for reading together, durable
/// before `write` returns. Failures are `StoreError`.
public protocol Store: Sendable {
    /// Reads from one consistent state of the store; never waits for a writer.
    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result
    /// Runs the body as one transaction; an error thrown inside undoes everything. Waits its turn behind other writers, then gives up
    /// with `StoreError.Code.busy`.
    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result
}

/// What can be asked of a store.
public protocol StoreReader: JobLedgerReader, OutboxReader, PersonalDataReader, StoreInspection {
    /// Size and root of the log.
    func head() throws -> LogHead
    /// Event of that number.
    func event(_ number: Int64) throws -> EventRecord?
    /// Calls the body with each event after `number` in order, in bounded memory; the body answers whether to go on.
    func eachEvent(after number: Int64, _ body: (EventRecord) throws -> Bool) throws
    /// All events about one subject, in order.
    func events(of subject: EventRecord.Subject) throws -> [EventRecord]
    /// Calls the body with each log entry after `number` in order, in bounded memory and without trust in what is stored; the body
    /// answers whether to go on. For `verifyLog`.
    func eachLogEntry(after number: Int64, _ body: (LogEntry) throws -> Bool) throws
    /// Leaf hashes of the events with these numbers, in order, for proofs; those that are not there are left out.
    func leafHashes(of numbers: Range<Int64>) throws -> [TreeHash]
    /// Hashes of the log's tiles of a level (`LogTile`) at these places, in order, for proofs; those that are not there are left out.
    func tileHashes(level: Int, places: Range<Int64>) throws -> [TreeHash]

    /// One task.
    func task(_ code: String) throws -> TaskRow?
    /// What recording something about one task starts from.
    func storedTask(_ code: String) throws -> StoredTask?
    /// Tasks that pass the filter, by code. Their `snapshot`, which is most of a task's bytes, is left empty, and so is the `searchText` by
    /// which they are found.
    func tasks(_ filter: TaskFilter) throws -> [TaskRow]
    /// Calls the body with each task that passes the filter, by code and with its `snapshot`, so that nobody holds the states of many.
    func eachTask(_ filter: TaskFilter, _ body: (TaskRow) throws -> Void) throws
    /// Codes of all tasks, in order.
    func taskCodes() throws -> [String]
    /// Tasks of which the party is this organisation or person, by code.
    func tasks(of party: TaskParty, _ code: String) throws -> [PartyTask]
    /// Codes close to the given text, for "did you mean".
    func similarTaskCodes(to code: String, limit: Int) throws -> [String]
    /// Clocks of one task, by machine, number, id, start.
    func deadlines(of task: String) throws -> [DeadlineRow]
    /// Open clocks of all tasks whose grace date, or due date where there is no grace, is before the day (nil: all open clocks), by that
    /// date.
    func eachOpenDeadline(dueBefore day: CivilDate?, _ body: (OpenDeadline) throws -> Void) throws
    /// Small machines of one task.
    func machines(of task: String) throws -> [MachineRow]
    /// Results of tasks that passed acceptance, with proofs of use and all their moves; of one named task also before it passed.
    func uses(_ filter: UseFilter) throws -> UseRows
    /// Since when results of accepted tasks are used, as they stand now; the rows of a task together, in no other order.
    func firstUses(_ filter: FirstUseFilter) throws -> [FirstUseRow]
    /// Documents of one task, by event.
    func documents(of task: String) throws -> [DocumentRow]
    /// Bars on one party that no one has lifted, whatever their dates.
    func bars(party: String, code: String) throws -> [BarRow]

    /// Organisations, people, programmes: current values as JSON by code.
    func registered(_ kind: EventRecord.Subject.Kind, code: String) throws -> JSONValue?
    /// Codes of a kind in the register, in order; at most so many, nil for all.
    func registeredCodes(_ kind: EventRecord.Subject.Kind, limit: Int?) throws -> [String]
    /// Those of a kind in whose search text every folded word occurs, by code; no words, all of them.
    func allRegistered(_ kind: EventRecord.Subject.Kind, matching words: [String]) throws -> [(code: String, value: JSONValue)]

    /// A released definition.
    func definition(hash: String) throws -> DefinitionRow?
    /// All definitions by id and moment of release (without canonical bytes loaded is fine).
    func definitions() throws -> [DefinitionRow]
    /// Hash of the newest definition of each regime.
    func releases() throws -> [String: String]
    /// A setting such as the adopted calendar.
    func setting(_ name: String) throws -> [UInt8]?

    /// Counts and sizes.
    func statistics() throws -> StoreStatistics
    /// Counts for the overview, computed by the database: tasks by regime and position, open ones and those whose life has ended apart.
    func tasksByPosition() throws -> [PositionCount]
    /// Money of the tasks that were awarded or count as such, by year of proposal; tasks without a year are left out.
    ///
    /// - Throws: `DongFault` when a sum does not fit in 64 bits.
    func plannedMoney() throws -> [PlannedMoney]
}

/// What can be changed in a store, inside one transaction.
public protocol StoreWriter: StoreReader, JobLedgerWriter, OutboxWriter, PersonalDataWriter, StoreRepair {
    /// Appends events to the log and moves the head; answers with the stored records.
    func append(_ events: [NewEvent]) throws -> [EventRecord]
    /// Writes one task's row; its snapshot must not be empty.
    func save(_ task: TaskRow) throws
    /// Writes what events moved into the row of a task that has one; its snapshot must not be empty.
    func save(_ course: TaskCourse, of task: String) throws
    /// Writes the words that a task is found by.
    func save(searchText: String, of task: String) throws
    /// Writes clocks; identity is (task, machine, number, id, start).
    func save(_ deadlines: [DeadlineRow], of task: String) throws
    /// Removes the rows of all clocks of one task, whose clocks are then written anew under other names or starts.
    func removeDeadlines(of task: String) throws
    /// Writes small machines; identity is (task, machine, number).
    func save(_ machines: [MachineRow], of task: String) throws
    /// Writes results; identity is (task, number).
    func save(_ results: [ResultRow], of task: String) throws
    /// Writes proofs of use; identity is (task, number).
    func save(_ evidence: [EvidenceRow], of task: String) throws
    /// Adds states that results and proofs came into.
    func add(_ moves: [UseMoveRow]) throws
    /// Adds documents.
    func add(_ documents: [DocumentRow]) throws
    /// Replaces all bars that come from one task.
    func replaceBars(of task: String, with bars: [BarRow]) throws
    /// Writes an organisation, a person or a programme, with its folded search text.
    func register(_ kind: EventRecord.Subject.Kind, code: String, value: JSONValue, searchText: String) throws
    /// Keeps a definition; saying the same again is fine.
    func release(_ definition: DefinitionRow) throws
    /// Writes a setting.
    func set(_ name: String, to value: [UInt8]) throws
}

extension StoreReader {
    /// All of a kind by code.
    public func allRegistered(_ kind: EventRecord.Subject.Kind) throws -> [(code: String, value: JSONValue)] {
        try allRegistered(kind, matching: [])
    }
}
