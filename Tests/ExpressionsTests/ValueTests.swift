import Expressions
import Testing

/// Values as Swift values.
@Suite struct ValueTests {
    static let samples: [Value] = [
        .null, true, false, 1, 2, .uint(1), 1.0, .double(.nan), "a", "é", "e\u{301}", .bytes([1]), [], [1], [.uint(1)], .record([:]),
        .record(["a": 1]),
        .record(["a": .uint(1)]), .type(.int), .type(TypeName("uint")), .duration(TimeSpan(nanoseconds: 5)),
    ]

    @Test("strict equality tells all samples apart and agrees with hashing")
    func strictEquality() {
        for (place, left) in Self.samples.enumerated() {
            for (other, right) in Self.samples.enumerated() { #expect((left == right) == (place == other), "\(left) \(right)") }
        }
        #expect(Set(Self.samples + Self.samples).count == Self.samples.count)
    }

    @Test("the equality of the language joins numbers and parts not-a-numbers")
    func languageEquality() {
        #expect(Value.int(1).equals(.uint(1)) && Value.uint(1).equals(1.0) && Value.list([1]).equals([1.0]))
        #expect(!Value.double(.nan).equals(.double(.nan)))
        #expect(!Value.string("é").equals("e\u{301}"))
        #expect(Value.record(["a": 1]).equals(.record(["a": 1.0])))
    }

    @Test("maps keep the order given, compare without it, and refuse a key given twice", arguments: [2, 100])
    func maps(count: Int) throws {
        let entries = (0..<count).map { MapValue.Entry(key: .string("k\($0)"), value: .int(Int64($0))) }
        let map = try #require(MapValue(entries: entries))
        let reversed = try #require(MapValue(entries: entries.reversed()))
        #expect(map == reversed)
        #expect(map.hashValue == reversed.hashValue)
        #expect(map.entries == entries)
        #expect(map["k1"] == 1)
        #expect(map["zz"] == nil)
        #expect(MapValue(entries: entries + entries.prefix(1)) == nil)
    }

    @Test("texts that look alike but differ in code points are different keys")
    func keys() {
        let map = MapValue(fields: ["é": 1])
        #expect(map["é"] == 1)
        #expect(map["e\u{301}"] == nil)
    }

    @Test("a value is small")
    func size() {
        #expect(MemoryLayout<Value>.size <= 17)
    }

    @Test("a value's literal evaluates to the value")
    func literals() throws {
        let instant = try #require(Timestamp("2025-07-04T01:30:00.25Z"))
        for value in Self.samples + [
            .timestamp(instant), .double(-.infinity), -1.5, "\"\\\n\u{0}\u{7F}", .bytes([0, 34, 92, 255]), .int(.min),
        ] {
            #expect(try Runs.unchecked(value.literalText) == value)
        }
    }

    @Test("places in a text count code points", arguments: [(0, 1, 1), (4, 1, 3), (6, 2, 1), (7, 2, 2), (99, 2, 4)])
    func location(offset: Int, line: Int, column: Int) {
        let location = SourceLocation(offset: offset, in: "aếb\nxyz")
        #expect((location.line, location.column) == (line, column))
    }
}
