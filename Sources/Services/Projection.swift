import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Store
import WorkingCalendar

/// Turns a task's state into the rows people read, in the transaction that appends its events.
enum Projection {
    /// Writes everything about a task that a list or overview reads; of a task that has its rows already, those that changed.
    static func save(_ state: TaskState, after previous: SharedState? = nil, lastEvent: Int64, to writer: any StoreWriter) throws {
        if let previous, state.isShown(like: previous.task) {
            try writer.save(try course(of: state, lastEvent: lastEvent), of: state.code)
        } else {
            let words = searchText(state, names: try TaskNames(writer).names(of: state))
            try writer.save(try row(state, lastEvent: lastEvent, searchText: words))
        }
        try writer.save(deadlines(state, after: previous), of: state.code)
        try writer.save(machines(state, after: previous), of: state.code)
        try UseProjection.save(state, after: previous, to: writer)
        if state.bars != previous?.task.bars ?? [] || state.barsParticipants { try saveBars(of: state, to: writer) }
    }

    /// What a task is found by: its code, its title, the names of its parties and programme, without case and diacritics.
    static func searchText(_ state: TaskState, names: [String]) -> String {
        searchText(state.code, title: state.fact("task.title")?.text ?? "", names: names)
    }

    /// The same from what its row shows.
    static func searchText(_ code: String, title: String, names: [String]) -> String {
        ([code, title] + names).map(VietnameseText.folded).joined(separator: " ")
    }

    /// One task's row.
    static func row(_ state: TaskState, lastEvent: Int64, searchText: String) throws -> TaskRow {
        let facts = state.facts["task"] ?? [:]
        func text(_ name: String) -> String? { facts[name]?.text }
        func money(_ name: String) -> Dong? { (facts[name]?.int).flatMap { Dong($0) } }
        return TaskRow(
            code: state.code,
            title: text("title") ?? "",
            regime: state.regime,
            definition: state.definition,
            level: text("level"),
            kind: text("kind"),
            field: text("field"),
            route: text("route"),
            programme: text("programme"),
            host: text("host"),
            investigator: text("investigator"),
            orderer: text("orderer"),
            stateMoney: money("state_money"),
            counterpartMoney: money("counterpart_money"),
            months: facts["months"]?.int,
            year: facts["year"]?.int ?? facts["proposed_on"]?.date.map { Int64($0.year) },
            searchText: searchText,
            course: try course(of: state, lastEvent: lastEvent)
        )
    }

    /// What events move in its row.
    private static func course(of state: TaskState, lastEvent: Int64) throws -> TaskCourse {
        TaskCourse(
            position: try Position(parsing: state.position),
            end: state.end,
            countsAs: state.countsAs,
            awardedOn: state.reached["awarded"],
            acceptedOn: state.reached["accepted"],
            appliedOn: state.reached["applied"],
            flags: state.flags.keys.sorted(),
            nextDue: state.nextDue,
            lastHappenedOn: state.lastHappenedOn,
            lastEvent: lastEvent,
            snapshot: state.snapshot
        )
    }

    /// The task's clocks, or those that changed since.
    static func deadlines(_ state: TaskState, after previous: SharedState? = nil) -> [DeadlineRow] {
        var rows: [DeadlineRow] = []
        for place in state.clocks.changes(since: previous?.task.clocks ?? []) {
            let row = DeadlineRow(state.clocks[place], of: state.code)
            // Of two runs from one day the later one stands.
            if let earlier = rows.firstIndex(where: { $0.isRun(of: row) }) { rows[earlier] = row } else { rows.append(row) }
        }
        return rows.sorted { ($0.machine, $0.number, $0.id, $0.start) < ($1.machine, $1.number, $1.id, $1.start) }
    }

