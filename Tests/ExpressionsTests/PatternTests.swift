import Expressions
import Testing

/// The patterns of `matches`: RE2's syntax, searched without backtracking.
@Suite struct PatternTests {
    @Test(
        "matches",
        arguments: [
            ("", "", true), ("abc", "b", true), ("abc", "^b", false), ("abc", "c$", true), ("abc", "^abc$", true), ("abc", "a.c", true),
            ("a\nc", "a.c", false), ("a\nc", "(?s)a.c", true), ("a\nb", "^b", false), ("a\nb", "(?m)^b$", true), ("a\n", "a$", false),
            ("aab", "^a*b$", true), ("b", "^a*b$", true), ("b", "^a+b", false), ("ab", "^a?b$", true), ("aaa", "^a{3}$", true),
            ("aaa", "^a{4,}", false),
            ("aaa", "^a{1,2}$", false), ("aaa", "^a{2,}$", true), ("a{,2}", "^a{,2}$", true), ("x{1", "x{1", true), ("}", "}", true),
            ("grey", "gr(a|e)y", true), ("groy", "gr(?:a|e)y", false), ("ab", "^(?P<first>a)(?<second>b)$", true), ("", "a|", true),
            ("b", "^(a|)b$", true),
            ("ABC", "(?i)abc", true), ("ABC", "a(?i)bc", false), ("ABc", "(?i:ab)c", true), ("ABC", "(?i:ab)c", false),
            ("Đ", "(?i)đ", true),
            ("5", "^\\d$", true), ("a", "\\D", true), ("_", "^\\w$", true), ("é", "\\w", false), (" ", "\\s", true),
            ("\u{0B}", "\\s", false),
            ("a b", "a\\b", true), ("ab", "a\\b", false), ("ab", "a\\B", true), ("x]", "[]]", true), ("-", "[a-]", true),
            ("b", "[^a-c]", false),
            ("é", "^[à-ỹ]$", true), ("7", "[[:digit:]]", true), ("x", "[[:^digit:]]", true), ("a", "^[\\d\\-a]$", true),
            ("é", "^\\pL$", true),
            ("é", "^\\p{Ll}$", true), ("É", "^\\P{Ll}$", true), ("3", "^\\p{^L}$", true), ("a.c", "a\\.c", true), ("abc", "a\\.c", false),
            ("a*b", "\\Qa*b\\E", true), ("\u{41}", "\\x41", true), ("😀", "^\\x{1F600}$", true), ("\u{08}", "\\010", true),
            ("aaa", "^a+?$", true),
            ("😀é", "^..$", true), ("abab", "^(ab){2}$", true), ("mañana", "a+ñ+a+", true), ("a", "\\Aa\\z", true), ("", "^*", true),
        ]
    )
    func matches(text: String, pattern: String, expected: Bool) throws {
        let facts: [String: Value] = ["t": .string(text), "p": .string(pattern)]
        #expect(try Runs.unchecked("t.matches(p)", facts) == .bool(expected))
        #expect(try Runs.unchecked("matches(t, \(Value.string(pattern).literalText))", facts) == .bool(expected))
    }

    @Test(
        "faulty patterns",
        arguments: [
            "(", ")", "a)", "[", "[a", "[b-a]", "*", "+a", "a|*", "(?", "(?x)", "(?=a)", "(?!a)", "(?<=a)b", "(?P<>a)", "a**", "a++",
            "a{2}{3}", "a{1001}",
            "a{2,1}", "(a{100}){100}", "\\", "\\1", "\\8", "\\y", "\\Z", "\\xg", "\\x{110000}", "\\p{Klingon}", "[[:what:]]", "{2}", "\\C",
        ]
    )
    func faulty(pattern: String) throws {
        #expect(try Runs.errorCode("'a'.matches(\(Value.string(pattern).literalText))") == "invalid-argument")
    }

    @Test("patterns that make backtracking explode are searched in linear steps")
    func noBacktracking() throws {
        let text = String(repeating: "a", count: 2_000)
        for pattern in ["(a+)+$b", "(a|a)*b", "(a*)*b", "(a|aa)+$b", "(.*)(.*)(.*)(.*)b"] {
            #expect(try Runs.unchecked("t.matches(p)", ["t": .string(text), "p": .string(pattern)]) == false)
        }
    }

    @Test("deeply nested groups are refused")
    func deepGroups() throws {
        let pattern = String(repeating: "(", count: 10_000)
        #expect(try Runs.errorCode("'a'.matches('\(pattern)')") == "invalid-argument")
    }
}
