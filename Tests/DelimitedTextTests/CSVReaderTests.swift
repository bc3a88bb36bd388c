import Testing

@testable import DelimitedText

@Suite("CSVReader")
struct CSVReaderTests {
    private struct Outcome: Equatable {
        var rows: [String] = []
        var faults: [CSVFault] = []
    }

    /// Each row as `row/line: cell|cell`, and the faults.
    private func read(_ text: String, delimiter: Delimiter? = nil) -> Outcome {
        var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
        var outcome = Outcome()
        while true {
            do {
                guard let record = try reader.next() else { return outcome }
                outcome.rows.append("\(record.row)/\(record.line): \(record.cells.joined(separator: "|"))")
            } catch {
                outcome.faults.append(error)
            }
        }
    }

    @Test(
        "rows and lines are counted exactly",
        arguments: [
            ("a,b\n1,2\n", ["1/1: a|b", "2/2: 1|2"]),
            ("a,b\r\n1,2", ["1/1: a|b", "2/2: 1|2"]),
            ("a,b\r1,2\r", ["1/1: a|b", "2/2: 1|2"]),
            ("\u{FEFF}a,b\n", ["1/1: a|b"]),
            ("a\n\n  \n1\n", ["1/1: a", "4/4: 1"]),
            ("a,b\n\"x\ny\",2\n3,4\n", ["1/1: a|b", "2/2: x\ny|2", "3/4: 3|4"]),
            ("a,b\r\n\"x\r\ny\",2\r\n3,4\r\n", ["1/1: a|b", "2/2: x\r\ny|2", "3/4: 3|4"]),
            ("\"x\ry\"\rz\r", ["1/1: x\ry", "2/3: z"]),
            ("a,\n,b\n", ["1/1: a|", "2/2: |b"]),
            ("a,", ["1/1: a|"]),
            ("\"\"\n", []),
            ("", []),
            ("\u{FEFF}", []),
        ]
    )
    func places(text: String, expected: [String]) {
        #expect(read(text) == Outcome(rows: expected))
    }

    @Test(
        "quotes are taken away, doubled ones are one",
        arguments: [
            ("\"a,b\",c", "a,b|c"), ("\"nói \"\"vâng\"\"\"", "nói \"vâng\""), ("Đề tài \"X\",b", "Đề tài \"X\"|b"), ("\"\",b", "|b"),
            ("a;b,c", "a;b|c"), ("'=1,''@x,'a", "=1|'@x|'a"), ("\u{301}a,\u{301}b", "\u{301}a|\u{301}b"),
        ]
    )
    func quotes(text: String, expected: String) {
        #expect(read(text, delimiter: .comma).rows == ["1/1: \(expected)"])
    }

    @Test("the delimiter is that of the first row")
    func delimiter() {
        #expect(read("a;b;c\n1,5;2;3\n").rows == ["1/1: a|b|c", "2/2: 1,5|2|3"])
    }

    @Test("a quote that is not closed is a fault where it opens; reading goes on with the next line")
    func unclosed() {
        let outcome = read("a,b\n1,\"2\n3,4\n")
        #expect(outcome.faults == [CSVFault(kind: .unclosedQuote, row: 2, line: 2, cell: 2)])
        #expect(outcome.rows == ["1/1: a|b", "3/3: 3|4"])
    }

    @Test("text behind a closing quote is a fault; reading goes on with the next line")
    func afterQuote() {
        let outcome = read("a,b\n\"1\"x,2\r\n\"y\nz\"w\n3,4")
        #expect(
            outcome.faults.prefix(2) == [
                CSVFault(kind: .textAfterQuote, row: 2, line: 2, cell: 1), CSVFault(kind: .textAfterQuote, row: 3, line: 3, cell: 1),
            ]
        )
        #expect(outcome.rows.last == "5/5: 3|4")
    }

    @Test("what the writer writes is read back", arguments: Delimiter.allCases, [CSVWriter.LineEnding.lineFeed, .carriageReturnLineFeed])
    func roundTrip(delimiter: Delimiter, lineEnding: CSVWriter.LineEnding) throws {
        let alphabet: [Character] = ["a", "đ", "\"", ",", ";", "\n", "\r\n", " ", "'", "=", "-", "1", "\t", "e\u{301}", "日"]
        var generator = Counter()
        let rows = (0..<500).map { _ in
            (0..<3).map { _ in String((0..<generator.next(6)).map { _ in alphabet[generator.next(alphabet.count)] }) }
        }
        let text = CSVWriter(delimiter: delimiter, lineEnding: lineEnding).text([["x", "y", "z"]] + rows)
        var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
        var read: [[String]] = []
        while let record = try reader.next() { read.append(record.cells) }
        #expect(Array(read.dropFirst()).map { $0.map { Array($0.unicodeScalars) } } == rows.map { $0.map { Array($0.unicodeScalars) } })
    }

    /// Numbers that are the same in every run (xorshift).
    private struct Counter {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15

        mutating func next(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(bound))
        }
    }
}
