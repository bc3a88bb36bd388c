import CanonicalJSON
import TestSupport
import Testing

@Suite struct CanonicalWriterTests {
    /// RFC 8785 §3.2.3: the order of keys by UTF-16 code units.
    @Test func sortsKeysAsTheRFCDoes() throws {
        let input = #"""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """#
        let value = try JSONValue(parsing: input)
        let keys = try #require(try JSONValue(parsing: value.canonicalBytes).object).keys
        #expect(keys == ["\r", "1", "\u{80}", "\u{F6}", "\u{20AC}", "\u{1F600}", "\u{FB33}"])
        #expect(value.canonicalText.hasPrefix(#"{"\r":"Carriage Return","1":"One","#))
    }

    /// RFC 8785 §3.2.2: its sample string and literals; the RFC's numbers are fractions, which are not stored here.
    @Test func escapesAsTheRFCDoes() throws {
        let input = #"{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}"#
        let expected = #"{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try JSONValue(parsing: input).canonicalText == expected)
    }

    @Test(arguments: [
        ("\u{0}\u{7}\u{B}\u{1F}", #""\u0000\u0007\u000b\u001f""#),
        ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{7F}\u{80}\u{2028}/", "\"\u{7F}\u{80}\u{2028}/\""),
        ("Đặc sản", "\"Đặc sản\""),
    ])
    func writesTheFewestEscapes(text: String, expected: String) {
        #expect(JSONValue.string(text).canonicalText == expected)
    }

    /// Texts are looked through eight bytes at a time: every character, at every place of a word, beside others that are like it.
    @Test func escapesAtEveryPlace() {
        for scalar in (0..<0x180).compactMap(Unicode.Scalar.init) {
            let expected = escaped(scalar)
            for place in 0..<18 {
                for neighbour in [" ", "!", "#", "[", "]", "\u{7F}", "à", "\u{0}"] as [Unicode.Scalar] {
                    let before = String(repeating: Character(neighbour), count: place)
                    let text = "\(before)\(Character(scalar))\(Character(neighbour))aaaaaaaaa"
                    let wanted = String(repeating: escaped(neighbour), count: place) + expected + escaped(neighbour) + "aaaaaaaaa"
                    guard JSONValue.string(text).canonicalBytes == Array("\"\(wanted)\"".utf8) else {
                        Issue.record("U+\(String(scalar.value, radix: 16)) at \(place) beside U+\(String(neighbour.value, radix: 16))")
                        return
                    }
                }
            }
        }
    }

    private func escaped(_ scalar: Unicode.Scalar) -> String {
        let short: [Unicode.Scalar: String] = [
            "\u{8}": "\\b", "\t": "\\t", "\n": "\\n", "\u{C}": "\\f", "\r": "\\r", "\"": "\\\"", "\\": "\\\\",
        ]
        if let known = short[scalar] { return known }
        let digits = String(scalar.value, radix: 16)
        return scalar.value < 0x20 ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(Character(scalar))
    }

    @Test(arguments: [(Int64.min, "-9223372036854775808"), (.max, "9223372036854775807"), (0, "0"), (-10, "-10"), (100, "100")])
    func writesIntegersInFull(number: Int64, expected: String) {
        #expect(JSONValue.int(number).canonicalText == expected)
    }

    @Test func readsBackWhatItWrote() throws {
        var random = SeededRandom(seed: 1)
        for _ in 0..<1000 {
            let value = JSONSamples.random(depth: 3, using: &random)
            let bytes = value.canonicalBytes
            let again = try JSONValue(parsing: bytes)
            #expect(again == value)
            #expect(again.hashValue == value.hashValue)
            #expect(again.canonicalBytes == bytes)
            #expect(try JSONValue(parsing: value.prettyText()) == value)
            #expect(try JSONValue(parsing: value.prettyText(sortedKeys: true)).canonicalBytes == bytes)
        }
    }

    @Test func ordersKeysAsTheirUTF16UnitsDo() throws {
        var random = SeededRandom(seed: 2)
        for _ in 0..<500 {
            guard case .object(let object) = JSONSamples.random(depth: 1, using: &random) else { continue }
            let keys = try #require(JSONValue.parsedKeys(of: .object(object)))
            #expect(keys.elementsEqual(keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }))
        }
    }

    @Test func laysOutForPeople() {
        let value: JSONValue = ["b": [1, [:], .array([])], "a": ["x": .null]]
        #expect(
            value.prettyText() == """
                {
                  "b": [
                    1,
                    {},
                    []
                  ],
                  "a": {
                    "x": null
                  }
                }
                """
        )
        #expect(value.prettyText(sortedKeys: true).hasPrefix("{\n  \"a\""))
    }
}

extension JSONValue {
    fileprivate static func parsedKeys(of value: JSONValue) -> [String]? {
        (try? JSONValue(parsing: value.canonicalBytes))?.object?.keys
    }
}
