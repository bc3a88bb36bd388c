import Expressions
import Testing

/// Conversions and text functions.
@Suite struct ConversionTests {
    @Test(
        "conversions",
        arguments: [
            ("int('-7')", -7), ("int('+7')", 7), ("int(-1.9)", -1), ("int(timestamp(-1))", -1), ("uint(1.9)", .uint(1)),
            ("uint('7')", .uint(7)),
            ("uint(-0.0)", .uint(0)), ("double('1e3')", 1000.0), ("double('-inf') < 0.0", true), ("double('NaN') == 0.0", false),
            ("double(1u)", 1.0),
            ("string(1.0)", "1"), ("string(-0.5)", "-0.5"), ("string(1e6)", "1e+06"), ("string(123456.0)", "123456"),
            ("string(1234567.5)", "1.2345675e+06"),
            ("string(0.0001)", "0.0001"), ("string(0.00001)", "1e-05"), ("string(5e-324)", "5e-324"), ("string(1e100)", "1e+100"),
            ("string(0.1 + 0.2)", "0.30000000000000004"), ("string(1.0 / 0.0)", "inf"), ("string(0.0)", "0"), ("string(7u)", "7"),
            ("string(true)", "true"),
            ("string(b'\\xc3\\xbf')", "ÿ"), ("bytes('ÿ')", .bytes([0xC3, 0xBF])), ("bool('True')", true), ("bool('f')", false),
            ("string(timestamp('2025-07-04T08:30:00.5+07:00'))", "2025-07-04T01:30:00.500Z"),
            ("string(timestamp(0))", "1970-01-01T00:00:00Z"),
            ("string(timestamp('0001-01-01T00:00:00.000000001Z'))", "0001-01-01T00:00:00.000000001Z"),
            ("string(duration('1h1.5s'))", "3601.500s"),
            ("string(duration('-0.5s'))", "-0.500s"), ("string(duration('-1.000001s'))", "-1.000001s"),
            ("string(duration('1ms2us3ns'))", "0.001002003s"),
            ("string(duration('0'))", "0s"), ("type(dyn([1]))", .type(.list)), ("type(type(1))", .type(.type)),
            ("type(null)", .type(.nullType)),
            ("string(type(1) == int)", "true"), ("duration('1h') == duration('60m')", true),
        ] as [(String, Value)]
    )
    func conversion(source: String, expected: Value) throws {
        #expect(try Runs.value(source) == expected)
    }

    @Test(
        "texts",
        arguments: [
            ("size('Đắk Lắk')", 7), ("size('e\\u0301')", 2), ("size('😀')", 1), ("size(b'\\xff\\xff')", 2), ("'abc'.contains('bc')", true),
            ("'aabaabaaab'.contains('aabaaa')", true), ("'abc'.contains('abcd')", false), ("'abc'.startsWith('')", true),
            ("'é'.startsWith('e')", false), ("'e\\u0301'.startsWith('e')", true), ("'abc'.endsWith('bc')", true),
            ("'c'.endsWith('bc')", false),
            ("'a' + 'b' + ''", "ab"), ("b'a' + b'\\xff'", .bytes([0x61, 0xFF])), ("[1] + [2]", [1, 2]), ("'x' in ['x', 'y']", true),
        ] as [(String, Value)]
    )
    func text(source: String, expected: Value) throws {
        #expect(try Runs.value(source) == expected)
    }
}
