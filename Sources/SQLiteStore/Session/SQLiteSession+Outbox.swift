import GRDB
import LifecycleModel
import Store

/// What is to be told to people, and the letters it goes out in.
extension SQLiteSession {
    func add(_ notice: NoticeRow) throws -> Bool {
        try database.run(
            """
            INSERT INTO notices (key, person, day, is_urgent, task, text_vi, text_en, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO NOTHING
            """,
            notice.key,
            notice.person,
            notice.day,
            notice.isUrgent,
            notice.task,
            notice.text.vi,
            notice.text[.en],
            notice.due
        )
        return database.changesCount > 0
    }

    func waitingNotices(by day: CivilDate) throws -> [NoticeRow] {
        try database.rows(
            """
            SELECT key, person, day, is_urgent, task, text_vi, text_en, due FROM notices WHERE letter IS NULL AND day <= ?
            ORDER BY day, person, key
            """,
            day
        ) { row in
            NoticeRow(
                key: try row.text(0),
                person: try row.text(1),
                day: try row.date(2),
                isUrgent: try row.bool(3),
                task: try row.optionalText(4),
                text: Phrase(vi: try row.text(5), en: try row.text(6)),
                due: try row.optionalDate(7)
            )
        }
    }

    private static let letterColumns = """
        key, person, address, day, is_urgent, subject, body, standing, tries, retry_at, error_vi, error_en, written_at, ended_at
        """

    func add(_ letter: LetterRow, telling notices: [NoticeRow]) throws {
        try save(letter)
        for notice in notices { try database.run("UPDATE notices SET letter = ? WHERE key = ?", letter.key, notice.key) }
    }

    func save(_ letter: LetterRow) throws {
        try database.run(
            """
            INSERT INTO letters (\(Self.letterColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET address = excluded.address, standing = excluded.standing, tries = excluded.tries,
            retry_at = excluded.retry_at, error_vi = excluded.error_vi, error_en = excluded.error_en, ended_at = excluded.ended_at
            """,
            letter.key,
            letter.person,
            letter.address,
            letter.day,
            letter.isUrgent,
            letter.subject,
            letter.body,
            letter.standing.rawValue,
            letter.tries,
            letter.retryAt.milliseconds,
            letter.error?.vi,
            letter.error.map { $0[.en] },
            letter.writtenAt.milliseconds,
            letter.endedAt?.milliseconds
        )
    }

    func dueLetters(at moment: Moment, limit: Int) throws -> [LetterRow] {
        // The words of the partial index must be repeated for it to be used. What was put off for more than a day was so by a clock that was
        // wrong: nothing else puts off so long.
        try database.rows(
            """
            SELECT \(Self.letterColumns) FROM letters WHERE (standing = 'waiting' OR standing = 'sending') AND (retry_at <= ? OR retry_at > ?)
            ORDER BY retry_at, key LIMIT ?
            """,
            moment.milliseconds,
            moment.milliseconds + 86_400_000,
            limit,
            read: Self.letter
        )
    }

    func letter(_ key: String) throws -> LetterRow? {
        try database.first("SELECT \(Self.letterColumns) FROM letters WHERE key = ?", key, read: Self.letter)
    }

    func letters(_ standing: LetterRow.Standing?, limit: Int) throws -> [LetterRow] {
        try database.rows(
            """
            SELECT \(Self.letterColumns) FROM letters WHERE standing = coalesce(?, standing) ORDER BY written_at DESC, key LIMIT ?
            """,
            standing?.rawValue,
            limit,
            read: Self.letter
        )
    }

    func letterCounts() throws -> [LetterRow.Standing: Int] {
        let counts = try database.rows("SELECT standing, count(*) FROM letters GROUP BY standing") { row in
            (LetterRow.Standing(rawValue: try row.text(0)), Int(try row.int(1)))
        }
        return Dictionary(counts.compactMap { standing, count in standing.map { ($0, count) } }) { first, _ in first }
    }

    private static func letter(_ row: SQLRow) throws -> LetterRow {
        guard let standing = LetterRow.Standing(rawValue: try row.text(7)) else { throw row.fault(7, "is no standing of a letter") }
        return LetterRow(
            key: try row.text(0),
            person: try row.text(1),
            address: try row.optionalText(2),
            day: try row.date(3),
            isUrgent: try row.bool(4),
            subject: try row.text(5),
            body: try row.text(6),
            standing: standing,
            tries: Int(try row.int(8)),
            retryAt: Moment(milliseconds: try row.int(9)),
            error: try row.optionalText(10).map { Phrase(vi: $0, en: try row.text(11)) },
            writtenAt: Moment(milliseconds: try row.int(12)),
            endedAt: try row.optionalInt(13).map(Moment.init(milliseconds:))
        )
    }
}
