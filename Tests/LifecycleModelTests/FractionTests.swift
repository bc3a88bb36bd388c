import LifecycleModel
import Testing

@Suite struct FractionTests {
    @Test(arguments: [(6, 4, "3/2"), (-6, 4, "-3/2"), (6, -4, "-3/2"), (0, 5, "0"), (10, 5, "2"), (Int64.min, Int64.min, "1")])
    func lowestTerms(_ above: Int64, _ below: Int64, _ text: String) throws {
        #expect(try Fraction(above, over: below).exactText == text)
    }

    @Test func refusals() {
        #expect(throws: FractionFault.divisionByZero) { try Fraction(1, over: 0) }
        #expect(throws: FractionFault.divisionByZero) { try Fraction(1).divided(by: .zero) }
        #expect(throws: FractionFault.overflow) { try Fraction(.max).adding(Fraction(1)) }
        #expect(throws: FractionFault.overflow) { try Fraction(.max).multiplied(by: Fraction(2)) }
        #expect(throws: FractionFault.overflow) { try Fraction(.min, over: -1) }
        #expect(throws: FractionFault.divisionByZero) { try [Fraction]().mean() }
    }

    @Test func arithmetic() throws {
        let (third, half) = (try Fraction(1, over: 3), try Fraction(1, over: 2))
        #expect(try third.adding(half).exactText == "5/6")
        #expect(try third.subtracting(half).exactText == "-1/6")
        #expect(try third.subtracting(half).magnitude().exactText == "1/6")
        #expect(try third.multiplied(by: half).exactText == "1/6")
        #expect(try third.divided(by: half).exactText == "2/3")
        #expect(try [third, half, third].mean().exactText == "7/18")
        #expect(third < half && !(half < third) && !(half < half))
        #expect(try Fraction(.max, over: .max - 1) > Fraction(1))
    }

    @Test(arguments: [(7, 2, 3, 4), (-7, 2, -4, -3), (6, 2, 3, 3), (-6, 2, -3, -3)] as [(Int64, Int64, Int64, Int64)])
    func wholeNumbersAround(_ above: Int64, _ below: Int64, _ floor: Int64, _ ceiling: Int64) throws {
        let fraction = try Fraction(above, over: below)
        #expect(fraction.floor == floor)
        #expect(fraction.ceiling == ceiling)
    }

    @Test(
        arguments: [
            (74, 1, "74", "74"), (149, 2, "74,5", "74.5"), (223, 3, "≈ 74,33 (223/3)", "≈ 74.33 (223/3)"),
            (6999, 100, "69,99", "69.99"), (69_999, 1000, "≈ 70 (69999/1000)", "≈ 70 (69999/1000)"),
            (-1, 8, "≈ -0,13 (-1/8)", "≈ -0.13 (-1/8)"),
            (1, 20, "0,05", "0.05"),
        ] as [(Int64, Int64, String, String)]
    )
    func shown(_ above: Int64, _ below: Int64, _ vi: String, _ en: String) throws {
        let shown = try Fraction(above, over: below).shown()
        #expect(shown.vi == vi)
        #expect(shown.en == en)
    }

    @Test(arguments: [("12", "12"), ("12,5", "25/2"), ("12.50", "25/2"), (" 7 ", "7"), ("-3", "-3"), ("0,125", "1/8")])
    func typed(_ text: String, _ exact: String) throws {
        #expect(try Fraction(parsing: text).exactText == exact)
    }

    @Test(arguments: ["", " ", "12,", ",5", "1,2,3", "mười", "1e3", "1/2", "+4", "--1", "１２", "99999999999999999999"])
    func notTyped(_ text: String) {
        #expect(throws: FractionFault.malformed(text: text)) { try Fraction(parsing: text) }
    }
}
