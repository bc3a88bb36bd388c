import LifecycleModel
import Store

extension SQLiteSession {
    func tasks(of party: TaskParty, _ code: String) throws -> [PartyTask] {
        // The words of the partial index must be repeated for it to be used; the list of what a task counts as is canonical.
        try database.rows(
            """
            SELECT code, instr(counts_as, '"running"') > 0, EXISTS (SELECT 1 FROM bars WHERE bars.task = tasks.code), (
                SELECT min(due) FROM deadlines
                WHERE deadlines.task = tasks.code AND standing <> 'stopped'
                    AND (instr(acts, '/bar/') > 0 OR acts = '' AND wakes_on IS NOT NULL)
            ) FROM tasks WHERE \(party == .host ? "host" : "investigator") = ? ORDER BY code
            """,
            code
        ) { row in
            PartyTask(
                code: try row.text(0),
                isRunning: try row.bool(1),
                hasBarred: try row.bool(2),
                barsAfter: try row.optionalDate(3)
            )
        }
    }
}
