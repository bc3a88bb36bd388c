import Expressions
import Foundation
import Testing

/// Instants, lengths of time and time zones.
@Suite struct TimeTests {
    static let options = CompileOptions(timeZones: { name, seconds in
        name == "Asia/Ho_Chi_Minh" ? 7 * 3_600 : (name == "Test/Switch" ? (seconds < 0 ? -3_600 : 5_400) : nil)
    })

    @Test(
        "parts of an instant",
        arguments: [
            ("2024-02-29T23:30:15.123456789Z", "", [2024, 1, 28, 29, 4, 59, 23, 30, 15, 123]),
            ("2024-02-29T23:30:15.123456789Z", "'Asia/Ho_Chi_Minh'", [2024, 2, 0, 1, 5, 60, 6, 30, 15, 123]),
            ("2024-01-01T00:10:00Z", "'-00:30'", [2023, 11, 30, 31, 0, 364, 23, 40, 0, 0]),
            ("2024-01-01T00:10:00Z", "'07:00'", [2024, 0, 0, 1, 1, 0, 7, 10, 0, 0]),
            ("0001-01-01T00:00:00Z", "'UTC'", [1, 0, 0, 1, 1, 0, 0, 0, 0, 0]),
            ("1969-12-31T23:00:00Z", "'Test/Switch'", [1969, 11, 30, 31, 3, 364, 22, 0, 0, 0]),
            ("1970-01-01T00:00:00Z", "'Test/Switch'", [1970, 0, 0, 1, 4, 0, 1, 30, 0, 0]),
        ] as [(String, String, [Int64])]
    )
    func parts(instant: String, zone: String, expected: [Int64]) throws {
        let names = [
            "getFullYear", "getMonth", "getDayOfMonth", "getDate", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes", "getSeconds",
            "getMilliseconds",
        ]
        let source = "[" + names.map { "timestamp('\(instant)').\($0)(\(zone))" }.joined(separator: ", ") + "]"
        #expect(try Runs.value(source, options: Self.options) == .list(expected.map(Value.int)))
    }

    @Test(
        "parts of a length of time",
        arguments: [("10000s", [2, 166, 10_000, 0]), ("-3730.5s", [-1, -62, -3730, -500]), ("90m250ms", [1, 90, 5400, 250])]
            as [(String, [Int64])]
    )
    func spanParts(span: String, expected: [Int64]) throws {
        let names = ["getHours", "getMinutes", "getSeconds", "getMilliseconds"]
        let source = "[" + names.map { "duration('\(span)').\($0)()" }.joined(separator: ", ") + "]"
        #expect(try Runs.value(source) == .list(expected.map(Value.int)))
    }

    @Test(
        "arithmetic",
        arguments: [
            "timestamp('2024-02-28T23:59:59.9Z') + duration('0.2s') == timestamp('2024-02-29T00:00:00.1Z')",
            "duration('-0.2s') + timestamp('2024-03-01T00:00:00.1Z') == timestamp('2024-02-29T23:59:59.9Z')",
            "timestamp('2024-03-01T00:00:00Z') - duration('24h') == timestamp('2024-02-29T00:00:00Z')",
            "timestamp('2024-03-01T00:00:00Z') - timestamp('2024-02-28T00:00:00.5Z') == duration('172799.5s')",
            "duration('1s') - duration('1.5s') == duration('-500ms')", "duration('1h') + duration('-1h') == duration('0s')",
            "timestamp('2025-01-01T00:00:00+07:00') == timestamp('2024-12-31T17:00:00Z')",
        ]
    )
    func arithmetic(source: String) throws {
        #expect(try Runs.value(source) == true)
    }

    @Test("days agree with Foundation's calendar over four centuries")
    func calendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        let names: [String: Value] = [:]
        let expression = try Expression.compile(
            "[t.getFullYear(), t.getMonth(), t.getDate(), t.getDayOfWeek(), t.getDayOfYear(), t.getHours()]",
            declarations: Declarations(variables: ["t": .timestamp])
        )
        for seconds in stride(from: Int64(-6_000_000_000), to: 8_000_000_000, by: 27_182_818) {
            let date = Date(timeIntervalSince1970: TimeInterval(seconds))
            let parts = calendar.dateComponents([.year, .month, .day, .weekday, .dayOfYear, .hour], from: date)
            let expected = [
                parts.year, parts.month.map { $0 - 1 }, parts.day, parts.weekday.map { $0 - 1 }, parts.dayOfYear.map { $0 - 1 }, parts.hour,
            ].compactMap { $0.map { Value.int(Int64($0)) } }
            let instant = try #require(Timestamp(seconds: seconds))
            #expect(try expression.evaluate(names.merging(["t": .timestamp(instant)]) { $1 }) == .list(expected))
            #expect(Timestamp(instant.description) == instant)
        }
    }

    @Test("lengths of time survive being written and read", arguments: [0, 1, -1, 999_999_999, -1_000_000_001, .max, .min] as [Int64])
    func spans(nanoseconds: Int64) {
        let span = TimeSpan(nanoseconds: nanoseconds)
        #expect(TimeSpan(span.description) == span)
        #expect(span.totalNanoseconds == nanoseconds)
    }
}
