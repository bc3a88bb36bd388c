import Engine
import LifecycleModel
import Store

/// Turns results, proofs of use and their moves into rows, so that a figure over the portfolio reads rows and not tasks.
enum UseProjection {
    /// Writes the results and proofs of a task, or those that changed since.
    static func save(_ state: TaskState, after previous: SharedState? = nil, to writer: any StoreWriter) throws {
        let results = results(state, after: previous)
        if !results.isEmpty { try writer.save(results, of: state.code) }
        let evidence = evidence(state, after: previous)
        if !evidence.isEmpty { try writer.save(evidence, of: state.code) }
    }

    /// The task's results, or those that changed since.
    static func results(_ state: TaskState, after previous: SharedState? = nil) -> [ResultRow] {
        changed(.result, state, previous).map { result in
            ResultRow(
                task: state.code,
                number: result.number,
                name: result.facts["name"]?.text ?? "",
                kind: result.facts["kind"]?.text,
                holder: result.facts["holder"]?.text,
                state: result.state,
                goal: result.facts["goal"]?.text,
                unit: result.facts["unit"]?.text,
                quantity: result.facts["quantity"]?.int,
                delivered: result.facts["delivered_quantity"]?.int
            )
        }
    }

    /// The task's proofs of use, or those that changed since; a proof that names no result is about none.
    static func evidence(_ state: TaskState, after previous: SharedState? = nil) -> [EvidenceRow] {
        changed(.evidence, state, previous).compactMap { proof in
            guard let result = proof.facts["result"]?.int, result > 0 else { return nil }
            return EvidenceRow(
                task: state.code,
                number: proof.number,
                result: result,
                kind: proof.facts["kind"]?.text,
                usedOn: proof.facts["used_on"]?.date,
                place: proof.facts["place"]?.text,
                user: proof.facts["user"]?.text,
                state: proof.state
            )
        }
    }

    /// The states that results and proofs came into by some events.
    static func moves(_ records: [EventRecord], _ happenings: [Happening], of task: String) -> [UseMoveRow] {
        zip(records, happenings).compactMap { record, happening in
            let (machine, state): (MachineReference, String)
            switch happening {
            case .machineOpened(let opened): (machine, state) = (opened.machine, opened.state)
            case .transitioned(let move) where move.from != move.to: (machine, state) = (move.machine, move.to)
            default: return nil
            }
            guard machine.use != nil else { return nil }
            return UseMoveRow(
                task: task,
                machine: machine.kind,
                number: machine.number,
                state: state,
                happenedOn: record.happenedOn,
                recordedOn: record.recordedAt.civilDate,
                event: record.number
            )
        }
    }

    private static func changed(_ kind: UseMachine, _ state: TaskState, _ previous: SharedState?) -> [TaskState.Instance] {
        let known = previous?.task.machines[kind.rawValue] ?? []
        let instances = state.machines[kind.rawValue] ?? []
        return instances.changes(since: known).map { instances[$0] }
    }
}
