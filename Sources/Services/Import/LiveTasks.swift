import Engine
import LifecycleModel
import Rules
import Store

/// Tasks held in memory while a history is replayed; beyond a number, the longest untouched are written to the store and let go.
struct LiveTasks {
    /// One task in memory.
    struct Task {
        var state: TaskState
        let rules: CompiledRegime
        var lastEvent: Int64
        var isSaved: Bool
        var touched: Int
    }

    /// Host or investigator, by code.
    private struct Party: Hashable {
        let kind: TaskParty
        let code: String
    }

    private static let capacity = 4000

    private let writer: any StoreWriter
    private var tasks: [String: Task] = [:]
    /// Codes of this run's tasks by party, and by whom they bar.
    private var tasksOf: [Party: Set<String>] = [:]
    /// What the store says of a party's tasks; of those that this run did nothing to it stays so.
    private var storedOf: [Party: [PartyTask]] = [:]
    /// Bars on people whom only the register names, by task, as far as this run reached them.
    private var membersBarred: [String: [BarRow]] = [:]
    private var known: Set<String> = []
    private var clock = 0

    init(writer: any StoreWriter) {
        self.writer = writer
    }

    /// Whether nothing was done to the task in this run.
    func isUntouched(_ code: String) -> Bool { tasks[code] == nil && !known.contains(code) }

    /// The task, from memory or from the store.
    mutating func task(_ code: String, _ definitions: Definitions) throws -> Task? {
        if let task = tasks[code] { return task }
        guard let row = try writer.task(code) else { return nil }
        let rules = try definitions.regime(row.definition, in: writer)
        return Task(state: try TaskState(of: row), rules: rules, lastEvent: row.lastEvent, isSaved: true, touched: clock)
    }

    /// Keeps a task's new state.
    mutating func put(_ state: TaskState, rules: CompiledRegime, lastEvent: Int64, isSaved: Bool) throws {
        clock += 1
        known.insert(state.code)
        tasks[state.code] = Task(state: state, rules: rules, lastEvent: lastEvent, isSaved: isSaved, touched: clock)
        for kind in TaskParty.allCases {
            if let code = state.fact(kind.fact)?.text { tasksOf[Party(kind: kind, code: code), default: []].insert(state.code) }
        }
        // Whom it bars may no longer be a party of it.
        for bar in state.bars {
            guard let kind = TaskParty(rawValue: bar.barred.party) else { continue }
            tasksOf[Party(kind: kind, code: bar.barred.code), default: []].insert(state.code)
        }
        if state.barsParticipants { membersBarred[state.code] = try Projection.bars(state, in: writer) }
        if tasks.count > LiveTasks.capacity { try letGo() }
    }

    /// Writes every task that is not written yet.
    mutating func saveAll() throws {
        for code in tasks.keys.sorted() { try save(code) }
    }

    private mutating func save(_ code: String) throws {
        guard let task = tasks[code], !task.isSaved else { return }
        try Projection.save(task.state, lastEvent: task.lastEvent, to: writer)
        tasks[code]?.isSaved = true
    }

    private mutating func letGo() throws {
        for (code, _) in tasks.sorted(by: { $0.value.touched < $1.value.touched }).prefix(LiveTasks.capacity / 4) {
            try save(code)
            tasks[code] = nil
        }
    }

    /// What lies outside a task, with the states this run has reached.
    mutating func circumstances(
        of state: TaskState,
        for command: Command,
        releases: [String: String],
        _ definitions: Definitions
    ) throws -> Circumstances {
        let day = command.day
        var circumstances = Circumstances(releases: releases)
        let people = try TaskParticipation(of: state, in: writer)
        for party in BarredParty.allCases {
            guard let role = party.role else { continue }
            let named = people.people(
                as: role,
                host: command.party("host", of: state),
                investigator: command.party("investigator", of: state)
            )
            circumstances[party] = Circumstances.Party(
                barring: try named.map { ($0, try standing(.investigator, $0, state.code, day, definitions)) }
            )
        }
        if let code = command.party("host", of: state) { circumstances.host = try party(.host, code, state.code, day, definitions) }
        if let code = command.party("investigator", of: state) {
            circumstances.investigator = try party(.investigator, code, state.code, day, definitions)
        }
        return circumstances
    }

    private mutating func party(
        _ party: TaskParty,
        _ code: String,
        _ task: String,
        _ day: CivilDate,
        _ definitions: Definitions
    ) throws -> Circumstances.Party {
        try standing(party, code, task, day, definitions).circumstance(code: code)
    }

    private mutating func standing(
        _ party: TaskParty,
        _ code: String,
        _ task: String,
        _ day: CivilDate,
        _ definitions: Definitions
    ) throws -> PartyStanding {
        let key = Party(kind: party, code: code)
        let stored = try storedOf[key] ?? writer.tasks(of: party, code)
        storedOf[key] = stored
        let untouched = stored.filter { !known.contains($0.code) }
        let codes = (tasksOf[key] ?? []).union(untouched.filter { $0.mayBar(on: day) }.map(\.code))
        let states = try codes.sorted().compactMap { try self.task($0, definitions)?.state }
        let register = party.register
        // Tasks of this run say themselves what they bar: their rows are written later.
        let rows = try writer.bars(party: register, code: code).filter { tasks[$0.task] == nil && !known.contains($0.task) }
        let reached = membersBarred.values.joined().filter { $0.party == register && $0.code == code }
        return PartyStanding(
            party: party,
            code: code,
            tasks: states,
            others: untouched.filter { !$0.mayBar(on: day) },
            barring: rows + reached,
            except: task,
            on: day
        )
    }
}
