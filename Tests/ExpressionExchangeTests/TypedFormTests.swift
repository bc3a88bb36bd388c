import ExpressionExchange
import Expressions
import Testing

@Suite struct TypedFormTests {
    static let values: [(text: String, value: Value)] = [
        (#"{"null_value":null}"#, .null), (#"{"bool_value":true}"#, true), (#"{"int64_value":"-9223372036854775808"}"#, .int(.min)),
        (#"{"uint64_value":"18446744073709551615"}"#, .uint(.max)), (#"{"double_value":-0.0}"#, .double(-0.0)),
        (#"{"double_value":1e+23}"#, 1e23),
        (#"{"double_value":"NaN"}"#, .double(.nan)), (#"{"double_value":"Infinity"}"#, .double(.infinity)),
        (#"{"double_value":"-Infinity"}"#, .double(-.infinity)), (#"{"string_value":"đặt hàng"}"#, "đặt hàng"),
        (#"{"bytes_value":"w78="}"#, .bytes([0xC3, 0xBF])),
        (#"{"list_value":{}}"#, []), (#"{"map_value":{}}"#, .map(.empty)),
        (#"{"type_value":"list"}"#, .type(.list)), (#"{"list_value":{"values":[{"int64_value":"1"},{"string_value":""}]}}"#, [1, ""]),
        (
            #"{"map_value":{"entries":[{"key":{"bool_value":true},"value":{"double_value":0.5}}]}}"#,
            MapValue(entries: [.init(key: .bool(true), value: 0.5)]).map(Value.map) ?? .null
        ),
        (
            #"{"object_value":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"-1.500s"}}"#,
            .duration(TimeSpan(nanoseconds: -1_500_000_000))
        ),
        (
            #"{"object_value":{"@type":"type.googleapis.com/google.protobuf.Timestamp","value":"2009-02-13T23:31:30Z"}}"#,
            Timestamp(seconds: 1_234_567_890).map(Value.timestamp) ?? .null
        ),
    ]

    @Test("values both ways", arguments: values) func value(_ text: String, _ value: Value) throws {
        #expect(try Value(exchange: try ExchangeJSON(parsing: Array(text.utf8))) == value)
        #expect(value.exchange.line == text)
    }

    @Test(
        "empty parts may be written, whole numbers may be numbers",
        arguments: [
            (#"{"list_value":{"values":[]}}"#, Value.list([])), (#"{"map_value":{"entries":[]}}"#, .map(.empty)),
            (#"{"int64_value":7}"#, 7),
        ]
    )
    func omitted(_ text: String, _ value: Value) throws {
        #expect(try Value(exchange: try ExchangeJSON(parsing: Array(text.utf8))) == value)
    }

    @Test(
        "what is no value",
        arguments: [
            "7", "{}", #"{"int64_value":"7","bool_value":true}"#, #"{"int64_value":"9223372036854775808"}"#, #"{"int64_value":"1.5"}"#,
            #"{"uint64_value":"-1"}"#,
            #"{"int64_value":"+1"}"#, #"{"double_value":"nan"}"#, #"{"bytes_value":"*"}"#, #"{"list_value":[]}"#,
            #"{"list_value":{"values":{}}}"#,
            #"{"map_value":{"entries":[{"key":{"double_value":1},"value":{"null_value":null}}]}}"#,
            #"{"map_value":{"entries":[{"key":{"int64_value":"1"}}]}}"#,
            #"{"object_value":{"@type":"type.googleapis.com/google.protobuf.Any"}}"#, #"{"enum_value":{}}"#,
        ]
    )
    func noValue(_ text: String) throws {
        let json = try ExchangeJSON(parsing: Array(text.utf8))
        #expect(throws: ExchangeFault.self) { try Value(exchange: json) }
    }

    static let types: [(text: String, type: ValueType)] = [
        (#"{"dyn":{}}"#, .dyn), (#"{"null":null}"#, .null), (#"{"primitive":"INT64"}"#, .int), (#"{"primitive":"BYTES"}"#, .bytes),
        (#"{"well_known":"TIMESTAMP"}"#, .timestamp), (#"{"well_known":"DURATION"}"#, .duration), (#"{"type_param":"A"}"#, .parameter("A")),
        (#"{"list_type":{"elem_type":{"dyn":{}}}}"#, .list(.dyn)),
        (#"{"map_type":{"key_type":{"primitive":"STRING"},"value_type":{"primitive":"BOOL"}}}"#, .map(.string, .bool)),
        (#"{"type":{}}"#, .anyType), (#"{"type":{"primitive":"UINT64"}}"#, .type(.uint)),
        (#"{"abstract_type":{"name":"tuple","parameter_types":[{"dyn":{}}]}}"#, .abstract("tuple", [.dyn])),
    ]

    @Test("types both ways", arguments: types) func type(_ text: String, _ type: ValueType) throws {
        #expect(try ValueType(exchange: try ExchangeJSON(parsing: Array(text.utf8))) == type)
        #expect(type.exchange.line == text)
    }

    @Test(
        "types of messages that the language has values of its own for",
        arguments: [
            (#"{"message_type":"google.protobuf.Timestamp"}"#, ValueType.timestamp),
            (#"{"message_type":"google.protobuf.Duration"}"#, .duration),
            (#"{"message_type":"google.protobuf.Struct"}"#, .map(.string, .dyn)),
            (#"{"message_type":"google.protobuf.ListValue"}"#, .list(.dyn)), (#"{"message_type":"google.protobuf.Value"}"#, .dyn),
            (#"{"well_known":"ANY"}"#, .dyn), (#"{"wrapper":"INT64"}"#, .dyn),
        ]
    )
    func message(_ text: String, _ type: ValueType) throws {
        #expect(try ValueType(exchange: try ExchangeJSON(parsing: Array(text.utf8))) == type)
    }

    @Test(
        "what is no type",
        arguments: [
            #""int""#, "{}", #"{"primitive":"INT"}"#, #"{"list_type":{}}"#, #"{"well_known":"NONE"}"#, #"{"abstract_type":{}}"#,
            #"{"message_type":"a.b.Message"}"#, #"{"wrapper":"INT"}"#,
        ]
    )
    func noType(_ text: String) throws {
        let json = try ExchangeJSON(parsing: Array(text.utf8))
        #expect(throws: ExchangeFault.self) { try ValueType(exchange: json) }
    }

    @Test("plain facts: whole numbers are int, others double") func plain() throws {
        let json = try ExchangeJSON(parsing: Array(#"{"n":7,"d":7.0,"e":1e2,"l":[null,true],"o":{"k":"v"}}"#.utf8))
        #expect(
            try Value.facts(plain: json)
                == ["n": 7, "d": 7.0, "e": 100.0, "l": .list([.null, true]), "o": .record(["k": "v"])]
        )
    }

    @Test("plain facts that do not fit", arguments: ["[]", #"{"n":9223372036854775808}"#, #"{"n":1e999}"#]) func plainRefused(
        _ text: String
    ) throws {
        let json = try ExchangeJSON(parsing: Array(text.utf8))
        #expect(throws: ExchangeFault.self) { try Value.facts(plain: json) }
    }
}
