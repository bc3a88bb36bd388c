import ExpressionExchange
import Testing

@Suite struct ExchangeJSONTests {
    @Test(
        "what is read is written again",
        arguments: [
            "null", "true", "-0", "7", "1.50", "1e+23", "\"\"", "\"Đặt hàng \\\"a\\\" \\\\ \\u0000\\u001f\\n😀\"", "[]", "{}",
            #"{"b":[1,{"a":null}],"a":"é"}"#,
        ]
    )
    func roundTrip(_ text: String) throws {
        #expect(try ExchangeJSON(parsing: Array(text.utf8)).line == text)
    }

    @Test("blanks and escapes") func escapes() throws {
        let text = " { \"\\u0061\" : [ \"\\ud83d\\ude00\\/\\b\\f\\r\\t\" ] }\r\n"
        #expect(try ExchangeJSON(parsing: Array(text.utf8)) == ["a": ["😀/\u{8}\u{C}\r\t"]])
    }

    @Test(
        "texts that are no JSON",
        arguments: [
            "", " ", "nul", "True", "01", "-", "1.", ".5", "+1", "1e", "0x1", "NaN", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"", "\"a\nb\"", "[1", "[1,]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "{\"a\":1,\"a\":2}", "1 2", "\"\\u+123\"", "-a",
            "\u{FEFF}1",
        ]
    )
    func refused(_ text: String) {
        #expect(throws: ExchangeFault.self) { try ExchangeJSON(parsing: Array(text.utf8)) }
    }

    @Test("bytes that are not UTF-8") func brokenBytes() {
        #expect(throws: ExchangeFault.self) { try ExchangeJSON(parsing: [0x22, 0xC3, 0x22]) }
        #expect(throws: ExchangeFault.self) { try ExchangeJSON(parsing: [0xFF]) }
    }

    @Test("depth is bounded") func depth() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
        }
        _ = try ExchangeJSON(parsing: nested(ExchangeJSON.maximumDepth))
        #expect(throws: ExchangeFault.self) { try ExchangeJSON(parsing: nested(ExchangeJSON.maximumDepth + 2)) }
        #expect(throws: ExchangeFault.self) { try ExchangeJSON(parsing: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
    }

    @Test("a fault names its line") func place() {
        #expect(throws: ExchangeFault("line 2, byte 3: expected a value")) { try ExchangeJSON(parsing: Array("[\n  x]".utf8)) }
    }
}
