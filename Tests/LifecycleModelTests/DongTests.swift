import LifecycleModel
import Testing

@Suite struct DongTests {
    @Test(
        arguments: [
            ("1000000", 1_000_000), ("1.000.000", 1_000_000), ("0", 0), ("999", 999), ("12.345", 12_345),
            (" 53.000.000.000 đồng ", 53_000_000_000),
            ("1.000 ₫", 1000), ("1.000đ", 1000), ("1000 VND", 1000), ("9223372036854775807", .max),
        ] as [(String, Int64)]
    )
    func reads(text: String, amount: Int64) throws {
        #expect(try Dong(parsing: text).amount == amount)
    }

    @Test(arguments: [
        ("", DongFault.malformed(text: "")), ("đồng", .malformed(text: "đồng")), ("1 000", .malformed(text: "1 000")),
        ("1tr", .malformed(text: "1tr")),
        (".5", .malformed(text: ".5")), ("1e6", .malformed(text: "1e6")), ("-1.000", .negative(text: "-1.000")),
        ("−5", .negative(text: "−5")),
        ("--5", .malformed(text: "--5")), ("１000", .malformed(text: "１000")), ("1.5", .fraction(text: "1.5")),
        ("1000.00", .fraction(text: "1000.00")),
        ("1,5", .fraction(text: "1,5")), ("1.000,50", .fraction(text: "1.000,50")),
        ("1,000,000", .commaGrouping(text: "1,000,000", suggestion: "1.000.000")),
        ("1,000", .commaGrouping(text: "1,000", suggestion: "1.000")),
        ("1.0000", .brokenGrouping(text: "1.0000")), ("1000.000", .brokenGrouping(text: "1000.000")),
        ("0.100", .brokenGrouping(text: "0.100")),
        ("1..000", .brokenGrouping(text: "1..000")), ("1.00.000", .brokenGrouping(text: "1.00.000")), ("9223372036854775808", .overflow),
    ])
    func refuses(text: String, fault: DongFault) {
        #expect(throws: fault) { try Dong(parsing: text) }
    }

    @Test func takesNegativeAmountsWhereAllowed() throws {
        #expect(try Dong(parsing: "-1.000", allowNegative: true) == -1000)
    }

    @Test(
        arguments: [
            (0, "0 ₫"), (999, "999 ₫"), (1000, "1.000 ₫"), (-1_234_567, "-1.234.567 ₫"), (.min, "-9.223.372.036.854.775.808 ₫"),
        ] as [(Int64, String)]
    )
    func writes(amount: Int64, expected: String) throws {
        #expect(Dong(amount).formatted() == expected)
        #expect(Dong(amount).formatted(.word) == expected.dropLast() + "đồng")
        if amount > .min { #expect(try Dong(parsing: expected, allowNegative: true).amount == amount) }
    }

    @Test(
        arguments: [
            (53_000_000_000, "53 tỷ", "53 billion"), (1_500_000_000, "1,5 tỷ", "1.5 billion"), (1_234_567_890, "1,23 tỷ", "1.23 billion"),
            (1_235_000_000, "1,24 tỷ", "1.24 billion"), (350_000_000, "350 triệu", "350 million"), (1_000_000, "1 triệu", "1 million"),
            (999_999, "999.999 đồng", "999.999 ₫"), (999_995_000, "1 tỷ", "1 billion"), (999_994_999, "999,99 triệu", "999.99 million"),
            (-2_050_000_000, "-2,05 tỷ", "-2.05 billion"), (1_234_000_000_000, "1.234 tỷ", "1,234 billion"), (0, "0 đồng", "0 ₫"),
        ] as [(Int64, String, String)]
    )
    func shortens(amount: Int64, vi: String, en: String) {
        #expect(Dong(amount).short() == vi)
        #expect(Dong(amount).short(in: .en) == en)
    }

    @Test func checksItsSums() throws {
        let most = Dong(.max)
        #expect(try Dong(2).adding(3) == 5)
        #expect(try Dong(2).subtracting(3) == -1)
        #expect(try Dong(-2).multiplied(by: 3) == -6)
        #expect(try [Dong(1), 2, 3].total() == 6)
        #expect(throws: DongFault.overflow) { try most.adding(1) }
        #expect(throws: DongFault.overflow) { try Dong(.min).subtracting(1) }
        #expect(throws: DongFault.overflow) { try most.multiplied(by: 2) }
        #expect(throws: DongFault.overflow) { try [most, most].total() }
    }

    @Test(
        arguments: [
            (1000, 70, 100, 700, 0), (999, 70, 100, 699, 30), (-999, 70, 100, -699, -30), (.max, 100, 100, .max, 0),
            (.max, 99, 100, 9_131_138_316_486_228_048, 93),
            (.min, 1, 1, .min + 0, 0), (7, 1, 3, 2, 1), (0, 5, 7, 0, 0),
        ] as [(Int64, Int64, Int64, Int64, Int64)]
    )
    func shares(amount: Int64, numerator: Int64, denominator: Int64, quotient: Int64, remainder: Int64) throws {
        let share = try Dong(amount).share(numerator, of: denominator)
        #expect(share.quotient.amount == quotient)
        #expect(share.remainder == remainder)
    }

    @Test func sharesThatCannotBe() throws {
        #expect(throws: DongFault.overflow) { try Dong(.max).percent(101) }
        #expect(throws: DongFault.overflow) { try Dong(.max).share(.max, of: 1) }
        #expect(throws: DongFault.notWhole) { try Dong(1).share(1, of: 0) }
        #expect(throws: DongFault.notWhole) { try Dong(1).exactPercent(50) }
        #expect(try Dong(200).exactPercent(15) == 30)
    }
}
