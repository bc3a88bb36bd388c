import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store

extension SQLiteSession {
    func append(_ events: [NewEvent]) throws -> [EventRecord] {
        var frontier = try currentFrontier()
        // Taken out, so that growing it copies it once at most (the edge may have it, too); put back even when an insert fails, for then the log is
        // shorter, not wrong.
        self.frontier = nil
        knownHead = nil
        defer { self.frontier = frontier }
        var records: [EventRecord] = []
        var tiles: [LogTile] = []
        records.reserveCapacity(events.count)
        let insert = """
            INSERT INTO events
            (number, subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, definition, leaf_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        try database.run(insert, for: events) { event, statement in
            let record = EventRecord(
                number: frontier.size + 1,
                subject: event.subject,
                kind: event.kind,
                payload: event.payload,
                actor: event.actor,
                happenedOn: event.happenedOn,
                recordedAt: event.recordedAt,
                definition: event.definition
            )
            let payload = event.payload.canonicalBytes
            let leaf = TreeHash(leaf: record.canonicalBytes(payload: payload))
            try statement.run(
                record.number,
                event.subject.kind.rawValue,
                event.subject.code,
                event.kind,
                UTF8Text(bytes: payload),
                event.actor,
                event.happenedOn,
                event.recordedAt.milliseconds,
                try event.definition.map(definitionReference),
                leaf
            )
            for part in event.personal { try keep(part, of: record.number) }
            frontier.append(leaf) { tiles.append($0) }
            frontierMoved = true
            records.append(record)
        }
        try database.keep(tiles)
        return records
    }

    func event(_ number: Int64) throws -> EventRecord? {
        try database.first("\(EventColumns.select) WHERE number = ?", number) { try EventColumns.record($0) }
    }

    func events(of subject: EventRecord.Subject) throws -> [EventRecord] {
        try database.rows(
            "\(EventColumns.select) WHERE subject_code = ? AND subject_kind = ? ORDER BY number",
            subject.code,
            subject.kind.rawValue
        ) { try EventColumns.record($0) }
    }

    func eachEvent(after number: Int64, _ body: (EventRecord) throws -> Bool) throws {
        try database.each("\(EventColumns.select) WHERE number > ? ORDER BY number", number) { try body(try EventColumns.record($0)) }
    }

    func eachLogEntry(after number: Int64, _ body: (LogEntry) throws -> Bool) throws {
        try database.each("\(EventColumns.select) WHERE number > ? ORDER BY number", number) { try body(try EventColumns.entry($0)) }
    }

    func leafHashes(of numbers: Range<Int64>) throws -> [TreeHash] {
        try database.rows(
            "SELECT leaf_hash FROM events WHERE number >= ? AND number < ? ORDER BY number",
            numbers.lowerBound,
            numbers.upperBound
        ) { try $0.hash(0) }
    }

    func tileHashes(level: Int, places: Range<Int64>) throws -> [TreeHash] {
        try database.rows(
            "SELECT hash FROM log_tiles WHERE level = ? AND place >= ? AND place < ? ORDER BY place",
            level,
            places.lowerBound,
            places.upperBound
        ) { try $0.hash(0) }
    }

    func rebuildLogTiles() throws {
        try database.rebuildLogTiles()
    }
}
