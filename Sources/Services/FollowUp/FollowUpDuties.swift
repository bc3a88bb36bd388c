import Engine
public import LifecycleModel
import Rules
public import Store

/// Everything about the use of results that falls due by a day or is overdue, over all tasks, earliest first.
public struct FollowUpDuties: Sendable {
    /// The duties.
    public let duties: [FollowUpDuty]

    /// Collects them.
    ///
    /// - Parameter last: the last day on which something falls due that is listed.
    public init(dueUntil last: CivilDate, in reader: any StoreReader) throws {
        let definitions = Definitions()
        let people = try RoleContacts(reader)
        var tasks: [String: (row: TaskRow, state: TaskState)] = [:]
        var duties: [FollowUpDuty] = []
        func add(
            _ row: TaskRow,
            _ state: TaskState,
            _ machine: MachineReference,
            id: String,
            _ label: Phrase,
            due: CivilDate,
            owner: String
        )
            throws
        {
            let role = try definitions.regime(row.definition, in: reader).regime.roles[owner]
            let subject = state.result(of: machine)
            let organisation: String?
            switch role?.heldBy {
            case .host, .investigator: organisation = subject?.facts["holder"]?.text ?? row.host
            case .orderer: organisation = row.orderer
            default: organisation = nil
            }
            duties.append(
                FollowUpDuty(
                    task: row,
                    machine: machine,
                    result: subject?.facts["name"]?.text,
                    id: id,
                    label: label,
                    due: due,
                    isEarlyWarning: machine.use == .result,
                    chased: FollowUpDuty.Chased(
                        role: owner,
                        label: role?.label ?? Phrase(vi: owner),
                        organisation: organisation,
                        people: people.holding(owner, at: organisation)
                    )
                )
            )
        }
        for clock in try reader.openDeadlines(dueBefore: last.adding(days: 1)) where clock.standing == "open" {
            let isAboutUse = FollowUpDuty.machines.contains(clock.machine)
            guard isAboutUse || clock.machine == MachineReference.task.kind else { continue }
            if tasks[clock.task] == nil {
                let row = try requireTask(clock.task, in: reader)
                tasks[clock.task] = (row, try TaskState(of: row))
            }
            guard let (row, state) = tasks[clock.task] else { continue }
            let regime = try definitions.regime(row.definition, in: reader).regime
            guard let deadline = regime.machine(clock.machine)?.deadlines[clock.id] else { continue }
            guard isAboutUse || deadline.stops.contains("give-verdict") else { continue }
            let machine = MachineReference(kind: clock.machine, number: clock.number)
            try add(row, state, machine, id: clock.id, deadline.label, due: clock.grace ?? clock.due, owner: clock.owner)
        }
        // What evidence had stopped that was rejected since has no clock that runs.
        let rejected = try reader.uses(UseFilter()).evidence.filter { $0.state == EvidenceStanding.rejected.rawValue }
        for task in Set(rejected.map(\.task)).sorted() {
            let row = try requireTask(task, in: reader)
            guard row.end == nil else { continue }
            let state = try TaskState(of: row)
            let regime = try definitions.regime(row.definition, in: reader).regime
            for warning in state.earlyWarnings(under: regime) where warning.isRenewed && warning.due <= last {
                let machine = UseMachine.result.reference(warning.result)
                try add(row, state, machine, id: warning.id, warning.label, due: warning.due, owner: warning.owner)
            }
        }
        self.duties = duties.sorted { ($0.due, $0.task.code, $0.id, $0.machine.number) < ($1.due, $1.task.code, $1.id, $1.machine.number) }
    }
}

extension TaskState {
    /// The result that a small machine is or is about.
    fileprivate func result(of machine: MachineReference) -> Instance? {
        switch machine.kind {
        case UseMachine.result.rawValue: instance(machine)
        case UseMachine.evidence.rawValue, "commercialisation":
            instance(machine)?.facts["result"]?.int.flatMap { instance(UseMachine.result.reference($0)) }
        default: nil
        }
    }
}
