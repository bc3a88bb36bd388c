import Spreadsheets
import Testing

@Suite struct ExactDecimalTests {
    @Test(
        arguments: [
            ("0", "0"), ("-0", "0"), ("0.000", "0"), ("1500000", "1500000"), ("1.5E6", "1500000"), ("01500000.0", "1500000"),
            ("1.5e+06", "1500000"),
            ("-12.50", "-12.5"), ("+3", "3"), (".5", "0.5"), ("5.", "5"), ("1E-7", "0.0000001"), ("12345.678", "12345.678"),
            ("100e-2", "1"),
            ("123456789012345678901234567890", "123456789012345678901234567890"), ("0.1000000000000000055", "0.1000000000000000055"),
        ]
    )
    func reading(_ text: String, _ plain: String) throws {
        let number = try #require(ExactDecimal(text))
        #expect(number.description == plain)
        #expect(number == ExactDecimal(plain))
    }

    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e5e6", "1.2.3", "1,5", "1 000", "0x10", "INF", "NaN", "١", "1e401", "--1", "+-1", "1-",
        String(repeating: "1", count: 61),
    ])
    func refused(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(
        arguments: [
            ("0", 0), ("-1.5E6", -1_500_000), ("999999999999999", 999_999_999_999_999), ("1e14", 100_000_000_000_000),
            ("1000000000000000", nil),
            ("-1000000000000000", nil), ("0.5", nil), ("1500000.0000000002", nil), ("9223372036854775808", nil), ("1e300", nil),
        ] as [(String, Int64?)]
    )
    func wholeNumbers(_ text: String, _ whole: Int64?) {
        #expect(ExactDecimal(text)?.wholeNumber == whole)
    }

    @Test(arguments: [Int64.min, -1, 0, 7, 120_000, .max])
    func fromWholeNumbers(_ whole: Int64) {
        #expect(ExactDecimal(whole).description == String(whole))
    }

    @Test(
        arguments: [
            ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.3"), ("1500000.0000000002", "1500000"), ("9.9999999999999995", "10"),
            ("123456789012345", "123456789012345"), ("1234567890123455", "1234567890123460"), ("-0.1234567890123454", "-0.123456789012345"),
            ("-0.1234567890123455", "-0.123456789012346"), ("12.5", "12.5"),
        ]
    )
    func asShown(_ text: String, _ shown: String) {
        #expect(ExactDecimal(text)?.asShown.description == shown)
    }
}
