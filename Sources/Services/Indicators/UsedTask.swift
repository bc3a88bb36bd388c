import Indicators
import LifecycleModel
import Store

/// One task with its results, the proofs of their use, and the states all these came into.
struct UsedTask: Sendable {
    let code: String
    /// What figures want of it once it passed acceptance; nil before.
    let accepted: AcceptedTask?
    private let results: ArraySlice<ResultRow>
    private let evidence: ArraySlice<EvidenceRow>
    private let moves: ArraySlice<UseMoveRow>
    /// The day by whose end whatever is on record is known.
    private let today: CivilDate

    /// Every task with what is its own; the lists are in the order of the codes.
    static func all(_ rows: UseRows, today: CivilDate) -> [UsedTask] {
        var accepted = TaskRuns(rows.tasks, \.code)
        var results = TaskRuns(rows.results, \.task)
        var evidence = TaskRuns(rows.evidence, \.task)
        var moves = TaskRuns(rows.moves, \.task)
        var tasks: [UsedTask] = []
        tasks.reserveCapacity(rows.tasks.count)
        while let code = [accepted.head, results.head].compactMap(\.self).min() {
            tasks.append(
                UsedTask(
                    code: code,
                    accepted: accepted.next(code).first,
                    results: results.next(code),
                    evidence: evidence.next(code),
                    moves: moves.next(code),
                    today: today
                )
            )
        }
        return tasks
    }

    /// Adds the results that were delivered and not withdrawn, as known on a day.
    func append(knownOn day: CivilDate, to records: inout [ResultRecord]) {
        guard let accepted else { return }
        for result in results {
            if let record = record(result, of: accepted, knownOn: day) { records.append(record) }
        }
    }

    /// Whether there are such results.
    func hasRecords(knownOn day: CivilDate) -> Bool {
        results.contains { delivery(of: $0, knownOn: day) != nil }
    }

    /// The states that a result or a proof came into, as known on a day, in the order of the log.
    func moves(of machine: UseMachine, _ number: Int64, knownOn day: CivilDate) -> [UseMoveRow] {
        moves(of: machine, number).filter { recordedOn($0) <= day }
    }

    private func moves(of machine: UseMachine, _ number: Int64) -> [UseMoveRow] {
        moves.filter { $0.number == number && $0.machine == machine.rawValue }
    }

    /// The results that name a goal, promised and not withdrawn, as known on a day.
    func goalResults(knownOn day: CivilDate) -> [GoalResult] {
        results.compactMap { row in
            guard let goal = row.goal else { return nil }
            let known = moves(of: .result, row.number, knownOn: day)
            guard !known.isEmpty, !known.contains(where: { $0.state == "withdrawn" }) else { return nil }
            return GoalResult(
                task: row.task,
                number: Int(row.number),
                name: row.name,
                goal: goal,
                unit: row.unit,
                promised: row.quantity ?? 0,
                delivered: known.contains { $0.state == "delivered" } ? row.delivered ?? 0 : nil,
                evidence: proofs(of: row)
            )
        }
    }

    private func record(_ result: ResultRow, of task: AcceptedTask, knownOn day: CivilDate) -> ResultRecord? {
        guard let delivery = delivery(of: result, knownOn: day) else { return nil }
        return ResultRecord(
            task: task.code,
            number: Int(result.number),
            name: result.name,
            kind: result.kind ?? "",
            programme: task.programme,
            field: task.field,
            host: result.holder ?? task.host,
            route: task.route,
            regime: task.regime,
            acceptedOn: task.acceptedOn,
            recordedOn: delivery.recordedOn,
            followedUntil: delivery.followedUntil ?? (task.end == nil ? nil : task.lastHappenedOn),
            evidence: proofs(of: result)
        )
    }

    private func proofs(of result: ResultRow) -> [EvidenceRecord] {
        evidence.compactMap { $0.result == result.number ? proof($0) : nil }
    }

    /// When the delivery of a result was recorded and until when it was followed; nil where it is not delivered, or was withdrawn.
    private func delivery(of result: ResultRow, knownOn day: CivilDate) -> (recordedOn: CivilDate, followedUntil: CivilDate?)? {
        let own = moves(of: .result, result.number)
        guard let delivered = own.first(where: { $0.state == "delivered" }), recordedOn(delivered) <= day,
            !own.contains(where: { $0.state == "withdrawn" && recordedOn($0) <= day })
        else { return nil }
        return (recordedOn(delivered), own.first { $0.state == "followed" }?.happenedOn)
    }

    private func proof(_ row: EvidenceRow) -> EvidenceRecord? {
        guard let usedOn = row.usedOn else { return nil }
        return EvidenceRecord(
            key: "\(row.task)/evidence/\(row.number)",
            kind: row.kind ?? "",
            firstUseOn: usedOn,
            changes: changes(of: row)
        )
    }

    private func changes(of row: EvidenceRow) -> [EvidenceRecord.Change] {
        moves(of: .evidence, row.number).map { move in
            EvidenceRecord.Change(
                EvidenceRecord.Standing(rawValue: move.state),
                on: move.happenedOn,
                recordedOn: recordedOn(move),
                event: move.event
            )
        }
    }

    /// The day it is known since: whatever is on record is known by the end of today, also when that is a supposed day.
    private func recordedOn(_ move: UseMoveRow) -> CivilDate { min(move.recordedOn, today) }
}

/// Rows in the order of their tasks, handed out task by task.
private struct TaskRuns<Row> {
    private let rows: [Row]
    private let task: KeyPath<Row, String>
    private var place = 0

    init(_ rows: [Row], _ task: KeyPath<Row, String>) {
        self.rows = rows
        self.task = task
    }

    /// The next task that has rows.
    var head: String? { place < rows.count ? rows[place][keyPath: task] : nil }

    /// The rows of the next task; none where the next row is another's.
    mutating func next(_ code: String) -> ArraySlice<Row> {
        // Rows without a task or result are about nothing.
        while let head, head < code { place += 1 }
        let start = place
        while place < rows.count, rows[place][keyPath: task] == code { place += 1 }
        return rows[start..<place]
    }
}
