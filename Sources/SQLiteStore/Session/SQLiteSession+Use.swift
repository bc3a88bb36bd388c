import LifecycleModel
import Store

extension SQLiteSession {
    func save(_ results: [ResultRow], of task: String) throws {
        for result in results {
            try expect(result.task, toBe: task)
            try database.run(
                """
                INSERT INTO results (task, number, name, kind, holder, state, goal, unit, quantity, delivered)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (task, number)
                DO UPDATE SET name = excluded.name, kind = excluded.kind, holder = excluded.holder, state = excluded.state,
                    goal = excluded.goal, unit = excluded.unit, quantity = excluded.quantity, delivered = excluded.delivered
                """,
                result.task,
                result.number,
                result.name,
                result.kind,
                result.holder,
                result.state,
                result.goal,
                result.unit,
                result.quantity,
                result.delivered
            )
        }
    }

    func save(_ evidence: [EvidenceRow], of task: String) throws {
        for proof in evidence {
            try expect(proof.task, toBe: task)
            try database.run(
                """
                INSERT INTO evidence (task, number, result, kind, used_on, place, user, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (task, number)
                DO UPDATE SET result = excluded.result, kind = excluded.kind, used_on = excluded.used_on, place = excluded.place,
                    user = excluded.user, state = excluded.state
                """,
                proof.task,
                proof.number,
                proof.result,
                proof.kind,
                proof.usedOn,
                proof.place,
                proof.user,
                proof.state
            )
        }
    }

