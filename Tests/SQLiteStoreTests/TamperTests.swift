import AuditTrail
import SQLiteStore
import Store
import TestSupport
import Testing

/// Somebody with the file and SQLite's tools changes the record: the check names the first bad event.
@Suite("Tampering with the log")
struct TamperTests {
    private func fault(_ sample: SampleStore, known: [LogHead] = []) throws -> LogFault? {
        try sample.withStore { store in
            do {
                _ = try store.read { try $0.verifyLog(known: known) }
                return nil
            } catch let fault as LogFault {
                return fault
            }
        }
    }

    @Test(
        "is found, with the event it was done to",
        arguments: [
            ("UPDATE events SET payload = replace(payload, '1200000000', '1300000000') WHERE number = 3", 3),
            ("UPDATE events SET payload = payload || ' ' WHERE number = 3", 3),
            ("UPDATE events SET payload = payload || char(0) || 'x' WHERE number = 3", 3),
            ("UPDATE events SET payload = '' WHERE number = 1", 1),
            ("UPDATE events SET leaf_hash = CAST(x'00' || substr(leaf_hash, 2) AS BLOB) WHERE number = 4", 4),
            ("UPDATE events SET happened_on = '2024-03-14' WHERE number = 2", 2),
            ("UPDATE events SET recorded_at = recorded_at - 1 WHERE number = 2", 2),
            ("UPDATE events SET actor = 'người khác' WHERE number = 5", 5),
            ("UPDATE events SET kind = 'registered' WHERE number >= 2", 2),
            ("UPDATE events SET subject_code = 'TH-2024-9' WHERE number = 1", 1),
            ("UPDATE events SET subject_kind = 'person' WHERE number = 1", 1),
            ("UPDATE events SET definition = NULL WHERE number = 4", 4),
            ("UPDATE events SET definition = 77 WHERE number = 4", 4),
            ("UPDATE definitions SET hash = replace(hash, 'a', 'b')", 1),
            ("DELETE FROM events WHERE number = 1", 1), ("DELETE FROM events WHERE number = 3", 3),
            ("DELETE FROM events WHERE number = 5", 5),
            ("DELETE FROM events", 1),
            (
                "UPDATE events SET number = 99 WHERE number = 2; UPDATE events SET number = 2 WHERE number = 3; "
                    + "UPDATE events SET number = 3 WHERE number = 99", 2
            ),
            (
                "INSERT INTO events SELECT 6, subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, definition, leaf_hash "
                    + "FROM events WHERE number = 5", 6
            ),
            ("UPDATE events SET number = -1 WHERE number = 1", 1),
            // Values that no longer fit their columns at all.
            ("UPDATE events SET happened_on = '2024-02-30' WHERE number = 2", 2),
            ("UPDATE events SET happened_on = '' WHERE number = 2", 2),
            ("UPDATE events SET recorded_at = 9000000000000000000 WHERE number = 2", 2),
            ("UPDATE events SET subject_kind = 'nobody' WHERE number = 2", 2),
            ("UPDATE events SET actor = CAST(x'ff' AS TEXT) WHERE number = 2", 2),
            ("UPDATE events SET leaf_hash = x'00' WHERE number = 2", 2),
        ] as [(String, Int64)]
    )
    func found(sql: String, number: Int64) throws {
        let sample = try SampleStore()
        #expect(try fault(sample) == nil)
        try sample.file.tamper(sql)
        let fault = try fault(sample)
        #expect(fault?.number == number, "\(fault?.description ?? "unnoticed")")
    }

    @Test("is found when the hash is made to fit, by the root")
    func rehashed() throws {
        let sample = try SampleStore()
        let forged = try sample.withStore { store in
            var event = try #require(try store.read { try $0.event(3) })
            event.actor = "khác"
            return TreeHash(leaf: event.canonicalBytes)
        }
        try sample.file.tamper("UPDATE events SET actor = 'khác', leaf_hash = x'\(forged)' WHERE number = 3")
        let fault = try #require(try fault(sample))
        #expect(fault.number == nil)
        guard case .rootDiffers(5, sample.head.root, _) = fault.reason else {
            Issue.record("\(fault)")
            return
        }
    }

    @Test("is found when the whole log is rewritten or cut, by a root that was printed before")
    func rewritten() throws {
        let sample = try SampleStore()
        let other = try SampleStore(tasks: 6)
        #expect(try fault(other, known: [LogHead(size: 5, root: sample.head.root)]) == nil, "the sixth task only adds")
        let short = try SampleStore(tasks: 4)
        #expect(try fault(short, known: [sample.head]) == LogFault(number: 5, reason: .missing))
        let forged = LogHead(size: 4, root: sample.head.root)
        guard case .rootDiffers(4, _, _)? = try fault(short, known: [forged])?.reason else {
            Issue.record("another root was not noticed")
            return
        }
    }

    @Test("of any one bit of any column is found, and nothing else is", arguments: 1...150 as ClosedRange<UInt64>)
    func bits(seed: UInt64) throws {
        var noise = SeededRandom(seed: seed)
        let sample = try SampleStore(tasks: 3)
        let number = Int64.random(in: 1...3, using: &noise)
        let columns = ["subject_kind", "subject_code", "kind", "payload", "actor", "happened_on", "leaf_hash"]
        let column = columns[Int.random(in: 0..<columns.count, using: &noise)]
        let hex = try #require(try sample.file.value("SELECT hex(\(column)) FROM events WHERE number = \(number)"))
        var digits = Array(hex.utf8)
        let place = Int.random(in: 0..<digits.count, using: &noise)
        let digit = try #require(Character(Unicode.Scalar(digits[place])).hexDigitValue)
        let flipped = digit ^ (1 << Int.random(in: 0..<4, using: &noise))
        digits[place] = Array("0123456789ABCDEF".utf8)[flipped]
        let literal = "x'\(String(decoding: digits, as: UTF8.self))'"
        let value = column == "leaf_hash" ? literal : "CAST(\(literal) AS TEXT)"
        try sample.file.tamper("UPDATE events SET \(column) = \(value) WHERE number = \(number)")
        #expect(try fault(sample)?.number == number, "\(column) \(place)")
    }
}
