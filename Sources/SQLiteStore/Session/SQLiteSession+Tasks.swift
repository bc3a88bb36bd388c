import LifecycleModel
import Store

extension SQLiteSession {
    func save(_ task: TaskRow) throws {
        let values = TaskColumns.values(task, definition: try definitionReference(task.definition))
        let ids = try database.rows(TaskColumns.upsert, values: values) { try $0.int(0) }
        try save(task.snapshot, at: ids.first)
    }

    func save(_ course: TaskCourse, of task: String) throws {
        let id = try database.first(
            TaskColumns.move,
            course.position.stage,
            course.position.state,
            course.end,
            TaskColumns.words(course.countsAs),
            course.awardedOn,
            course.acceptedOn,
            course.appliedOn,
            TaskColumns.words(course.flags),
            course.nextDue,
            course.lastHappenedOn,
            course.lastEvent,
            task
        ) { try $0.int(0) }
        guard let id else { throw StoreError(.constraint, subject: task, cause: "the task has no row") }
        try save(course.snapshot, at: id)
    }

    private func save(_ snapshot: [UInt8], at id: Int64?) throws {
        try database.run(
            "INSERT INTO task_snapshots (task, snapshot) VALUES (?, ?) ON CONFLICT (task) DO UPDATE SET snapshot = excluded.snapshot",
            id,
            snapshot
        )
    }

    func task(_ code: String) throws -> TaskRow? {
        try database.first("\(TaskColumns.select) WHERE code = ?", code) { row in
            var reading = TaskReading()
            return try reading.task(row, withSnapshot: true)
        }
    }

    func storedTask(_ code: String) throws -> StoredTask? {
        try database.first(
            """
            SELECT d.hash, snapshot FROM tasks JOIN definitions AS d ON d.ref = tasks.definition
            JOIN task_snapshots ON task_snapshots.task = tasks.id WHERE code = ?
            """,
            code
        ) { StoredTask(definition: try $0.text(0), snapshot: try $0.bytes(1)) }
    }

    func tasks(_ filter: TaskFilter) throws -> [TaskRow] {
        let isEverything = filter == TaskFilter()
        let count = isEverything ? try database.first("SELECT count(*) FROM tasks") { Int(try $0.int(0)) } : nil
        let (sql, values) = Self.query(TaskColumns.list, filter)
        var reading = TaskReading()
        return try database.rows(sql, values: values, expecting: count ?? 0) { try reading.task($0, withSnapshot: false) }
    }

    func eachTask(_ filter: TaskFilter, _ body: (TaskRow) throws -> Void) throws {
        let (sql, values) = Self.query(TaskColumns.listWithSnapshot, filter)
        var reading = TaskReading()
        try database.each(sql, values: values) { row in
            try body(try reading.task(row, withSnapshot: true))
            return true
        }
    }

    private static func query(_ select: String, _ filter: TaskFilter) -> (sql: String, values: [any SQLBindable]) {
        let equal: [(String, (any SQLBindable)?)] = [
            ("stage = ?", filter.stage), ("state = ?", filter.state), ("regime = ?", filter.regime), ("host = ?", filter.host),
            ("investigator = ?", filter.investigator), ("programme = ?", filter.programme), ("field = ?", filter.field),
            ("kind = ?", filter.kind), ("route = ?", filter.route),
            ("level = ?", filter.level), ("year = ?", filter.year), ("next_due < ?", filter.dueBefore),
        ]
        var conditions = equal.compactMap { sql, value in value.map { (sql: sql, value: $0) } }
        conditions += condition(forWords: filter.words)
        var clauses = conditions.map(\.sql)
        if filter.openOnly { clauses.append("ended IS NULL") }
        // Words are looked for in every row: `+` keeps SQLite from fetching the rows one by one in the order of the index on `code`.
        let order = filter.words.isEmpty ? "code" : "+code"
        let sql = select + (clauses.isEmpty ? "" : " WHERE " + clauses.joined(separator: " AND ")) + " ORDER BY \(order) LIMIT ?"
        // A negative limit is none.
        return (sql, conditions.map(\.value) + [filter.limit.map { max($0, 0) } ?? -1])
    }

    func taskCodes() throws -> [String] {
        try database.rows("SELECT code FROM tasks ORDER BY code") { try $0.text(0) }
    }

    func save(searchText: String, of task: String) throws {
        try database.run("UPDATE tasks SET search_text = ? WHERE code = ?", searchText, task)
    }

    func similarTaskCodes(to code: String, limit: Int) throws -> [String] {
        VietnameseText.nearest(to: code, among: try taskCodes(), limit: limit)
    }

    func plannedMoney() throws -> [PlannedMoney] {
        var sums: [Int64: PlannedMoney] = [:]
        // Summed here, since SQLite would answer an overflow with an error that does not say of what.
        try database.each(
            """
            SELECT year, state_money, counterpart_money FROM tasks
            WHERE year IS NOT NULL AND (awarded_on IS NOT NULL OR EXISTS (SELECT 1 FROM json_each(counts_as) WHERE value = 'awarded'))
            """
        ) { row in
            let year = try row.int(0)
            var sum = sums[year] ?? PlannedMoney(year: year, tasks: 0, state: .zero, counterpart: .zero)
            sum.tasks += 1
            sum.state = try sum.state.adding(Dong(try row.optionalInt(1) ?? 0))
            sum.counterpart = try sum.counterpart.adding(Dong(try row.optionalInt(2) ?? 0))
            sums[year] = sum
            return true
        }
        return sums.values.sorted { $0.year < $1.year }
    }

    func tasksByPosition() throws -> [PositionCount] {
        let sql = """
            SELECT regime, stage, state, ended IS NULL, count(*) FROM tasks
            GROUP BY regime, stage, state, ended IS NULL ORDER BY regime, stage, state, ended IS NOT NULL
            """
        return try database.rows(sql) { row in
            PositionCount(
                regime: try row.text(0),
                position: Position(stage: try row.text(1), state: try row.text(2)),
                isOpen: try row.bool(3),
                count: Int(try row.int(4))
            )
        }
    }
}
