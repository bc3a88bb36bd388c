import AuditTrail
import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// Thousands of random changes to the file of a store: each is found, or it changed nothing that the log says.
@Suite("Random tampering with a store")
struct RandomTamperingTests {
    private static let tasks: Int64 = 6
    private static let columns = ["subject_kind", "subject_code", "kind", "payload", "actor", "happened_on", "leaf_hash"]

    /// What the log holds, byte for byte, and its head; nil where the store says that it is not whole.
    private func content(_ path: String, known: LogHead? = nil) -> [[UInt8]]? {
        guard let store = try? SQLiteStore.open(path, readOnly: true) else { return nil }
        defer { try? store.close() }
        return try? store.read { reader in
            let head = try reader.verifyLog(known: known.map { [$0] } ?? [])
            var events: [[UInt8]] = [head.root.bytes]
            try reader.eachEvent(after: 0) { event in
                events.append(event.canonicalBytes)
                return true
            }
            return events
        }
    }

    /// A statement that changes the log in one random way.
    private func statement(_ sample: SampleStore, _ noise: inout SeededRandom) throws -> String {
        let number = Int64.random(in: 1...Self.tasks, using: &noise)
        let other = Int64.random(in: 1...Self.tasks, using: &noise)
        let place = other == number ? number % Self.tasks + 1 : other
        switch Int.random(in: 0..<9, using: &noise) {
        case 0: return "DELETE FROM events WHERE number = \(number)"
        case 1:
            return "UPDATE events SET number = 99 WHERE number = \(number); UPDATE events SET number = \(number) WHERE number = \(place);"
                + "UPDATE events SET number = \(place) WHERE number = 99"
        case 2:
            // A copy goes in and moves all behind it.
            return "UPDATE events SET number = -number - 1 WHERE number >= \(number); UPDATE events SET number = -number WHERE number < 0;"
                + "INSERT INTO events SELECT \(number), subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, definition,"
                + " leaf_hash FROM events WHERE number = \(place == number ? number + 1 : (place > number ? place + 1 : place))"
        case 3:
            let days = Int.random(in: 1...400, using: &noise)
            return
                "UPDATE events SET happened_on = date(happened_on, '\(Bool.random(using: &noise) ? "-" : "+")\(days) days') WHERE number = \(number)"
        case 4:
            let milliseconds = Int.random(in: 1...100_000_000, using: &noise)
            return
                "UPDATE events SET recorded_at = recorded_at \(Bool.random(using: &noise) ? "-" : "+") \(milliseconds) WHERE number = \(number)"
        case 5: return "UPDATE events SET payload = (SELECT payload FROM events WHERE number = \(place)) || ' ' WHERE number = \(number)"
        case 6: return "UPDATE log_head SET root = randomblob(32)"
        case 7: return "UPDATE log_head SET size = size + \(Bool.random(using: &noise) ? 1 : -1)"
        default:
            let column = Self.columns[Int.random(in: 0..<Self.columns.count, using: &noise)]
            let hex = try #require(try sample.file.value("SELECT hex(\(column)) FROM events WHERE number = \(number)"))
            var digits = Array(hex.utf8)
            let digit = Int.random(in: 0..<digits.count, using: &noise)
            let value = try #require(Character(Unicode.Scalar(digits[digit])).hexDigitValue)
            digits[digit] = Array("0123456789ABCDEF".utf8)[value ^ (1 << Int.random(in: 0..<4, using: &noise))]
            let literal = "x'\(String(decoding: digits, as: UTF8.self))'"
            return "UPDATE events SET \(column) = \(column == "leaf_hash" ? literal : "CAST(\(literal) AS TEXT)") WHERE number = \(number)"
        }
    }

    @Test("of the log by statements is always found, and what was left alone is never accused", arguments: 1...40 as ClosedRange<UInt64>)
    func statements(seed: UInt64) throws {
        var noise = SeededRandom(seed: seed)
        for _ in 1...50 {
            let sample = try SampleStore(tasks: Int(Self.tasks))
            #expect(content(sample.path) != nil)
            let statement = try statement(sample, &noise)
            try sample.file.tamper(statement)
            #expect(content(sample.path) == nil, "\(statement)")
        }
    }

    @Test("of any one bit of the file is found, or the log says what it said", arguments: 1...30 as ClosedRange<UInt64>)
    func bits(seed: UInt64) throws {
        var noise = SeededRandom(seed: seed)
        let sample = try SampleStore(tasks: Int(Self.tasks))
        let whole = try #require(content(sample.path))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: sample.path))
        for _ in 1...50 {
            var changed = bytes
            let place = Int.random(in: 0..<bytes.count, using: &noise)
            changed[place] ^= 1 << UInt8.random(in: 0...7, using: &noise)
            try changed.write(to: URL(fileURLWithPath: sample.path))
            if let left = content(sample.path) { #expect(left == whole, "byte \(place)") }
        }
    }

    @Test("that cuts the end off and makes the head fit is found by a root that was printed before", arguments: 1...5 as ClosedRange<Int>)
    func cut(kept: Int) throws {
        let sample = try SampleStore(tasks: Int(Self.tasks))
        let short = try SampleStore(tasks: kept)
        #expect(content(short.path) != nil)
        #expect(content(short.path, known: sample.head) == nil)
    }
}
