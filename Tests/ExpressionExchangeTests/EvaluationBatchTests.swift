import ExpressionExchange
import TestSupport
import Testing

@Suite struct EvaluationBatchTests {
    private func answer(_ request: String) throws -> String {
        let batch = try EvaluationBatch.answer(try ExchangeJSON(parsing: Array("[\(request)]".utf8)))
        return try #require(batch.elements?.first).line
    }

    @Test(
        "one request, one answer",
        arguments: [
            (#"{"expr":"1 + 6"}"#, #"{"value":{"int64_value":"7"},"type":{"primitive":"INT64"}}"#),
            (#"{"expr":"1 + 6","check":false}"#, #"{"value":{"int64_value":"7"}}"#),
            (#"{"expr":"1 + 6","check_only":true}"#, #"{"type":{"primitive":"INT64"}}"#),
            (#"{"expr":"1 / 0"}"#, #"{"error":{"code":"division-by-zero","message":"division by zero"},"type":{"primitive":"INT64"}}"#),
            (#"{"expr":"x","check":false}"#, #"{"error":{"code":"missing-fact","message":"missing fact: x","missing":"x"}}"#),
            (
                #"{"name":"n","expr":"y","container":"a","facts":{"a.y":{"value":{"bool_value":true}}},"types":[{"name":"a.y","ident":{"type":{"primitive":"BOOL"}}}]}"#,
                #"{"value":{"bool_value":true},"type":{"primitive":"BOOL"}}"#
            ),
            (
                #"{"expr":"timestamp('2025-07-01T00:00:00Z').getHours('Asia/Ho_Chi_Minh')"}"#,
                #"{"value":{"int64_value":"7"},"type":{"primitive":"INT64"}}"#
            ),
        ]
    )
    func one(_ request: String, _ expected: String) throws {
        #expect(try answer(request) == expected)
    }

    @Test(
        "requests that go wrong get an error in their place",
        arguments: [
            "7", "{}", #"{"expr":7}"#, #"{"expr":"1","facts":[]}"#, #"{"expr":"1","facts":{"x":{"int64_value":"7"}}}"#,
            #"{"expr":"1","types":{}}"#,
            #"{"expr":"1","types":[{"name":"x"}]}"#, #"{"expr":"1","check":"no"}"#, #"{"expr":"x"}"#, #"{"expr":"1 +"}"#, #"{"expr":""}"#,
            #"{"expr":"timestamp('2025-07-01T00:00:00Z').getHours('../../etc/passwd')"}"#,
        ]
    )
    func wrong(_ request: String) throws {
        let json = try EvaluationBatch.answer(try ExchangeJSON(parsing: Array("[\(request), {\"expr\":\"true\"}]".utf8)))
        let answers = try #require(json.elements)
        #expect(answers.count == 2)
        #expect(answers[0]["error"]?["code"]?.text?.isEmpty == false)
        #expect(answers[0]["value"] == nil)
        #expect(answers[1]["value"] == ["bool_value": .bool(true)])
    }

    @Test("all faults of a text are told, each with its place") func faults() throws {
        let batch = try EvaluationBatch.answer(try ExchangeJSON(parsing: Array(#"[{"expr":"a +\n b"}]"#.utf8)))
        let error = try #require(batch.elements?.first?["error"])
        #expect(error["faults"]?.elements?.map { $0["line"] } == [.number("1"), .number("2")])
    }

    @Test(
        "a value that would be too large to write is an error",
        arguments: [
            "[[1]]" + String(repeating: ".map(x, [x, x])", count: 40),
            "[['a']]" + String(repeating: ".map(x, {'l': x, 'r': x})", count: 40),
            "['0123456789abcdef']" + String(repeating: ".map(x, x + x)", count: 14)
                + ".map(t, [t, t, t, t, t])[0].map(t, [t, t, t, t, t, t, t, t, t, t])"
                + String(repeating: ".map(x, [x, x])", count: 4),
        ]
    )
    func tooLarge(_ source: String) throws {
        let request = EvaluationRequest(expression: source)
        #expect(request.answer().error()?["code"] == "limit-exceeded")
    }

    @Test("garbled batches are read or refused, never a trap", arguments: 0..<8 as Range<UInt64>) func garbled(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let whole = Array(
            (#"[{"expr":"x.map(y, y + 1)[0] > 2.5 || 'đ' in m","container":"a","check":true,"facts":{"x":{"value":{"list_value":{"values":"#
                + #"[{"int64_value":"1"},{"null_value":null}]}}},"m":{"value":{"map_value":{"entries":[{"key":{"string_value":"đ"},"value":"#
                + #"{"bytes_value":"w78="}}]}}},"t":{"value":{"object_value":{"@type":"type.googleapis.com/google.protobuf.Duration","#
                + #""value":"1.5s"}}}},"types":[{"name":"x","ident":{"type":{"list_type":{"elem_type":{"dyn":{}}}}}},{"name":"f","#
                + #""function":{"overloads":[{"overload_id":"f","params":[{"primitive":"INT64"}],"result_type":{"type_param":"A"}}]}}]}]"#)
                .utf8
        )
        let noise = ["\"", "{", "}", "[", "]", ":", ",", "null", "1e999", "-", "\\u0000", "\\ud800", "true", "é"].map { Array($0.utf8) }
        for _ in 0..<250 {
            var bytes = whole
            for _ in 0..<(1 + random.next() % 4) {
                let place = Int(random.next() % UInt64(bytes.count))
                let end = min(bytes.count, place + Int(random.next() % 6))
                let byte = [UInt8(truncatingIfNeeded: random.next())]
                bytes.replaceSubrange(place..<end, with: random.next() % 3 == 0 ? byte : noise[Int(random.next() % UInt64(noise.count))])
            }
            guard let json = try? ExchangeJSON(parsing: bytes), let answer = try? EvaluationBatch.answer(json) else { continue }
            #expect(answer.elements?.count == json.elements?.count)
        }
    }

    @Test("only an array is a batch") func noArray() {
        #expect(throws: ExchangeFault.self) { try EvaluationBatch.answer(["expr": "1"]) }
    }
}
