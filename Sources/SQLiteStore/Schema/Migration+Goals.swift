extension Migration {
    /// Version 6: which goal of its programme a result serves, and its quantities, so that figures about goals need no task's snapshot. What earlier
    /// versions recorded is taken from the log; goals they knew none.
    static let goals = Migration(
        sql: """
            ALTER TABLE results ADD COLUMN goal TEXT CHECK (goal <> '');
            ALTER TABLE results ADD COLUMN unit TEXT;
            ALTER TABLE results ADD COLUMN quantity INTEGER;
            ALTER TABLE results ADD COLUMN delivered INTEGER;

            UPDATE results SET
                unit = \(told("$.facts.unit", "text", in: "machine_opened")),
                quantity = \(told("$.facts.quantity", "integer", in: "machine_opened")),
                delivered = \(told("$.facts.\"this.delivered_quantity\"", "integer", in: "transitioned"));
            """
    )

    /// What the log says of a result; nothing where it is not as it should be, which `audit verify` and `store verify` tell.
    private static func told(_ path: String, _ type: String, in kind: String) -> String {
        """
        (
            SELECT iif(json_valid(payload), iif(json_type(payload, '\(path)') = '\(type)', json_extract(payload, '\(path)'), NULL), NULL) AS told
            FROM use_moves AS m JOIN events ON events.number = m.event
            WHERE m.task = results.task AND m.machine = 'result' AND m.number = results.number AND events.kind = '\(kind)'
                AND told IS NOT NULL
        )
        """
    }
}
