import CanonicalJSON
import TestSupport
import Testing

@Suite struct JSONParserTests {
    @Test(
        arguments: [
            ("null", JSONValue.null),
            (" true ", true),
            ("false", false),
            ("0", 0),
            ("-0", 0),
            ("9223372036854775807", .int(.max)),
            ("-9223372036854775808", .int(.min)),
            (#""""#, ""),
            (#""Thanh Hóa""#, "Thanh Hóa"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u0110\u1ea1t \uD83D\uDE00 x""#, "Đạt 😀 x"),
            (#""a\u0000b""#, "a\u{0}b"),
            ("[]", .array([])),
            ("[1,[2,[]],{}]", [1, [2, .array([])], [:]]),
            ("\t{\r\n \"b\" : 1 , \"a\" : [ ] }\n", ["b": 1, "a": .array([])]),
        ] as [(String, JSONValue)]
    )
    func reads(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == expected)
        #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
    }

    @Test(
        arguments: [
            ("", JSONFault.Kind.unexpectedEnd, 0),
            ("  ", .unexpectedEnd, 2),
            ("{", .unexpectedEnd, 1),
            (#"{"a""#, .unexpectedEnd, 4),
            (#"{"a":"#, .unexpectedEnd, 5),
            (#"{"a":1"#, .unexpectedEnd, 6),
            ("[1", .unexpectedEnd, 2),
            ("tru", .unexpectedEnd, 3),
            (#""abc"#, .unexpectedEnd, 4),
            (#""a\"#, .unexpectedEnd, 3),
            (#""\u12"#, .unexpectedEnd, 5),
            ("trux", .unexpectedByte(UInt8(ascii: "x")), 3),
            ("[1,]", .unexpectedByte(UInt8(ascii: "]")), 3),
            (#"{"a":1,}"#, .unexpectedByte(UInt8(ascii: "}")), 7),
            ("{a:1}", .unexpectedByte(UInt8(ascii: "a")), 1),
            ("'a'", .unexpectedByte(UInt8(ascii: "'")), 0),
            ("+1", .unexpectedByte(UInt8(ascii: "+")), 0),
            ("NaN", .unexpectedByte(UInt8(ascii: "N")), 0),
            ("\u{FEFF}1", .unexpectedByte(0xEF), 0),
            ("1 2", .trailingContent, 2),
            ("{}}", .trailingContent, 2),
            ("01", .badNumber, 0),
            ("-", .badNumber, 0),
            ("[-a]", .badNumber, 1),
            ("1.0", .fractionalNumber, 0),
            ("[0, 1e3]", .fractionalNumber, 4),
            ("2E5", .fractionalNumber, 0),
            ("9223372036854775808", .integerOutOfRange, 0),
            ("-9223372036854775809", .integerOutOfRange, 0),
            ("99999999999999999999999999", .integerOutOfRange, 0),
            ("\"a\nb\"", .bareControlCharacter, 2),
            (#""\x""#, .badEscape, 1),
            (#""\u00g0""#, .badEscape, 1),
            (#""\ud800""#, .loneSurrogate, 1),
            (#""\udc00\ud800""#, .loneSurrogate, 1),
            (#""\ud800\u0041""#, .loneSurrogate, 1),
            (#"{"a":1,"b":2,"a":3}"#, .duplicateKey("a"), 13),
            (#"{"a":1,"\u0061":3}"#, .duplicateKey("a"), 7),
        ] as [(String, JSONFault.Kind, Int)]
    )
    func refuses(text: String, kind: JSONFault.Kind, offset: Int) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.kind == kind)
        #expect(fault?.offset == offset)
    }

    @Test(
        arguments: [
            ([0x22, 0x61, 0xFF, 0x22], 2),
            ([0x22, 0xC3, 0x22], 1),
            ([0x22, 0xC0, 0x80, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xC4, 0x91, 0xE1, 0xBA, 0x22], 3),
            ([0x22, 0x5C, 0x6E, 0x80, 0x22], 3),
            ([0x22, 0xC3, 0x5C, 0x6E, 0x22], 1),
        ] as [([UInt8], Int)]
    )
    func refusesBytesThatAreNotUTF8(bytes: [UInt8], offset: Int) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: bytes) }
        #expect(fault?.kind == .invalidUTF8)
        #expect(fault?.offset == offset)
    }

    @Test func countsLinesAndColumnsInCharacters() {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: "{\n  \"tên\": 1.5\n}") }
        #expect(fault?.line == 2)
        #expect(fault?.column == 10)
        #expect(fault?.description == "line 2, column 10 (byte 12): a fraction or exponent: only whole numbers are accepted")
    }

    @Test func boundsTheDepth() throws {
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        _ = try JSONValue(parsing: deep)
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: "[" + deep + "]") }
        #expect(fault?.kind == .tooDeep(limit: 128))
        #expect(throws: JSONFault.self) { try JSONValue(parsing: String(repeating: #"{"a":"#, count: 1_000_000)) }
        #expect(throws: JSONFault.self) { try JSONValue(parsing: "[[1]]", maximumDepth: 1) }
    }

    @Test func neverCrashesOnDamagedText() throws {
        var random = SeededRandom(seed: 8)
        let good = Array(JSONSamples.event.canonicalBytes)
        for _ in 0..<5000 {
            var bytes = good
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            bytes.removeLast(Int.random(in: 0...3, using: &random))
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            #expect(try JSONValue(parsing: value.canonicalBytes) == value)
        }
    }
}
