import LifecycleModel
import Store

extension SQLiteSession {
    func save(_ results: [ResultRow], of task: String) throws {
        try database.run(
            """
            INSERT INTO results (task, number, name, kind, holder, state, goal, unit, quantity, delivered)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (task, number)
            DO UPDATE SET name = excluded.name, kind = excluded.kind, holder = excluded.holder, state = excluded.state,
                goal = excluded.goal, unit = excluded.unit, quantity = excluded.quantity, delivered = excluded.delivered
            """,
            for: results
        ) { result, statement in
            try expect(result.task, toBe: task)
            try statement.run(
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
        try database.run(
            """
            INSERT INTO evidence (task, number, result, kind, used_on, place, user, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (task, number)
            DO UPDATE SET result = excluded.result, kind = excluded.kind, used_on = excluded.used_on, place = excluded.place,
                user = excluded.user, state = excluded.state
            """,
            for: evidence
        ) { proof, statement in
            try expect(proof.task, toBe: task)
            try statement.run(
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
        try database.run(
            """
            INSERT INTO use_moves (task, event, machine, number, state, happened_on, recorded_on) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            for: moves
        ) { move, statement in
            try statement.run(
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
                values: values,
                read: Self.acceptedTask
            ),
            results: try database.rows(
                select(
                    "r.task, number, name, r.kind, holder, r.state, goal, unit, quantity, delivered",
                    from: "results",
                    where: passed,
                    orderedBy: "r.task, number"
                ),
                values: values,
                read: Self.result
            ),
            evidence: try database.rows(
                select(
                    "r.task, number, result, r.kind, used_on, place, user, r.state",
                    from: "evidence",
                    where: passed,
                    orderedBy: "r.task, number"
                ),
                values: values,
                read: Self.proof
            ),
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

    private static func acceptedTask(_ row: SQLRow) throws -> AcceptedTask {
        AcceptedTask(
            code: try row.text(0),
            title: try row.text(1),
            regime: try row.text(2),
            kind: try row.optionalText(3),
            field: try row.optionalText(4),
            route: try row.optionalText(5),
            programme: try row.optionalText(6),
            host: try row.optionalText(7),
            acceptedOn: try row.date(8),
            end: try row.optionalText(9),
            lastHappenedOn: try row.date(10)
        )
    }

    private static func result(_ row: SQLRow) throws -> ResultRow {
        ResultRow(
            task: try row.text(0),
            number: try row.int(1),
            name: try row.text(2),
            kind: try row.optionalText(3),
            holder: try row.optionalText(4),
            state: try row.text(5),
            goal: try row.optionalText(6),
            unit: try row.optionalText(7),
            quantity: try row.optionalInt(8),
            delivered: try row.optionalInt(9)
        )
    }

    private static func proof(_ row: SQLRow) throws -> EvidenceRow {
        EvidenceRow(
            task: try row.text(0),
            number: try row.int(1),
            result: try row.int(2),
            kind: try row.optionalText(3),
            usedOn: try row.optionalDate(4),
            place: try row.optionalText(5),
            user: try row.optionalText(6),
            state: try row.text(7)
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
