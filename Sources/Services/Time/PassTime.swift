import Engine
import Expressions
public import LifecycleModel
import Rules
public import Store

/// Lets the calendar act on clocks whose dates have gone by: fires what they fire by themselves, notes which flags and bars stand from then on, and
/// tells whoever answers for them.
///
/// Flags and bars of a clock stand from the day after its date whether or not this ran: they are worked out when they are looked at. What is
/// noted here, once for each date of each run of a clock, is that people were told.
public struct PassTime {
    private let surroundings: Surroundings
    private let definitions: Definitions
    private let holders: RoleHolders
    /// Codes of tasks whose rows were changed since they were read.
    private var moved: Set<String> = []

    /// Prepares it for many clocks.
    public init(_ surroundings: Surroundings, definitions: Definitions, holders: RoleHolders) {
        self.surroundings = surroundings
        self.definitions = definitions
        self.holders = holders
    }

    /// What came of one clock.
    public struct Outcome {
        /// Dates that went by, and lifted bars.
        public var changed = 0
        /// Events that the rules did not let happen, in words.
        public var refusals: [Phrase] = []
        /// Roles that nobody holds whom to tell.
        public var vacant: Set<String> = []
    }

    /// Lets the day pass on which a clock wakes, and says when it wakes next.
    ///
    /// - Parameters:
    ///   - waking: a clock that waits since `wakesOn`.
    ///   - writer: the transaction that carries all of it.
    public mutating func callAsFunction(_ waking: WakingDeadline, in writer: any StoreWriter) throws -> Outcome {
        var waking = waking
        var outcome = Outcome()
        if moved.contains(waking.row.task) || waking.row.acts.isEmpty {
            guard let row = try renewed(waking.row, in: writer) else { return outcome }
            waking.row = row
        }
        let day = waking.wakesOn
        let past = waking.row.passings.filter { $0.date < day }
        var refused: [Passing] = []
        if waking.row.standing == "open", past.contains(where: { $0.act.act == "fire" }) {
            let fired = try fire(waking.row.task, on: day, in: writer)
            outcome.changed += fired.passed.count
            refused = fired.refused.map(\.passing).filter { $0.names(waking.row) }
            outcome.refusals += fired.refused.map { $0.words(of: waking.row.task) }
        }
        for (date, acts) in Dictionary(grouping: past, by: \.date).sorted(by: { $0.key < $1.key }) {
            // Nobody is told that an event happened which the rules refused.
            let brought = acts.map(\.act).filter { act in !refused.contains { $0.brings(act, after: date) } }
            guard !brought.isEmpty else { continue }
            outcome.changed += try tell(waking, date, brought, &outcome, in: writer)
        }
        guard let row = try moved.contains(waking.row.task) ? renewed(waking.row, in: writer) : waking.row else { return outcome }
        let next = row.passings.map { $0.date.adding(days: 1) }.filter { $0 > day }.min()
        try writer.wake(row, on: refused.isEmpty ? next : day.adding(days: 1))
        return outcome
    }

    /// The clock's row as it is now; one without a word on what passing brings is written anew from its task.
    private func renewed(_ row: DeadlineRow, in writer: any StoreWriter) throws -> DeadlineRow? {
        if row.acts.isEmpty, let task = try writer.task(row.task) {
            try writer.save(Projection.deadlines(try TaskState(of: task)), of: row.task)
        }
        guard let now = try writer.deadline(row.run) else { return nil }
        guard !now.acts.isEmpty else {
            try writer.wake(now, on: nil)
            return nil
        }
        return now
    }

    private mutating func fire(
        _ code: String,
        on day: CivilDate,
        in writer: any StoreWriter
    ) throws -> (passed: [AutomaticEvents.Passed], refused: [AutomaticEvents.Refused]) {
        let task = try requireTask(code, in: writer)
        let stored = try TaskState(of: task)
        var state = stored
        let events = AutomaticEvents(surroundings)
        let rules = try definitions.regime(task.definition, in: writer)
        let (passed, refused) = try events.pass(&state, by: day, notBefore: day, under: rules, in: writer)
        guard !passed.isEmpty else { return (passed, refused) }
        var recorded = stored
        let journal = TaskJournal(writer: writer, now: surroundings.now)
        let records = try events.record(passed, to: &recorded, journal)
        try journal.project(
            recorded,
            after: SharedState(stored),
            records: records,
            happenings: passed.flatMap(\.happenings)
        )
        moved.insert(code)
        return (passed, refused)
    }

    /// Notes that a date went by and tells people; answers how many things it noted that were not known.
    private func tell(
        _ waking: WakingDeadline,
        _ date: CivilDate,
        _ acts: [DeadlineRow.Act],
        _ outcome: inout Outcome,
        in writer: any StoreWriter
    ) throws -> Int {
        let row = waking.row
        var noted = 0
        for act in acts where act.act != "fire" {
            let deed = DeedRow(
                key: row.key(act, date),
                job: "deadlines",
                subject: row.task,
                day: date.adding(days: 1),
                isStanding: act.act == "bar"
            )
            if try writer.note(deed) { noted += 1 }
        }
        let regime = try definitions.regime(waking.definition, in: writer).regime
        guard let (machine, deadline) = try writer.ruled(row, by: regime, definitions) else { return noted }
        let parties = RoleHolders.Parties(waking)
        var people = try holders.holder(of: row.owner, regime.roles[row.owner], on: parties, in: writer).people
        for act in acts where act.act == "bar" { people += try holders.barred(act.subject, on: parties, under: regime, in: writer) }
        if people.isEmpty { outcome.vacant.insert(row.owner) }
        let words = PassingWords(row: row, date: date, machine: machine, deadline: deadline)
        for person in Set(people).sorted() {
            _ = try writer.add(
                NoticeRow(
                    key: "passed/\(row.run.key)/\(date)/\(person)",
                    person: person,
                    day: date.adding(days: 1),
                    isUrgent: words.isUrgent(acts),
                    task: row.task,
                    text: words.text(acts),
                    due: date
                )
            )
        }
        return noted
    }
}

extension Passing {
    /// Whether it is about that clock.
    fileprivate func names(_ row: DeadlineRow) -> Bool {
        clock.machine.kind == row.machine && clock.machine.number == row.number && clock.id == row.id && start == row.start
    }

    /// Whether it is that act of its clock after that date.
    fileprivate func brings(_ act: DeadlineRow.Act, after date: CivilDate) -> Bool {
        self.date == date && self.act.at == act.at && self.act.act == act.act && self.act.subject == act.subject
    }
}

extension AutomaticEvents.Refused {
    /// The refusal in words.
    fileprivate func words(of task: String) -> Phrase {
        let reasons = blockers.map(\.message)
        return Phrase(
            vi: "\(task), \(passing.clock.machine)/\(passing.act.subject): \(reasons.map(\.vi).joined(separator: "; "))",
            en: "\(task), \(passing.clock.machine)/\(passing.act.subject): \(reasons.map { $0[.en] }.joined(separator: "; "))"
        )
    }
}

extension DeadlineRow {
    /// Names for ever what passing a date of it brings; the same as `Passing.deed(of:)`.
    func key(_ act: Act, _ date: CivilDate) -> String { "\(run.key)/\(act.at)/\(date)/\(act.act)/\(act.subject)" }
}
