import ExpressionExchange
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

    @Test("only an array is a batch") func noArray() {
        #expect(throws: ExchangeFault.self) { try EvaluationBatch.answer(["expr": "1"]) }
    }
}