    func add(_ moves: [UseMoveRow]) throws {
        for move in moves {
            try database.run(
                """
                INSERT INTO use_moves (task, event, machine, number, state, happened_on, recorded_on) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                move.task,
                move.event,
                move.machine,
                move.number,
                move.state,
                move.happenedOn,
                move.recordedOn
            )
        }
    }

    func uses(_ filter: UseFilter) throws -> UseRows {
        var conditions: [(sql: String, value: any SQLBindable)] = []
        if let days = filter.accepted {
            conditions += [("tasks.accepted_on >= ?", days.lowerBound), ("tasks.accepted_on <= ?", days.upperBound)]
        }
        if let task = filter.task { conditions.append(("tasks.code = ?", task)) }
        if filter.detail == .standings && !filter.namesGoal { return try standings(conditions) }
        let values = conditions.map(\.value)
        let namesGoal = "EXISTS (SELECT 1 FROM results AS g WHERE g.task = tasks.code AND g.goal IS NOT NULL)"
        let asked = filter.namesGoal ? [namesGoal] : []
        let passed = asked + (filter.task == nil && !filter.namesGoal ? ["tasks.accepted_on IS NOT NULL"] : [])
        func select(_ columns: String, from table: String?, where always: [String], orderedBy order: String) -> String {
            let clauses = (always + conditions.map(\.sql)).joined(separator: " AND ")
            let source = table.map { "tasks JOIN \($0) AS r ON r.task = tasks.code" } ?? "tasks"
            return "SELECT \(columns) FROM \(source) WHERE \(clauses) ORDER BY \(order)"
        }
        return UseRows(
            tasks: try database.rows(
                select(
                    "code, title, regime, kind, field, route, programme, host, accepted_on, ended, last_happened_on",
                    from: nil,
                    where: asked + ["tasks.accepted_on IS NOT NULL"],
                    orderedBy: "tasks.code"
                ),
                values: values
            ) { try Self.acceptedTask($0) },
            results: try database.rows(
                select(
                    "r.task, number, name, r.kind, holder, r.state, goal, unit, quantity, delivered",
                    from: "results",
                    where: passed,
                    orderedBy: "r.task, number"
                ),
                values: values
            ) { try Self.result($0, of: $0.text(0), from: 1) },
            evidence: try database.rows(
                select(
                    "r.task, number, result, r.kind, used_on, place, user, r.state",
                    from: "evidence",
                    where: passed,
                    orderedBy: "r.task, number"
                ),
                values: values
            ) { try Self.proof($0, of: $0.text(0), from: 1) },
            moves: try database.rows(
                select(
                    "r.task, machine, number, r.state, happened_on, recorded_on, event",
                    from: "use_moves",
                    where: passed,
                    orderedBy: "r.task, event"
                ),
                values: values,
                read: Self.move
            )
        )
    }

    /// How results and proofs of accepted tasks stand, in one pass: many rows are read for one figure. Proofs come by their results.
    private func standings(_ conditions: [(sql: String, value: any SQLBindable)]) throws -> UseRows {
        let sql = """
            SELECT tasks.id, code, '', regime, tasks.kind, field, route, programme, host, accepted_on, ended, last_happened_on,
                r.number, '', r.kind, holder, r.state, NULL, NULL, NULL, NULL, e.number, e.result, e.kind, used_on, NULL, NULL, e.state
            FROM tasks LEFT JOIN results AS r ON r.task = code LEFT JOIN evidence AS e ON e.task = r.task AND e.result = r.number
            WHERE \((["accepted_on IS NOT NULL"] + conditions.map(\.sql)).joined(separator: " AND "))
            ORDER BY code, r.number, e.number
            """
        var rows = UseRows(tasks: [], results: [], evidence: [], moves: [])
        var task: Int64?
        var code = ""
        var result: Int64?
        _ = try database.rows(sql, values: conditions.map(\.value)) { row in
            let id = try row.int(0)
            if id != task {
                let accepted = try Self.acceptedTask(row, from: 1)
                rows.tasks.append(accepted)
                (task, code, result) = (id, accepted.code, nil)
            }
            guard let number = try row.optionalInt(12) else { return }
            if number != result {
                rows.results.append(try Self.result(row, of: code, from: 12))
                result = number
            }
            if !row.isNull(21) { rows.evidence.append(try Self.proof(row, of: code, from: 21)) }
        }
        return rows
    }

    private static func acceptedTask(_ row: SQLRow, from first: CInt = 0) throws -> AcceptedTask {
        AcceptedTask(
            code: try row.text(first),
            title: try row.text(first + 1),
            regime: try row.text(first + 2),
            kind: try row.optionalText(first + 3),
            field: try row.optionalText(first + 4),
            route: try row.optionalText(first + 5),
            programme: try row.optionalText(first + 6),
            host: try row.optionalText(first + 7),
            acceptedOn: try row.date(first + 8),
            end: try row.optionalText(first + 9),
            lastHappenedOn: try row.date(first + 10)
        )
    }

    private static func result(_ row: SQLRow, of task: String, from first: CInt) throws -> ResultRow {
        ResultRow(
            task: task,
            number: try row.int(first),
            name: try row.text(first + 1),
            kind: try row.optionalText(first + 2),
            holder: try row.optionalText(first + 3),
            state: try row.text(first + 4),
            goal: try row.optionalText(first + 5),
            unit: try row.optionalText(first + 6),
            quantity: try row.optionalInt(first + 7),
            delivered: try row.optionalInt(first + 8)
        )
    }

    private static func proof(_ row: SQLRow, of task: String, from first: CInt) throws -> EvidenceRow {
        EvidenceRow(
            task: task,
            number: try row.int(first),
            result: try row.int(first + 1),
            kind: try row.optionalText(first + 2),
            usedOn: try row.optionalDate(first + 3),
            place: try row.optionalText(first + 4),
            user: try row.optionalText(first + 5),
            state: try row.text(first + 6)
        )
    }

    private static func move(_ row: SQLRow) throws -> UseMoveRow {
        UseMoveRow(
            task: try row.text(0),
            machine: try row.text(1),
            number: try row.int(2),
            state: try row.text(3),
            happenedOn: try row.date(4),
            recordedOn: try row.date(5),
            event: try row.int(6)
        )
    }
}
