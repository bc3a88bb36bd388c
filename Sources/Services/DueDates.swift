import Engine
public import LifecycleModel
import Rules
public import Store

/// A running deadline of a task, or one that stopped lately, with whoever answers for it.
public struct DueDate: Sendable {
    /// The task.
    public let task: TaskRow
    /// The clock.
    public let row: DeadlineRow
    /// What people call the clock, and the small machine it belongs to; nil: the task itself.
    public let label: Phrase, machine: Phrase?
    /// What people call the role that answers.
    public let role: Phrase
    /// Code of the organisation that answers; nil: a body of the department or the province.
    public let organisation: String?
    /// Codes of the people who answer, by code.
    public let people: [String]
    /// Days relative to due on which the rules remind.
    public let reminders: [Int]
    /// When something last happened to the task.
    public let changedAt: Moment

    /// The same for the same run of the clock for ever: task, machine, deadline, day it started.
    public var identifier: String { "\(row.task)/\(row.machine):\(row.number)/\(row.id)/\(row.start)@nhiemvu" }
}

/// Whose due dates are asked for.
public struct DueDateFilter: Sendable {
    /// Code of a person who answers.
    public var person: String?
    /// Code of an organisation that answers, or whose people do.
    public var organisation: String?
    /// The first day of those that stopped; nil: none that stopped.
    public var stoppedSince: CivilDate?

    /// Creates a filter; nothing given: all that run.
    public init(person: String? = nil, organisation: String? = nil, stoppedSince: CivilDate? = nil) {
        self.person = person
        self.organisation = organisation
        self.stoppedSince = stoppedSince
    }
}

extension StoreReader {
    /// The due dates of the portfolio, by day, task and clock.
    public func dueDates(_ filter: DueDateFilter) throws -> [DueDate] {
        let definitions = Definitions()
        let holders = RoleHolders()
        let members = try filter.organisation.map { try Set(people(at: $0)) } ?? []
        var found: [DueDate] = []
        for task in try tasks(TaskFilter()) {
            guard task.end == nil || filter.stoppedSince.map({ task.lastHappenedOn >= $0 }) ?? false else { continue }
            let regime = try definitions.regime(task.definition, in: self).regime
            var changedAt: Moment?
            for row in try deadlines(of: task.code) {
                if row.standing == "stopped" {
                    guard let since = filter.stoppedSince, let stopped = row.stoppedOn, stopped >= since else { continue }
                }
                guard let known = try ruled(row, by: regime, definitions) else { continue }
                let (machine, deadline) = known
                let role = regime.roles[row.owner]
                let holder = try holders.holder(of: row.owner, role, on: RoleHolders.Parties(task), in: self)
                let isAsked =
                    filter.person.map(holder.people.contains) ?? true
                    && filter.organisation.map { $0 == holder.organisation || holder.people.contains(where: members.contains) } ?? true
                guard isAsked else { continue }
                let moment = try changedAt ?? event(task.lastEvent)?.recordedAt ?? Moment(startOf: task.lastHappenedOn)
                changedAt = moment
                found.append(
                    DueDate(
                        task: task,
                        row: row,
                        label: deadline.label,
                        machine: row.machine == MachineReference.task.kind ? nil : machine.label,
                        role: role?.label ?? Phrase(vi: row.owner),
                        organisation: holder.organisation,
                        people: holder.people,
                        reminders: deadline.reminders,
                        changedAt: moment
                    )
                )
            }
        }
        return found.sorted { ($0.row.due, $0.identifier) < ($1.row.due, $1.identifier) }
    }

    /// The machine and deadline that a clock runs by: of the task's own rules, or, where it was started under others, of those.
    func ruled(_ row: DeadlineRow, by regime: Regime, _ definitions: Definitions) throws -> (Machine, Deadline)? {
        func look(_ regime: Regime) -> (Machine, Deadline)? {
            regime.machine(row.machine).flatMap { machine in machine.deadlines[row.id].map { (machine, $0) } }
        }
        if let own = look(regime) { return own }
        for definition in try self.definitions().reversed() {
            if let other = look(try definitions.regime(definition.hash, in: self).regime) { return other }
        }
        return nil
    }

    private func people(at organisation: String) throws -> [String] {
        try allRegistered(.person).compactMap { code, value in try Person(json: value).organisation?.text == organisation ? code : nil }
    }
}