    /// The task's small machines, or those that changed since.
    static func machines(_ state: TaskState, after previous: SharedState? = nil) -> [MachineRow] {
        var rows: [MachineRow] = []
        for (kind, instances) in state.machines {
            let known = previous?.task.machines[kind] ?? []
            for place in instances.changes(since: known) {
                let instance = instances[place]
                rows.append(
                    MachineRow(
                        task: state.code,
                        machine: kind,
                        number: instance.number,
                        state: instance.state,
                        openedOn: instance.openedOn,
                        isClosed: instance.end != nil
                    )
                )
            }
        }
        return rows
    }

    /// Writes what rows keep of the happenings themselves: the documents they came with, how results and proofs of use moved.
    static func keep(_ records: [EventRecord], _ happenings: [Happening], of task: String, to writer: any StoreWriter) throws {
        let documents = documents(records, happenings, of: task)
        if !documents.isEmpty { try writer.add(documents) }
        let moves = UseProjection.moves(records, happenings, of: task)
        if !moves.isEmpty { try writer.add(moves) }
    }

    /// Documents that came with happenings, by the event they came with.
    static func documents(_ records: [EventRecord], _ happenings: [Happening], of task: String) -> [DocumentRow] {
        zip(records, happenings).flatMap { record, happening -> [DocumentRow] in
            let documents: [AttachedDocument] =
                switch happening {
                case .transitioned(let move): move.documents
                case .documentIssued(let it): [it.document]
                default: []
                }
            return documents.map {
                DocumentRow(
                    task: task,
                    event: record.number,
                    form: $0.form,
                    number: $0.number,
                    date: $0.date,
                    sha256: $0.sha256,
                    fileName: $0.fileName,
                    size: $0.size
                )
            }
        }
    }

    /// Writes the bars this task put on its parties, after the task or those who take part in it changed.
    static func saveBars(of state: TaskState, to writer: any StoreWriter) throws {
        try writer.replaceBars(of: state.code, with: try bars(state, in: writer))
    }

    /// Bars this task put on its parties; where several people answer, one for each whom the register names.
    static func bars(_ state: TaskState, in reader: any StoreReader) throws -> [BarRow] {
        let participants = state.barsParticipants ? try TaskParticipation(of: state, in: reader).joined.participants : []
        return state.bars.flatMap { bar in
            let role = BarredParty(rawValue: bar.barred.party)?.role
            let codes = role.map { role in participants.filter { $0.role == role }.map(\.person.text) } ?? [bar.barred.code]
            return codes.map { code in
                BarRow(
                    party: bar.barred.party == BarredParty.host.rawValue ? "organisation" : "person",
                    code: code,
                    task: state.code,
                    reason: bar.barred.reason,
                    from: bar.barred.from,
                    until: bar.barred.until,
                    liftedOn: bar.liftedOn,
                    basis: bar.barred.basis
                )
            }
        }
    }
}

extension TaskState {
    /// Whether it bars people whom only the register names.
    var barsParticipants: Bool { bars.contains { BarredParty(rawValue: $0.barred.party)?.role != nil } }
}

extension TaskState {
    /// Whether a row shows the same of it, but for its course.
    fileprivate func isShown(like other: TaskState) -> Bool {
        regime == other.regime && definition == other.definition && facts["task"] == other.facts["task"]
    }
}

extension DeadlineRow {
    fileprivate init(_ clock: Clock, of task: String) {
        let started = clock.started
        self.init(
            task: task,
            machine: started.reference.machine.kind,
            number: started.reference.machine.number,
            id: started.reference.id,
            start: started.start,
            due: clock.dates.due,
            grace: clock.dates.grace,
            lock: clock.dates.lock,
            standing: clock.isSuspended ? "suspended" : clock.isOpen ? "open" : "stopped",
            stoppedOn: clock.stopped?.on,
            owner: started.owner,
            basis: started.basis,
            inputs: clock.inputs.canonicalBytes,
            acts: started.passing.map { DeadlineRow.Act(at: $0.at, act: $0.act, subject: $0.subject) }
        )
    }

    fileprivate func isRun(of other: DeadlineRow) -> Bool {
        id == other.id && number == other.number && machine == other.machine && start == other.start
    }
}
