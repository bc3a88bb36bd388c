import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// `rules eval` as another program calls it: every mode, and what is wrong in every place.
@Suite("Evaluation") struct EvaluationTests {
    /// Files that the runs read.
    private static let files: [String: [UInt8]] = [
        "facts.json": Array(#"{"amount": 30, "rate": 0.5, "names": ["a", "đ"], "task": {"money": 7, "end": null}}"#.utf8),
        "types.json": Array(#"[{"name":"amount","ident":{"type":{"primitive":"INT64"}}}]"#.utf8),
        "contained.json": Array(#"{"org.limit": 5}"#.utf8),
        "broken.json": Array(#"{"amount": 30"#.utf8), "array.json": Array("[]".utf8),
        "large.json": Array(#"{"n": 99999999999999999999}"#.utf8),
        "twice.json": Array(#"{"n": 1, "n": 2}"#.utf8), "bytes.json": [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D],
        "deep.json": Array(repeating: UInt8(ascii: "["), count: 100_000), "types-broken.json": Array(#"[{"name":"amount"}]"#.utf8),
        "types-unknown.json": Array(#"[{"name":"x","ident":{"type":{"message_type":"a.B"}}}]"#.utf8),
    ]

    private func run(_ words: [String], input: String = "") throws -> Program.Outcome {
        let desk = try Desk()
        for (name, bytes) in Self.files { try Data(bytes).write(to: URL(fileURLWithPath: desk.folder.file(name))) }
        let files = words.map { Self.files[$0] == nil ? $0 : desk.folder.file($0) }
        return try desk.run(["rules", "eval"] + files, environment: ["NHIEMVU_LANG": "en"], input: input)
    }

    @Test(
        "prints the typed value, the type, or the error",
        arguments: [
            (["--expr", "2 * amount <= 100", "--facts", "facts.json"], 0, #"{"bool_value":true}"#),
            (["--expr", "rate", "--facts", "facts.json"], 0, #"{"double_value":0.5}"#),
            (["--expr", "names", "--facts", "facts.json"], 0, #"{"list_value":{"values":[{"string_value":"a"},{"string_value":"đ"}]}}"#),
            (["--expr", "task.end", "--facts", "facts.json"], 0, #"{"null_value":null}"#),
            (
                ["--expr", "amount + 1", "--facts", "facts.json", "--types", "types.json", "--check-only"], 0,
                #"{"type":{"primitive":"INT64"}}"#
            ),
            (["--expr", "limit * 2", "--facts", "contained.json", "--container", "org"], 0, #"{"int64_value":"10"}"#),
            (["--expr", "[]"], 0, #"{"list_value":{}}"#), (["--expr", "type(1u)"], 0, #"{"type_value":"uint"}"#),
            (["--expr", "1 / 0"], 2, #"{"error":{"code":"division-by-zero","message":"division by zero"}}"#),
            (
                ["--expr", "missing", "--no-check"], 2,
                #"{"error":{"code":"missing-fact","message":"the fact ‘missing’ is missing","missing":"missing"}}"#
            ),
            (
                ["--expr", "amount + 'a'", "--facts", "facts.json", "--types", "types.json"], 2,
                #"{"error":{"code":"no-matching-overload","message":"‘+’ cannot work on a whole number and a text"#
            ),
            (["--expr", "1 +"], 2, #"{"error":{"code":"unexpected-token""#),
            (["--expr", "[[1]]" + String(repeating: ".map(x, [x, x])", count: 40)], 2, #"{"error":{"code":"limit-exceeded""#),
            (["--expr", String(repeating: "(", count: 90_000)], 2, #"{"error":{"code":"limit-exceeded""#),
            (
                ["--expr", "'a'.matches('" + String(repeating: "(a{900}){900}", count: 50) + "')"], 2,
                #"{"error":{"code":"invalid-argument""#
            ),
        ] as [([String], Int32, String)]
    )
    func single(words: [String], exit: Int32, expected: String) throws {
        let outcome = try run(words)
        #expect(outcome.exit == exit)
        #expect(outcome.output.hasPrefix(expected), "\(outcome.output)")
        #expect(outcome.error.isEmpty)
    }

    @Test(
        "speaks the language of the run, in a pipe too",
        arguments: [
            ("1 + 'a'", "không tính ‘+’ được giữa một số nguyên và một chuỗi chữ"),
            ("timestamp('2025-01-01T00:00:00Z') >= 3", "không so sánh ‘>=’ được giữa một ngày và một số nguyên"),
            ("1 +", "biểu thức dừng ở đây, cần một giá trị"), ("amout", "không có tên ‘amout’; có phải là: amount?"),
            ("1 / 0", "chia cho 0"), ("int('x')", "không đọc được ‘x’ thành một số nguyên"),
        ]
    )
    func vietnamese(expression: String, message: String) throws {
        let words = ["rules", "eval", "--expr", expression, "--facts", "facts.json"]
        let desk = try Desk()
        try Data(Self.files["facts.json"] ?? []).write(to: URL(fileURLWithPath: desk.folder.file("facts.json")))
        let outcome = try desk.run(words)
        #expect(outcome.exit == 2)
        #expect(outcome.output.contains(message), "\(outcome.output)")
        let batch = try desk.run(["rules", "eval", "--batch"], input: #"[{"expr":"1 + 'a'"}]"#)
        #expect(batch.output.contains("không tính ‘+’ được"))
    }

    @Test(
        "says what it cannot read, where, and ends with the code for it",
        arguments: [
            (["--expr", "1", "--facts", "broken.json"], 65, "broken.json: line 1, byte 14"),
            (["--expr", "1", "--facts", "array.json"], 65, "facts are one object"),
            (["--expr", "1", "--facts", "large.json"], 65, "does not fit 64 bits"),
            (["--expr", "1", "--facts", "twice.json"], 65, "stands twice"),
            (["--expr", "1", "--facts", "bytes.json"], 65, "UTF-8"), (["--expr", "1", "--facts", "deep.json"], 65, "nested deeper"),
            (["--expr", "1", "--facts", "none.json"], 69, "cannot be read"),
            (["--expr", "1", "--types", "facts.json"], 65, "types are an array"),
            (["--expr", "1", "--types", "types-broken.json"], 65, "amount needs ident"),
            (["--expr", "1", "--types", "types-unknown.json"], 65, "a.B is not known"),
            ([], 64, "--expr or --batch"), (["--batch", "--expr", "1"], 64, "--batch"),
            (["--expr", "1", "--check-only", "--no-check"], 64, "--check-only"),
        ] as [([String], Int32, String)]
    )
    func unreadable(words: [String], exit: Int32, message: String) throws {
        let outcome = try run(words)
        #expect(outcome.exit == exit)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(message), "\(outcome.error)")
    }

    @Test(
        "a batch that is no array of requests",
        arguments: [("", "ends too early"), ("{}", "array"), ("[1", "expected ','"), ("[]]", "follows")]
    )
    func batchUnreadable(input: String, message: String) throws {
        let outcome = try run(["--batch"], input: input)
        #expect(outcome.exit == 65)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains(message), "\(outcome.error)")
    }

    @Test("a batch answers every request in its place, however wrong or long one is")
    func batch() throws {
        let long = String(repeating: "1+", count: 500_000) + "1"
        let input = #"[{"expr":"1 + 6"},{"expr":"\#(long)"},7,{"expr":"1 +"},{"expr":"'a'","check":false}]"#
        let outcome = try run(["--batch"], input: input)
        #expect(outcome.exit == 0)
        let answers = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        #expect(answers.map { $0["error"] == nil } == [true, false, false, false, true])
    }
}
