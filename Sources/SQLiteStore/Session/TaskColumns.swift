import CanonicalJSON
import LifecycleModel
import Store

/// How a task lies in its row.
enum TaskColumns {
    /// Columns in the order in which they are read and bound here.
    private static let columns = [
        "code", "title", "regime", "definition", "stage", "state", "ended", "counts_as", "level", "kind", "field", "route", "programme",
        "host", "investigator", "orderer", "state_money", "counterpart_money", "months", "year", "awarded_on", "accepted_on", "applied_on",
        "flags", "next_due", "last_happened_on", "last_event", "search_text",
    ]

    /// Query of all columns without the snapshot.
    static let select = "SELECT \(read) FROM tasks JOIN definitions AS d ON d.ref = tasks.definition"

    /// Query of all columns and the snapshot.
    static let selectWithSnapshot = """
        SELECT \(read), snapshot FROM tasks JOIN definitions AS d ON d.ref = tasks.definition
        JOIN task_snapshots ON task_snapshots.task = tasks.id
        """

    /// Statement that writes a task and answers with its row's number.
    static let upsert: String = {
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO tasks (\(columns.joined(separator: ", "))) VALUES (\(places))
            ON CONFLICT (code) DO UPDATE SET \(changes) RETURNING id
            """
    }()

    private static let read = columns.map { $0 == "definition" ? "d.hash" : $0 }.joined(separator: ", ")

    static func values(_ task: TaskRow, definition: Int64) -> [any SQLBindable] {
        [
            task.code, task.title, task.regime, definition, task.position.stage, task.position.state, task.end, words(task.countsAs),
            task.level, task.kind, task.field, task.route, task.programme, task.host, task.investigator, task.orderer,
            task.stateMoney?.amount, task.counterpartMoney?.amount, task.months, task.year, task.awardedOn, task.acceptedOn,
            task.appliedOn, words(task.flags), task.nextDue, task.lastHappenedOn, task.lastEvent, task.searchText,
        ]
    }

    static func task(_ row: SQLRow, withSnapshot: Bool) throws -> TaskRow {
        TaskRow(
            code: try row.text(0),
            title: try row.text(1),
            regime: try row.text(2),
            definition: try row.text(3),
            position: Position(stage: try row.text(4), state: try row.text(5)),
            end: try row.optionalText(6),
            countsAs: try words(row, 7),
            level: try row.optionalText(8),
            kind: try row.optionalText(9),
            field: try row.optionalText(10),
            route: try row.optionalText(11),
            programme: try row.optionalText(12),
            host: try row.optionalText(13),
            investigator: try row.optionalText(14),
            orderer: try row.optionalText(15),
            stateMoney: try row.optionalInt(16).map { Dong($0) },
            counterpartMoney: try row.optionalInt(17).map { Dong($0) },
            months: try row.optionalInt(18),
            year: try row.optionalInt(19),
            awardedOn: try row.optionalDate(20),
            acceptedOn: try row.optionalDate(21),
            appliedOn: try row.optionalDate(22),
            flags: try words(row, 23),
            nextDue: try row.optionalDate(24),
            lastHappenedOn: try row.date(25),
            lastEvent: try row.int(26),
            searchText: try row.text(27),
            snapshot: withSnapshot ? try row.bytes(28) : []
        )
    }

    private static func words(_ words: [String]) -> UTF8Text { UTF8Text(bytes: JSONValue(words).canonicalBytes) }

    private static func words(_ row: SQLRow, _ column: CInt) throws -> [String] {
        let value = try row.withText(column) { try? JSONValue(parsing: $0) }
        guard let words = value?.array?.compactMap(\.string) else { throw row.fault(column, "is no list of words") }
        return words
    }
}
