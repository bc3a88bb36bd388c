public import Engine
import Expressions
public import LifecycleModel
public import Rules
import Store

/// Fires an event on a task: decides by the definition the task is pinned to and, when the rules allow it, records everything in one
/// transaction.
public struct FireEvent: Sendable {
    /// What a person asks for.
    public struct Request: Sendable {
        /// Task code.
        public var task: String
        /// The machine.
        public var machine: MachineReference
        /// The event.
        public var event: String
        /// Facts as they were written, `group.name` → text; read by the declared types.
        public var facts: [String: String]
        /// Documents.
        public var documents: [AttachedDocument]
        /// The day it happened.
        public var day: CivilDate
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates a request.
        public init(
            task: String,
            machine: MachineReference = .task,
            event: String,
            facts: [String: String] = [:],
            documents: [AttachedDocument] = [],
            day: CivilDate,
            dryRun: Bool = false
        ) {
            self.task = task
            self.machine = machine
            self.event = event
            self.facts = facts
            self.documents = documents
            self.day = day
            self.dryRun = dryRun
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The decision with all its requirements.
        public let decision: Decision
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?
        /// The regime's labels, for showing.
        public let rules: CompiledRegime

        fileprivate let states: (before: SharedState, after: SharedState)

        /// State before.
        public var before: TaskState { states.before.task }
        /// State after; the same when refused.
        public var after: TaskState { states.after.task }
    }

    private let surroundings: Surroundings
    private let definitions: Definitions

    /// Prepares the use case; whoever fires many events shares the definitions among them.
    public init(_ surroundings: Surroundings, definitions: Definitions = Definitions()) {
        self.surroundings = surroundings
        self.definitions = definitions
    }

    /// Does it. A refusal by the rules is an answer, not an error.
    ///
    /// - Throws: `UseCaseFault` for an unknown task or actor or a fact that cannot be read, `StoreError` when the store cannot be written.
    public func callAsFunction(_ request: Request) throws -> Answer {
        if request.dryRun {
            return try surroundings.store.read { reader in
                let decided = try decided(request, reader)
                var after = decided.state.task
                for happening in decided.decision.happenings { after.apply(happening, by: surroundings.actor, on: request.day) }
                return Answer(decided, after: SharedState(after), receipt: nil)
            }
        }
        return try surroundings.store.write { writer in
            try CouncilCode.requireUnrecorded(request, in: writer)
            try BudgetRecord.requireUnrecorded(request, in: writer)
            return try callAsFunction(request, in: writer)
        }
    }

    /// Does it inside a running transaction, beside whatever else is recorded there.
    func callAsFunction(_ request: Request, in writer: any StoreWriter) throws -> Answer {
        let decided = try decided(request, writer)
        guard case .accepted(let happenings) = decided.decision.outcome else {
            return Answer(decided, after: decided.state, receipt: nil)
        }
        var state = decided.stored.task
        let journal = TaskJournal(writer: writer, now: surroundings.now)
        let before = try AutomaticEvents(surroundings).record(decided.passed, to: &state, journal)
        var records = try journal.append(happenings, to: &state, by: surroundings.actor, on: request.day)
        var recorded = happenings
        if !before.isEmpty {
            records.insert(contentsOf: before, at: 0)
            recorded.insert(contentsOf: decided.passed.flatMap(\.happenings), at: 0)
        }
        try journal.project(state, after: decided.stored, records: records, happenings: recorded)
        return Answer(decided, after: SharedState(state), receipt: Receipt(of: records, in: try writer.head()))
    }

    /// A decision with what it was made on.
    fileprivate struct Decided {
        let decision: Decision
        /// The task as it is stored.
        let stored: SharedState
        /// What the calendar brings before, and the task after that.
        let passed: [AutomaticEvents.Passed]
        let state: SharedState
        let rules: CompiledRegime
    }

    private func decided(_ request: Request, _ reader: any StoreReader) throws -> Decided {
        let row = try requireStoredTask(request.task, in: reader)
        let rules = try definitions.regime(row.definition, in: reader)
        let stored = try TaskState(stored: row.snapshot, of: request.task)
        try request.checkWords(rules, of: stored)
        let passed = try timePassed(stored, before: request, rules, reader)
        let decision =
            if let passed { try decision(on: passed.state, request, rules, reader) } else {
                try decision(on: stored, request, rules, reader)
            }
        let shared = SharedState(stored)
        return Decided(
            decision: decision,
            stored: shared,
            passed: passed?.events ?? [],
            state: passed.map { SharedState($0.state) } ?? shared,
            rules: rules
        )
    }

    private func decision(
        on state: TaskState,
        _ request: Request,
        _ rules: CompiledRegime,
        _ reader: any StoreReader
    ) throws -> Decision {
        let actor = try Actor(surroundings.actor, in: reader)
        let facts = try FactReading(rules, machine: request.machine.kind, reader: reader).values(request.facts)
        let command = Command(
            machine: request.machine,
            event: request.event,
            facts: facts,
            documents: request.documents,
            day: request.day,
            recordedOn: surroundings.today
        )
        if GoalChoice.isAsked(by: command) { try GoalChoice(surroundings.rules).require(command, of: state) }
        let circumstances =
            try rules.asksAboutParties(command, state)
            ? Circumstances(of: state, for: command, releases: try reader.releases(), in: reader) : Circumstances()
        return decide(rules, state, command, by: actor, circumstances: circumstances, calendar: surroundings.calendar)
    }

    /// What the calendar does to the task before the day of the request, and the task after that; mostly nothing, then nothing is copied.
    private func timePassed(
        _ stored: TaskState,
        before request: Request,
        _ rules: CompiledRegime,
        _ reader: any StoreReader
    ) throws -> (events: [AutomaticEvents.Passed], state: TaskState)? {
        if stored.automaticEvents(by: request.day, under: rules).isEmpty { return nil }
        var state = stored
        // Whoever does by hand what the calendar would have done is not told that it is done.
        let passed = try AutomaticEvents(surroundings).pass(&state, by: request.day, under: rules, in: reader) { passing in
            passing.clock.machine == request.machine && passing.act.subject == request.event
        }.passed
        return (passed, state)
    }
}

extension FireEvent.Answer {
    fileprivate init(_ decided: FireEvent.Decided, after: SharedState, receipt: Receipt?) {
        self.init(decision: decided.decision, receipt: receipt, rules: decided.rules, states: (decided.state, after))
    }
}

extension Receipt {
    init(of records: [EventRecord], in head: LogHead) {
        let events: ClosedRange<Int64>?
        if let first = records.first?.number, let last = records.last?.number { events = first...last } else { events = nil }
        self.init(events: events, head: head)
    }
}

extension CompiledRegime {
    /// Whether deciding the command needs to know about the parties' other tasks or about releases.
    func asksAboutParties(_ command: Command, _ state: TaskState) -> Bool {
        guard let from = state.state(of: command.machine) else { return false }
        return transitions(of: command.machine.kind, from: from, event: command.event).contains(where: \.asksAboutParties)
    }
}
