import Expressions
import Testing

/// Values and errors of evaluation, topic by topic.
@Suite struct EvaluationTests {
    @Test(
        "whole numbers are checked",
        arguments: [
            ("7 / 2", 3), ("-7 / 2", -3), ("-7 % 2", -1), ("7 % -2", 1), ("9223372036854775806 + 1", .int(.max)),
            ("-9223372036854775807 - 1", .int(.min)), ("18446744073709551614u + 1u", .uint(.max)), ("5u / 2u", .uint(2)),
            ("5u % 3u", .uint(2)),
            ("0x10 + 0xFF", 271), ("-0x8000000000000000", .int(.min)), ("1 - -1", 2), ("-(-5)", 5),
        ] as [(String, Value)]
    )
    func wholeNumbers(source: String, expected: Value) throws {
        #expect(try Runs.value(source) == expected)
    }

    @Test(
        "errors",
        arguments: [
            ("9223372036854775807 + 1", "overflow"), ("-9223372036854775808 - 1", "overflow"), ("9223372036854775807 * 2", "overflow"),
            ("-9223372036854775808 / -1", "overflow"), ("-9223372036854775808 % -1", "overflow"), ("-(-9223372036854775808)", "overflow"),
            ("0u - 1u", "overflow"), ("18446744073709551615u + 1u", "overflow"), ("18446744073709551615u * 2u", "overflow"),
            ("1 / 0", "division-by-zero"), ("1u / 0u", "division-by-zero"), ("1 % 0", "modulus-by-zero"), ("1u % 0u", "modulus-by-zero"),
            ("[1][1]", "index-out-of-range"), ("[1][-1]", "index-out-of-range"), ("[1][dyn(0.5)]", "index-out-of-range"),
            ("[1][dyn('a')]", "no-matching-overload"), ("{'a': 1}['b']", "no-such-key"), ("{'a': 1}.b", "no-such-key"),
            ("{1: 1, 1: 2}", "duplicate-key"), ("{'a': 1, 'a': 2}", "duplicate-key"), ("{0: 1, 0u: 2}", "duplicate-key"),
            ("{18446744073709551615u: 1, dyn(18446744073709551615u): 2}", "duplicate-key"), ("{dyn(1.0): 1}", "unsupported-key-type"),
            ("{[1]: 1}", "unsupported-key-type"), ("{null: 1}", "unsupported-key-type"), ("{1: 1}[dyn(b'a')]", "no-matching-overload"),
            ("dyn(1) + dyn('a')", "no-matching-overload"), ("dyn(1) < dyn('a')", "no-matching-overload"),
            ("dyn('a').foo", "no-matching-overload"),
            ("'a'.matches('(')", "invalid-argument"), ("int('1.5')", "invalid-argument"), ("int('')", "invalid-argument"),
            ("int(9223372036854775808u)", "overflow"), ("int(1e19)", "overflow"), ("int(-9223372036854775808.0)", "overflow"),
            ("int(0.0 / 0.0)", "overflow"), ("uint(-1)", "overflow"), ("uint(-0.5)", "overflow"),
            ("uint(18446744073709551616.0)", "overflow"),
            ("uint('-1')", "invalid-argument"), ("double('1,5')", "invalid-argument"), ("double('0x1p3')", "invalid-argument"),
            ("string(b'\\xff')", "invalid-argument"), ("bool('yes')", "invalid-argument"),
            ("timestamp('2025-02-30T00:00:00Z')", "invalid-argument"),
            ("timestamp('2025-01-01')", "invalid-argument"), ("timestamp('0000-12-31T23:59:59Z')", "invalid-argument"),
            ("timestamp(253402300800)", "overflow"),
            ("duration('1d')", "invalid-argument"), ("duration('s')", "invalid-argument"), ("duration('1')", "invalid-argument"),
            ("duration('315576000001s')", "invalid-argument"), ("duration('300000000000s') + duration('1s')", "overflow"),
            ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "overflow"),
            ("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", "overflow"),
            ("timestamp('9999-01-01T00:00:00Z') - timestamp('0001-01-01T00:00:00Z')", "overflow"),
            ("timestamp(0).getHours('Asia/Nowhere')", "invalid-argument"), ("timestamp(0).getHours('+7')", "invalid-argument"),
            ("[1, 2].map(x, 1 / (x - 1))", "division-by-zero"), ("[1, 2].exists_one(x, 1 / (x - 1) > 0)", "division-by-zero"),
        ]
    )
    func error(source: String, code: String) throws {
        #expect(try Runs.errorCode(source) == code)
    }

    @Test(
        "an operand that decides wins over errors and wrong types on either side",
        arguments: [
            ("1/0 > 0 || true", true), ("true || 1/0 > 0", true), ("1/0 > 0 && false", false), ("false && 1/0 > 0", false),
            ("1 || true", true), ("'a' && false", false), ("x || true", true), ("x.y.z && false", false), ("f() || true", true),
            ("a.f(1).b || true", true), ("1/0 > 0 || x || true || 3", true), ("[1, 0].exists(x, 1 / x == 1)", true),
            ("[0, 1].exists(x, 1 / x == 1)", true), ("[0, 2].all(x, 1 / x == 1)", false), ("true ? 1 == 1 : 1/0 > 0", true),
            ("false ? 1/0 > 0 : false", false), ("[0, 1].exists(x, x) || true", true),
        ]
    )
    func absorbed(source: String, expected: Bool) throws {
        #expect(try Runs.unchecked(source) == .bool(expected))
    }

    @Test(
        "where nothing decides, the error stays",
        arguments: [
            ("1/0 > 0 || false", "division-by-zero"), ("true && 1/0 > 0", "division-by-zero"), ("false || 3", "no-matching-overload"),
            ("1/0 > 0 ? true : true", "division-by-zero"), ("3 ? true : true", "no-matching-overload"), ("!3", "no-matching-overload"),
            ("[0, 2].exists(x, 1 / x == 1)", "division-by-zero"), ("[0, 1].all(x, 1 / x == 1)", "division-by-zero"),
            ("x", "missing-fact"), ("f()", "unknown-function"), ("'a'.f()", "unknown-function"), ("size(1)", "no-matching-overload"),
            ("size()", "no-matching-overload"), ("1.all(x, true)", "no-matching-overload"), ("[1].all(x, x)", "no-matching-overload"),
        ]
    )
    func notAbsorbed(source: String, code: String) throws {
        #expect(try Runs.errorCode(source, checked: false) == code)
    }

    @Test(
        "equality and order across types, without checking",
        arguments: [
            ("1 == 1u", true), ("1u == 1.0", true), ("1 == 1.5", false), ("-1 == 18446744073709551615u", false),
            ("0.0/0.0 == 0.0/0.0", false),
            ("0.0/0.0 != 0.0/0.0", true), ("1 == 'a'", false), ("null == 0", false), ("[1, 2u] == [1.0, 2]", true),
            ("[1] == [1, 2]", false),
            ("{1: 'a'} == {1u: 'a'}", true), ("{'a': 1.0} == {'a': 1}", true), ("{1: 2} == {2: 1}", false), ("-1 < 0u", true),
            ("1u > -1", true),
            ("1 < 1.5", true), ("9223372036854775807 < 9223372036854775808u", true), ("1.0 <= 1", true), ("0.0/0.0 < 1", false),
            ("1 < 0.0/0.0", false), ("0.0/0.0 >= 1.0", false), ("'a' < 'b'", true), ("'Z' < 'a'", true),
            ("'\\U0001F600' > '\\uFFFD'", true),
            ("b'\\xff' > b'\\x00\\xff'", true), ("false < true", true), ("duration('-1s') < duration('0s')", true), ("1 in [1.0]", true),
            ("1.0 in {1: 2}", true), ("1u in {1: 2}", true), ("0.0/0.0 in [0.0/0.0]", false), ("'é' == 'e\\u0301'", false),
            ("-0.0 == 0.0", true),
            ("type(1) == type(1u)", false), ("timestamp(1) == timestamp('1970-01-01T00:00:01Z')", true),
        ]
    )
    func comparison(source: String, expected: Bool) throws {
        #expect(try Runs.unchecked(source) == .bool(expected))
    }

    @Test(
        "maps find numbers by value, whatever their type",
        arguments: [
            ("{1: 'a'}[1u]", "a"), ("{1u: 'a'}[1.0]", "a"), ("{2: 'a', 1u: 'b'}[1]", "b"),
            ("{true: 'a'}[true]", "a"),
            ("{'x': {'y': 'a'}}.x.y", "a"), ("{'x-y': 'a'}.`x-y`", "a"), ("{'if': 'a'}.if", "a"),
        ] as [(String, Value)]
    )
    func maps(source: String, expected: Value) throws {
        #expect(try Runs.unchecked(source) == expected)
    }

    @Test(
        "comprehensions",
        arguments: [
            ("[1, 2, 3].map(x, x * x)", [1, 4, 9]), ("[1, 2, 3].map(x, x > 1, x * x)", [4, 9]), ("[1, 2, 3].filter(x, x != 2)", [1, 3]),
            ("{'b': 1, 'a': 2}.map(k, k)", ["b", "a"]), ("{1: 2, 3: 4}.filter(k, k > 1)", [3]),
            ("[[1, 2], [3]].map(x, x.map(x, x + 1))", [[2, 3], [4]]),
            ("[1, 2].map(x, [3, 4].map(y, x * y))", [[3, 4], [6, 8]]), ("[1, 2].map(x, [x].map(x, x * 10)[0] + x)", [11, 22]),
            ("[1, 2, 3].exists_one(x, x > 2)", true), ("[1, 2, 3].exists_one(x, x > 1)", false), ("{'a': 1}.all(k, k == 'a')", true),
            ("[].all(x, 1 / 0 > x)", true), ("[].exists(x, x)", false),
        ] as [(String, Value)]
    )
    func comprehensions(source: String, expected: Value) throws {
        #expect(try Runs.unchecked(source) == expected)
    }

    @Test(
        "names in containers, longest prefix first, element variables before all",
        arguments: [
            ("x", "a.b.x"), (".x", "root x"), ("y", "a.y"), ("c.d", "variable c.d"), ("c['d']", "field d"), ("['l'].map(x, x)[0]", "l"),
            ("['l'].map(x, .x)[0]", "root x"), ("[{'d': 'l'}].map(c, c.d)[0]", "l"), ("c.e", "field e"),
        ] as [(String, Value)],
        [true, false]
    )
    func containers(_ pair: (source: String, expected: Value), isChecked: Bool) throws {
        let bindings: [String: Value] = [
            "a.b.x": "a.b.x", "x": "root x", "a.y": "a.y", "y": "root y", "c.d": "variable c.d",
            "c": .record(["d": "field d", "e": "field e"]),
        ]
        let declarations = Declarations(
            variables: bindings.mapValues { $0.typeName == .map ? .map(.string, .string) : .string },
            container: "a.b"
        )
        let options = CompileOptions(isChecked: isChecked)
        #expect(try Runs.value(pair.source, bindings, declarations, options: options) == pair.expected)
    }
}
