import Engine
public import LifecycleModel
import Rules
public import Store

/// Everything about the use of results that falls due by a day or is overdue, over all tasks, earliest first.
public struct FollowUpDuties: Sendable {
    /// The duties.
    public let duties: [FollowUpDuty]

    /// Collects them, reading the state of one task after the other.
    ///
    /// - Parameters:
    ///   - last: the last day on which something falls due that is listed.
    ///   - progress: told how many tasks of how many are done.
    public init(
        dueUntil last: CivilDate,
        in reader: any StoreReader,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        let definitions = Definitions()
        let people = try RoleContacts(reader)
        var clocks = Dictionary(
            grouping: try reader.openDeadlines(dueBefore: last.adding(days: 1)) { clock in
                if FollowUpDuty.machines.contains(clock.machine) { return true }
                guard clock.machine == MachineReference.task.kind else { return false }
                let regime = try definitions.regime(clock.definition, in: reader).regime
                return regime.task.deadlines[clock.id]?.stops.contains("give-verdict") ?? false
            },
            by: \.task
        )
        // What evidence had stopped that was rejected since has no clock that runs.
        let rejected = Set(
            try reader.uses(UseFilter()).evidence.filter { $0.state == EvidenceStanding.rejected.rawValue }.map(\.task)
        )
        let tasks = rejected.union(clocks.keys)
        var duties: [FollowUpDuty] = []
        for (done, code) in tasks.enumerated() {
            let task = try FollowedTask(code, definitions, people, in: reader)
            for clock in clocks.removeValue(forKey: code) ?? [] {
                guard let deadline = task.regime.machine(clock.machine)?.deadlines[clock.id] else { continue }
                let machine = MachineReference(kind: clock.machine, number: clock.number)
                duties.append(try task.duty(clock.id, deadline.label, on: machine, due: clock.lastDay, owner: clock.owner))
            }
            if rejected.contains(code) { duties += try task.renewedWarnings(until: last) }
            progress(done + 1, tasks.count)
        }
        duties.sort { ($0.due, $0.task, $0.id, $0.machine.number) < ($1.due, $1.task, $1.id, $1.machine.number) }
        self.duties = duties
    }
}

/// One task while its duties are collected.
private struct FollowedTask {
    let regime: Regime
    private let row: TaskRow
    private let state: TaskState
    private let people: RoleContacts

    init(_ code: String, _ definitions: Definitions, _ people: RoleContacts, in reader: any StoreReader) throws {
        row = try requireTask(code, in: reader)
        state = try TaskState(of: row)
        regime = try definitions.regime(row.definition, in: reader).regime
        self.people = people
    }

    func duty(_ id: String, _ label: Phrase, on machine: MachineReference, due: CivilDate, owner: String) throws -> FollowUpDuty {
        let role = regime.roles[owner]
        let subject = state.result(of: machine)
        let organisation: String? =
            switch role?.heldBy {
            case .host, .investigator: subject?.facts["holder"]?.text ?? row.host
            case .orderer: row.orderer
            default: nil
            }
        return FollowUpDuty(
            task: row.code,
            title: row.title,
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
    }

    /// Early warnings that run again since the evidence that had stopped them was rejected.
    func renewedWarnings(until last: CivilDate) throws -> [FollowUpDuty] {
        guard row.end == nil else { return [] }
        return try state.earlyWarnings(under: regime).filter { $0.isRenewed && $0.due <= last }.map { warning in
            try duty(warning.id, warning.label, on: UseMachine.result.reference(warning.result), due: warning.due, owner: warning.owner)
        }
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
