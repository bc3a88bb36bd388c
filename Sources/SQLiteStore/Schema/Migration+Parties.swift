extension Migration {
    /// Version 9: which clocks of a task bar a party once their dates have passed, so that a party's standing needs no state of its other tasks. Of clocks
    /// that version 7 could not make out (`wakes_on` without `acts`) it is not known yet: they count as such that may.
    static let parties = Migration(
        sql: """
            CREATE INDEX deadlines_barring ON deadlines (task, due)
                WHERE standing <> 'stopped' AND (instr(acts, '/bar/') > 0 OR acts = '' AND wakes_on IS NOT NULL);
            """
    )
}
