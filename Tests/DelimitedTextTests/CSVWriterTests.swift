import DelimitedText
import Testing

@Suite("CSVWriter")
struct CSVWriterTests {
    @Test(
        "cells are quoted where RFC 4180 asks for it",
        arguments: [
            (["a", "b"], "a,b\r\n"),
            (["a,b", "c;d"], "\"a,b\",c;d\r\n"),
            (["nói \"vâng\""], "\"nói \"\"vâng\"\"\"\r\n"),
            (["hai\ndòng"], "\"hai\ndòng\"\r\n"),
            ([" trống "], "\" trống \"\r\n"),
            ([""], "\"\"\r\n"),
            (["", ""], ",\r\n"),
            (["\u{FEFF}a", "\u{FEFF}"], "\"\u{FEFF}a\",\"\u{FEFF}\"\r\n"),
            (["a\u{301}\"\u{302}"], "\"a\u{301}\"\"\u{302}\"\r\n"),
        ]
    )
    func quoting(row: [String], expected: String) {
        #expect(Array(CSVWriter().text([row]).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("delimiter and line ending can be chosen")
    func choices() {
        #expect(CSVWriter(delimiter: .semicolon, lineEnding: .lineFeed).text([["a;b", "c,d"], ["e", ""]]) == "\"a;b\";c,d\ne;\n")
    }
}

@Suite("FormulaGuard")
struct FormulaGuardTests {
    @Test(
        "what a spreadsheet would run gets an apostrophe",
        arguments: [
            ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+84 912", "'+84 912"), ("-cmd", "'-cmd"), ("- ghi chú", "'- ghi chú"),
            ("-", "'-"), ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("''-x", "'''-x"),
        ]
    )
    func guarded(cell: String, expected: String) {
        #expect(FormulaGuard.added(to: cell) == expected)
        #expect(FormulaGuard.removed(from: expected) == cell)
    }

    @Test(
        "numbers and ordinary text stay as they are",
        arguments: ["-5", "+3,5", "-1.500.000", "a=b", "", "'nháy'", "'", "''", "Đề tài", "1-2", "\u{301}="]
    )
    func untouched(cell: String) {
        #expect(FormulaGuard.added(to: cell) == cell)
        #expect(FormulaGuard.removed(from: cell) == cell)
    }
}

@Suite("Delimiter")
struct DelimiterTests {
    @Test(
        "it is the sign that parts the header",
        arguments: [
            ("a,b\n1;2;3;4\n", Delimiter.comma), ("a;b\n1,2,3\n", .semicolon), ("\"a,b,c\";d", .semicolon), ("a", .comma), ("", .comma),
            ("\n\r\n a;b\n", .semicolon),
        ]
    )
    func detection(text: String, expected: Delimiter) {
        #expect(Delimiter(detectingIn: text.utf8) == expected)
    }
}
