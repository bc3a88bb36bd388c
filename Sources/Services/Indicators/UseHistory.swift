public import Indicators
public import LifecycleModel
public import Store

/// The results of accepted tasks with everything that was ever decided about the proofs of their use, from the rows beside the log.
public struct UseHistory: Sendable {
    /// The tasks asked for, by code, whether they have results or not.
    public let tasks: [AcceptedTask]
    let results: [String: [ResultRow]]
    private let evidence: [Key: [EvidenceRow]]
    private let moves: [Key: [UseMoveRow]]

    private struct Key: Hashable {
        let task: String
        let machine: UseMachine
        let number: Int64
    }

    /// Reads the results of the tasks that the filter names.
    ///
    /// - Parameter today: the day that is taken for today; whatever is on record is known by its end, also when that day is a supposed one.
    public init(_ filter: UseFilter = UseFilter(), today: CivilDate, in reader: any StoreReader) throws {
        var rows = try reader.uses(filter)
        for index in rows.moves.indices { rows.moves[index].recordedOn = min(rows.moves[index].recordedOn, today) }
        tasks = rows.tasks
        results = Dictionary(grouping: rows.results, by: \.task)
        evidence = Dictionary(grouping: rows.evidence) { Key(task: $0.task, machine: .result, number: $0.result) }
        moves = Dictionary(grouping: rows.moves.filter { UseMachine(rawValue: $0.machine) != nil }) {
            Key(task: $0.task, machine: UseMachine(rawValue: $0.machine) ?? .result, number: $0.number)
        }
    }

    /// Reads the results that a figure of one year may count.
    public init(of year: Int, under terms: UseIndicator.Terms, today: CivilDate, in reader: any StoreReader) throws {
        let (first, last) = (CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31))
        // Months of unequal length: a few days more are read than can count, and the figure sorts them out.
        let span = first.flatMap { first in
            last.map { first.adding(months: -terms.months).adding(days: -3)...$0.adding(months: -terms.months).adding(days: 3) }
        }
        try self.init(UseFilter(accepted: span), today: today, in: reader)
    }

    /// The results that were delivered and not withdrawn, as known on a day; what their proofs stood at on other days goes with them.
    public func results(knownOn day: CivilDate) -> [ResultRecord] {
        tasks.flatMap { task in (results[task.code] ?? []).compactMap { record($0, of: task, knownOn: day) } }
    }

    /// Tasks that passed acceptance and of which no result is on record on that day: no figure about results counts them.
    public func tasksWithoutResults(knownOn day: CivilDate) -> [AcceptedTask] {
        tasks.filter { task in !(results[task.code] ?? []).contains { record($0, of: task, knownOn: day) != nil } }
    }

    /// The figure of a year as known on a day.
    public func report(of year: Int, knownOn day: CivilDate, under terms: UseIndicator.Terms) -> UseReport {
        UseReport(results(knownOn: day), year: year, knownOn: day, terms: terms)
    }

    /// The states that a result came into, in the order of the log.
    public func moves(of result: ResultRecord) -> [UseMoveRow] {
        moves(.result, Int64(result.number), of: result.task)
    }

    /// The states that a proof came into, in the order of the log.
    public func moves(of evidence: EvidenceRecord) -> [UseMoveRow] {
        let parts = evidence.key.split(separator: "/")
        guard let task = parts.first, let number = parts.last.flatMap({ Int64($0) }) else { return [] }
        return moves(.evidence, number, of: String(task))
    }

    /// The states that a result or a proof came into, in the order of the log.
    func moves(_ machine: UseMachine, _ number: Int64, of task: String) -> [UseMoveRow] {
        moves[Key(task: task, machine: machine, number: number)] ?? []
    }

    /// The proofs that a result is used.
    func proofs(of result: ResultRow) -> [EvidenceRecord] {
        (evidence[Key(task: result.task, machine: .result, number: result.number)] ?? []).compactMap(proof)
    }

    private func record(_ result: ResultRow, of task: AcceptedTask, knownOn day: CivilDate) -> ResultRecord? {
        let own = moves(.result, result.number, of: task.code)
        guard let delivered = own.first(where: { $0.state == "delivered" }), delivered.recordedOn <= day,
            !own.contains(where: { $0.state == "withdrawn" && $0.recordedOn <= day })
        else { return nil }
        let followed = own.first { $0.state == "followed" }?.happenedOn
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
            recordedOn: delivered.recordedOn,
            followedUntil: followed ?? (task.end == nil ? nil : task.lastHappenedOn),
            evidence: proofs(of: result)
        )
    }

    private func proof(_ row: EvidenceRow) -> EvidenceRecord? {
        guard let usedOn = row.usedOn else { return nil }
        let changes = moves(.evidence, row.number, of: row.task).map { move in
            EvidenceRecord.Change(
                EvidenceRecord.Standing(rawValue: move.state),
                on: move.happenedOn,
                recordedOn: move.recordedOn,
                event: move.event
            )
        }
        return EvidenceRecord(
            key: "\(row.task)/evidence/\(row.number)",
            kind: row.kind ?? "",
            firstUseOn: usedOn,
            changes: changes
        )
    }
}
