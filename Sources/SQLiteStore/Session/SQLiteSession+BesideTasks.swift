import LifecycleModel
import Store

extension SQLiteSession {
    func save(_ machines: [MachineRow], of task: String) throws {
        try database.run(
            """
            INSERT INTO machines (task, machine, number, state, opened_on, is_closed) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (task, machine, number)
            DO UPDATE SET state = excluded.state, opened_on = excluded.opened_on, is_closed = excluded.is_closed
            """,
            for: machines
        ) { machine, statement in
            try expect(machine.task, toBe: task)
            try statement.run(
                machine.task,
                machine.machine,
                machine.number,
                machine.state,
                machine.openedOn,
                machine.isClosed
            )
        }
    }

    func machines(of task: String) throws -> [MachineRow] {
        try database.rows(
            "SELECT task, machine, number, state, opened_on, is_closed FROM machines WHERE task = ? ORDER BY machine, number",
            task
        ) { row in
            MachineRow(
                task: try row.text(0),
                machine: try row.text(1),
                number: try row.int(2),
                state: try row.text(3),
                openedOn: try row.date(4),
                isClosed: try row.bool(5)
            )
        }
    }

    func add(_ documents: [DocumentRow]) throws {
        try database.run(
            "INSERT INTO documents (task, event, form, number, date, sha256, file_name, size) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            for: documents
        ) { document, statement in
            try statement.run(
                document.task,
                document.event,
                document.form,
                document.number,
                document.date,
                document.sha256,
                document.fileName,
                document.size
            )
        }
    }

    func documents(of task: String) throws -> [DocumentRow] {
        try database.rows(
            "SELECT task, event, form, number, date, sha256, file_name, size FROM documents WHERE task = ? ORDER BY event, id",
            task
        ) { row in
            DocumentRow(
                task: try row.text(0),
                event: try row.int(1),
                form: try row.text(2),
                number: try row.text(3),
                date: try row.date(4),
                sha256: try row.optionalText(5),
                fileName: try row.optionalText(6),
                size: try row.optionalInt(7)
            )
        }
    }

    func replaceBars(of task: String, with bars: [BarRow]) throws {
        try database.run("DELETE FROM bars WHERE task = ?", task)
        try database.run(
            """
            INSERT INTO bars (party, code, task, reason_vi, reason_en, starts_on, ends_on, lifted_on, basis)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            for: bars
        ) { bar, statement in
            try expect(bar.task, toBe: task)
            try statement.run(
                bar.party,
                bar.code,
                bar.task,
                bar.reason.vi,
                bar.reason.en,
                bar.from,
                bar.until,
                bar.liftedOn,
                bar.basis
            )
        }
    }

    static let barColumns = "party, code, task, reason_vi, reason_en, starts_on, ends_on, lifted_on, basis"

    func bars(party: String, code: String) throws -> [BarRow] {
        try database.rows(
            "SELECT \(Self.barColumns) FROM bars WHERE party = ? AND code = ? AND lifted_on IS NULL ORDER BY starts_on, task, id",
            party,
            code,
            read: Self.bar
        )
    }

    static func bar(_ row: SQLRow) throws -> BarRow {
        BarRow(
            party: try row.text(0),
            code: try row.text(1),
            task: try row.text(2),
            reason: Phrase(vi: try row.text(3), en: try row.text(4)),
            from: try row.date(5),
            until: try row.optionalDate(6),
            liftedOn: try row.optionalDate(7),
            basis: try row.optionalText(8)
        )
    }
}
