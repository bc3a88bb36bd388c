import CanonicalJSON
import LifecycleModel
import Store

/// How a task lies in its row.
enum TaskColumns {
    /// What it is, and what it is found by.
    private static let own = [
        "code", "title", "regime", "definition", "level", "kind", "field", "route", "programme", "host", "investigator", "orderer",
        "state_money", "counterpart_money", "months", "year", "search_text",
    ]

    /// What events move.
    private static let course = [
        "stage", "state", "ended", "counts_as", "awarded_on", "accepted_on", "applied_on", "flags", "next_due", "last_happened_on",
        "last_event",
    ]

    /// Query of the columns that lists show, without what a task is found by.
    static let list = "SELECT \(shown) FROM tasks \(definition)"

    /// The same and the snapshot.
    static let listWithSnapshot = "SELECT \(shown), snapshot FROM tasks \(definition) \(snapshot)"

    /// Query of all columns and the snapshot.
    static let select = "SELECT \(read), snapshot FROM tasks \(definition) \(snapshot)"

    private static let shown = read.replacing("search_text", with: "''")
    private static let definition = "JOIN definitions AS d ON d.ref = tasks.definition"
    private static let snapshot = "JOIN task_snapshots ON task_snapshots.task = tasks.id"

    /// Statement that writes a task and answers with its row's number.
    static let upsert: String = {
        let columns = own + course
        let places = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let changes = columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
        return """
            INSERT INTO tasks (\(columns.joined(separator: ", "))) VALUES (\(places))
            ON CONFLICT (code) DO UPDATE SET \(changes) RETURNING id
            """
    }()

    /// Statement that writes what events moved, and touches no index on what a task is; answers with the row's number.
    static let move = "UPDATE tasks SET \(course.map { "\($0) = ?" }.joined(separator: ", ")) WHERE code = ? RETURNING id"

    private static let read = (own + course).map { $0 == "definition" ? "d.hash" : $0 }.joined(separator: ", ")

    static func values(_ task: TaskRow, definition: Int64) -> [any SQLBindable] {
        [
            task.code, task.title, task.regime, definition, task.level, task.kind, task.field, task.route, task.programme, task.host,
            task.investigator, task.orderer, task.stateMoney?.amount, task.counterpartMoney?.amount, task.months, task.year,
            task.searchText, task.position.stage, task.position.state, task.end, words(task.countsAs), task.awardedOn, task.acceptedOn,
            task.appliedOn, words(task.flags), task.nextDue, task.lastHappenedOn, task.lastEvent,
        ]
    }

    static func words(_ words: [String]) -> UTF8Text { UTF8Text(bytes: JSONValue(words).canonicalBytes) }
}

/// Reads rows of tasks; what many of them repeat is held once.
struct TaskReading {
    private var shared = SharedTexts()
    private var lists: [String: [String]] = [:]

    /// The task of a row with the columns of any query of `TaskColumns`.
    mutating func task(_ row: SQLRow, withSnapshot: Bool) throws -> TaskRow {
        TaskRow(
            code: try row.text(0),
            title: try row.text(1),
            regime: shared(try row.text(2)),
            definition: shared(try row.text(3)),
            level: try text(row, 4),
            kind: try text(row, 5),
            field: try text(row, 6),
            route: try text(row, 7),
            programme: try text(row, 8),
            host: try text(row, 9),
            investigator: try text(row, 10),
            orderer: try text(row, 11),
            stateMoney: try row.optionalInt(12).map { Dong($0) },
            counterpartMoney: try row.optionalInt(13).map { Dong($0) },
            months: try row.optionalInt(14),
            year: try row.optionalInt(15),
            searchText: try row.text(16),
            course: TaskCourse(
                position: Position(stage: shared(try row.text(17)), state: shared(try row.text(18))),
                end: try text(row, 19),
                countsAs: try words(row, 20),
                awardedOn: try row.optionalDate(21),
                acceptedOn: try row.optionalDate(22),
                appliedOn: try row.optionalDate(23),
                flags: try words(row, 24),
                nextDue: try row.optionalDate(25),
                lastHappenedOn: try row.date(26),
                lastEvent: try row.int(27),
                snapshot: withSnapshot ? try row.bytes(28) : []
            )
        )
    }

    private mutating func text(_ row: SQLRow, _ column: CInt) throws -> String? { try row.optionalText(column).map { shared($0) } }

    private mutating func words(_ row: SQLRow, _ column: CInt) throws -> [String] {
        let text = try row.text(column)
        if let known = lists[text] { return known }
        guard let words = (try? JSONValue(parsing: text))?.array?.compactMap(\.string) else {
            throw row.fault(column, "is no list of words")
        }
        lists[text] = words
        return words
    }
}
