/// Pieces that have broken readers before, whatever the format.
enum Troublemakers {
    /// Signs that begin, end or part something somewhere.
    static let bytes: [UInt8] =
        Array("\0\t\n\r \u{1B}\u{7F}\"'`\\/<>&{}[]()|,;:.=+-*%#!?@$^~_0189aAzZ".utf8) + [0x80, 0xBF, 0xC0, 0xCC, 0xE1, 0xF0, 0xFE, 0xFF]

    /// Letters that are several, show nothing, turn round or grow; and what programs obey.
    static let texts: [[UInt8]] =
        [
            "e\u{302}\u{301}", "ế", "\u{301}", String(repeating: "\u{301}", count: 300), "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{200B}",
            "\u{2028}", "\u{85}",
            "👩‍👩‍👧‍👦", "🇻🇳", "İ", "ﬃ", "\u{10FFFF}", "\u{FFFD}", "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\r\n", "\n\n", "==> ", "'", "=1+1", "@SUM(A1)",
            "-1", "+84",
            "{{", "}}", "{{#each x}}", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "]]>", "<![CDATA[", "../", "%s%n",
            "';--", "&a ", "*a ", "<<: ",
        ].map { Array($0.utf8) } + [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0xFE], [0xE1, 0xBA]]

    /// At the edges of what fits, and far beyond.
    static let numbers: [[UInt8]] = [
        "0", "-0", "1", "-1", "00", "127", "128", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648",
        "4294967295", "4294967296",
        "9007199254740993", "999999999999999", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
        "18446744073709551616", "1e308", "1e-400", "1.5", "0x7fffffffffffffff", String(repeating: "9", count: 400),
        "1" + String(repeating: "0", count: 60),
    ].map { Array($0.utf8) }

    /// What can be nested, with what closes it.
    static let brackets: [([UInt8], [UInt8])] = [
        ("[", "]"), ("{", "}"), ("(", ")"), ("{\"a\":", "}"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a: {", "}"), ("!", ""), ("-", ""),
        ("<a>", "</a>"),
        ("x ? x : (", ")"), ("x.map(x, ", ")"), ("(?:", ")"), ("((a*)*", ")"), ("a|", ""), ("\"", "\""), ("{{#tasks}}", "{{/tasks}}"),
        ("{{^tasks}}", "{{/tasks}}"), ("{{#each members}}", "{{/each}}"),
        ("{{#if a}}", "{{/if}}"), ("<w:p>", "</w:p>"), ("&a [", "]"), ("\n ", ""),
    ].map { (Array($0.utf8), Array($1.utf8)) }
}
