import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Store
import WorkingCalendar

/// Turns a task's state into the rows people read, in the transaction that appends its events.
enum Projection {
    /// Writes everything about a task that a list or overview reads.
    static func save(_ state: TaskState, lastEvent: Int64, names: [String], to writer: any StoreWriter) throws {
        try writer.save(try row(state, lastEvent: lastEvent, names: names))
        try writer.save(deadlines(state), of: state.code)
        try writer.save(machines(state), of: state.code)
        try writer.replaceBars(of: state.code, with: bars(state))
    }

    /// One task's row.
    static func row(_ state: TaskState, lastEvent: Int64, names: [String]) throws -> TaskRow {
        func text(_ name: String) -> String? { state.fact("task.\(name)")?.text }
        func money(_ name: String) -> Dong? { (state.fact("task.\(name)")?.int).flatMap { Dong($0) } }
        let title = text("title") ?? ""
        let words = [state.code, title] + names
        return TaskRow(
            code: state.code,
            title: title,
            regime: state.regime,
            definition: state.definition,
            position: try Position(parsing: state.position),
            end: state.end,
            countsAs: state.countsAs,
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
            months: state.fact("task.months")?.int,
            year: state.fact("task.year")?.int ?? state.fact("task.proposed_on")?.date.map { Int64($0.year) },
            awardedOn: state.reached["awarded"],
            acceptedOn: state.reached["accepted"],
            appliedOn: state.reached["applied"],
            flags: state.flags.keys.sorted(),
            nextDue: state.openClocks.filter { !$0.isSuspended }.map(\.lastDay).min(),
            lastHappenedOn: state.lastHappenedOn,
            lastEvent: lastEvent,
            searchText: words.map(VietnameseText.folded).joined(separator: " "),
            snapshot: state.json.canonicalBytes
        )
    }

    /// The task's clocks.
    static func deadlines(_ state: TaskState) -> [DeadlineRow] {
        var rows: [DeadlineReference: [CivilDate: DeadlineRow]] = [:]
        for clock in state.clocks {
            let started = clock.started
            rows[started.reference, default: [:]][started.start] = DeadlineRow(
                task: state.code,
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
                inputs: clock.inputs.canonicalBytes
            )
        }
        return rows.values.flatMap(\.values).sorted { ($0.machine, $0.number, $0.id, $0.start) < ($1.machine, $1.number, $1.id, $1.start) }
    }

    /// The task's small machines.
    static func machines(_ state: TaskState) -> [MachineRow] {
        state.machines.sorted { $0.key < $1.key }.flatMap { kind, instances in
            instances.map {
                MachineRow(
                    task: state.code,
                    machine: kind,
                    number: $0.number,
                    state: $0.state,
                    openedOn: $0.openedOn,
                    isClosed: $0.end != nil
                )
            }
        }
    }

    /// Documents that came with happenings, by the event they came with.
    static func documents(_ records: [EventRecord], _ happenings: [Happening], of task: String) -> [DocumentRow] {
        zip(records, happenings).flatMap { record, happening -> [DocumentRow] in
            guard case .transitioned(let move) = happening else { return [] }
            return move.documents.map {
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

    /// Bars this task put on its parties.
    static func bars(_ state: TaskState) -> [BarRow] {
        state.bars.map { bar in
            BarRow(
                party: bar.barred.party == "host" ? "organisation" : "person",
                code: bar.barred.code,
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
