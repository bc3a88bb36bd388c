extension Migration {
    /// Version 9: which clocks of a task bar a party once their dates have passed, so that a party's standing needs no state of its other tasks.
    static let parties = Migration(
        sql: "CREATE INDEX deadlines_barring ON deadlines (task, due) WHERE standing <> 'stopped' AND instr(acts, '/bar/') > 0;"
    )
}
