import LifecycleModel
import Store

extension SQLiteSession {
    static let deadlineColumns = "task, machine, number, id, start, due, grace, lock, standing, stopped_on, owner, basis, inputs, acts"

    private static let deadlineUpsert = """
        INSERT INTO deadlines (\(deadlineColumns), wakes_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (task, machine, number, id, start) DO UPDATE SET due = excluded.due, grace = excluded.grace,
        lock = excluded.lock, standing = excluded.standing, stopped_on = excluded.stopped_on, owner = excluded.owner,
        basis = excluded.basis, inputs = excluded.inputs, acts = excluded.acts, wakes_on = excluded.wakes_on
        """

    func save(_ deadlines: [DeadlineRow], of task: String) throws {
        try database.run(Self.deadlineUpsert, for: deadlines) { deadline, statement in
            try expect(deadline.task, toBe: task)
            try statement.run(
                deadline.task,
                deadline.machine,
                deadline.number,
                deadline.id,
                deadline.start,
                deadline.due,
                deadline.grace,
                deadline.lock,
                deadline.standing,
                deadline.stoppedOn,
                deadline.owner,
                deadline.basis,
                deadline.inputs,
                deadline.actWords,
                deadline.firstWaking
            )
        }
    }

    func removeDeadlines(of task: String) throws {
        try database.run("DELETE FROM deadlines WHERE task = ?", task)
    }

    func deadlines(of task: String) throws -> [DeadlineRow] {
        try database.rows(
            "SELECT \(Self.deadlineColumns) FROM deadlines WHERE task = ? ORDER BY machine, number, id, start",
            task,
            read: Self.deadline
        )
    }

    func eachOpenDeadline(dueBefore day: CivilDate?, _ body: (OpenDeadline) throws -> Void) throws {
        // Hundreds of thousands of rows name a few definitions, hosts, machines and roles: each text is held once.
        var shared = SharedTexts()
        // The words of the partial index must be repeated for it to be used.
        try database.each(
            """
            SELECT task, definitions.hash, host, machine, number, deadlines.id, due, grace, owner, basis
            FROM deadlines JOIN tasks ON tasks.code = deadlines.task JOIN definitions ON definitions.ref = tasks.definition
            WHERE standing = 'open' AND coalesce(grace, due) < ?
            ORDER BY coalesce(grace, due), task, machine, number, deadlines.id, start
            """,
            day?.description ?? "9999"
        ) { row in
            try body(
                OpenDeadline(
                    task: try row.text(0),
                    definition: shared(try row.text(1)),
                    host: try row.optionalText(2).map { shared($0) },
                    machine: shared(try row.text(3)),
                    number: try row.int(4),
                    id: shared(try row.text(5)),
                    due: try row.date(6),
                    grace: try row.optionalDate(7),
                    owner: shared(try row.text(8)),
                    basis: try row.optionalText(9).map { shared($0) }
                )
            )
            return true
        }
    }

    /// A row that names another task than the one being written is a fault of the program.
    func expect(_ named: String, toBe task: String) throws {
        guard named == task else { throw StoreError(.constraint, subject: task, cause: "the row belongs to \(named)") }
    }

    static func deadline(_ row: SQLRow) throws -> DeadlineRow {
        DeadlineRow(
            task: try row.text(0),
            machine: try row.text(1),
            number: try row.int(2),
            id: try row.text(3),
            start: try row.date(4),
            due: try row.date(5),
            grace: try row.optionalDate(6),
            lock: try row.optionalDate(7),
            standing: try row.text(8),
            stoppedOn: try row.optionalDate(9),
            owner: try row.text(10),
            basis: try row.optionalText(11),
            inputs: try row.bytes(12),
            acts: try acts(row, 13)
        )
    }

    /// `due/flag/report-late due/bar/host`
    private static func acts(_ row: SQLRow, _ column: CInt) throws -> [DeadlineRow.Act] {
        try row.withText(column) { text in
            guard !text.isEmpty else { return [] }
            // By bytes: a sweep or an overview reads tens of thousands of rows.
            return try text.split(separator: UInt8(ascii: " ")).map { word in
                let parts = word.split(separator: UInt8(ascii: "/"), maxSplits: 2)
                guard parts.count == 3 else { throw row.fault(column, "is no list of what passing brings") }
                return DeadlineRow.Act(
                    at: try row.text(parts[0], of: column),
                    act: try row.text(parts[1], of: column),
                    subject: try row.text(parts[2], of: column)
                )
            }
        }
    }
}

extension DeadlineRow {
    fileprivate var actWords: String {
        acts.map { "\($0.at)/\($0.act)/\($0.subject)" }.joined(separator: " ")
    }
}
