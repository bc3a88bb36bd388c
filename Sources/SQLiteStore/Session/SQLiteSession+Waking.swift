import LifecycleModel
import Store

/// What the calendar has to look at.
extension SQLiteSession {
    private static let wakingColumns =
        deadlineColumns.split(separator: ", ").map { "deadlines.\($0)" }.joined(separator: ", ")
        + ", wakes_on, d.hash, host, investigator, orderer"
    private static let wakingTables =
        "deadlines JOIN tasks ON tasks.code = deadlines.task JOIN definitions AS d ON d.ref = tasks.definition"

    func wakingDeadlines(by day: CivilDate, at moment: Moment, limit: Int) throws -> [WakingDeadline] {
        try database.rows(
            """
            SELECT \(Self.wakingColumns) FROM \(Self.wakingTables)
            WHERE wakes_on <= ? AND NOT EXISTS (
                SELECT 1 FROM set_aside WHERE job = 'deadlines' AND subject = deadlines.task AND retry_at > ?
            )
            ORDER BY wakes_on, deadlines.task, machine, number, deadlines.id, start LIMIT ?
            """,
            day,
            moment.milliseconds,
            limit,
            read: Self.waking
        )
    }

    func deadline(_ run: DeadlineRow.Run) throws -> DeadlineRow? {
        try database.first(
            "SELECT \(Self.deadlineColumns) FROM deadlines WHERE task = ? AND machine = ? AND number = ? AND id = ? AND start = ?",
            run.task,
            run.machine,
            run.number,
            run.id,
            run.start,
            read: Self.deadline
        )
    }

    func wakingCount(by day: CivilDate) throws -> Int {
        Int(try database.first("SELECT count(*) FROM deadlines WHERE wakes_on <= ?", day) { try $0.int(0) } ?? 0)
    }

    func runningDeadlines(due span: ClosedRange<CivilDate>, since day: CivilDate) throws -> [WakingDeadline] {
        try database.rows(
            """
            SELECT \(Self.wakingColumns) FROM \(Self.wakingTables)
            WHERE due >= ? AND (due <= ? OR instr(inputs, CAST('"pauses"' AS BLOB)) > 0) AND (standing <> 'stopped' OR stopped_on >= ?)
            ORDER BY deadlines.task, machine, number, deadlines.id, start
            """,
            span.lowerBound,
            span.upperBound,
            day,
            read: Self.waking
        )
    }

    func wake(_ row: DeadlineRow, on day: CivilDate?) throws {
        try database.run(
            "UPDATE deadlines SET wakes_on = ? WHERE task = ? AND machine = ? AND number = ? AND id = ? AND start = ?",
            day,
            row.task,
            row.machine,
            row.number,
            row.id,
            row.start
        )
    }

    func bars(endingIn span: ClosedRange<CivilDate>) throws -> [BarRow] {
        try database.rows(
            "SELECT \(Self.barColumns) FROM bars WHERE ends_on BETWEEN ? AND ? AND lifted_on IS NULL ORDER BY ends_on, task, id",
            span.lowerBound,
            span.upperBound,
            read: Self.bar
        )
    }

    func tasks(changedAfter event: Int64) throws -> [String] {
        try database.rows("SELECT code FROM tasks WHERE last_event > ? ORDER BY code", event) { try $0.text(0) }
    }

    private static func waking(_ row: SQLRow) throws -> WakingDeadline {
        let clock = try deadline(row)
        return WakingDeadline(
            row: clock,
            wakesOn: try row.optionalDate(14) ?? clock.due,
            definition: try row.text(15),
            host: try row.optionalText(16),
            investigator: try row.optionalText(17),
            orderer: try row.optionalText(18)
        )
    }
}
