import LifecycleModel
import LumpSum
import Rules
import Testing

@Suite("Estimates")
struct EstimateTests {
    private let check = EstimateCheck(Fixture.law, listedOn: Fixture.terms.listedOn)

    private func codes(_ change: (inout Estimate) -> Void) throws -> [String] {
        var estimate = Fixture.estimate
        change(&estimate)
        return try check.faults(of: estimate).map(\.code)
    }

    @Test("the sums by source and kind")
    func sums() throws {
        #expect(try Fixture.estimate.total(of: .state) == 900_000_000)
        #expect(try Fixture.estimate.total(of: .counterpart) == 100_000_000)
        #expect(try Fixture.estimate.lumpSum() == 660_000_000)
        #expect(try Fixture.estimate.assets(under: Fixture.law.rules) == 100_000_000)
        #expect(Fixture.estimate.years == [2025, 2026])
        #expect(try check.faults(of: Fixture.estimate).isEmpty)
    }

    @Test("what may not be lump-summed, twice the same line, an unknown item, nothing and less than nothing")
    func lines() throws {
        #expect(try codes { $0.lines[4].isLumpSum = true } == ["item-never-lump-sum"])
        #expect(try codes { $0.lines.append($0.lines[0]) } == ["line-twice"])
        #expect(try codes { $0.lines[3].item = "travle" } == ["item-unknown"])
        #expect(try codes { $0.lines[3].amount = 0 } == ["amount-not-positive"])
        #expect(try codes { $0.lines[3].amount = -1 } == ["amount-not-positive"])
        #expect(try codes { $0.lines[6].isLumpSum = true } == ["lump-sum-not-state"])
        #expect(try codes { $0.lines = [] } == ["estimate-empty"])
        #expect(try codes { $0.lines[3].year = 1900 } == ["year-impossible"])
    }

    @Test("totals that do not add up are told with the right figure")
    func totals() throws {
        var estimate = Fixture.estimate
        estimate.stated = [.state: 900_000_001, .counterpart: 100_000_000]
        let faults = try check.faults(of: estimate)
        #expect(faults.map(\.code) == ["total-differs"])
        #expect(faults.first?.cure?.vi.contains("900.000.000") ?? false)
    }

    @Test("a share at its limit stands, a đồng more does not, a reason helps where it may")
    func limits() throws {
        // Of 1.000 million in all, 5 % is 50.
        let atLimit = try codes {
            $0.lines[2].amount = 50_000_000
            $0.lines[0].amount = 390_000_000
        }
        #expect(atLimit.isEmpty)
        let above = try codes {
            $0.lines[2].amount = 50_000_001
            $0.lines[0].amount = 389_999_999
        }
        #expect(above == ["management-share"])
        let travel = { (estimate: inout Estimate) in estimate.lines[3].amount = 300_000_000 }
        #expect(try codes(travel) == ["travel-share"])
        #expect(
            try codes {
                travel(&$0)
                $0.reasons = ["travel-share": "Vùng núi xa"]
            }.isEmpty
        )
    }

    @Test("older tasks are not held to norms nobody has read for them")
    func olderTasks() throws {
        var estimate = Fixture.estimate
        estimate.lines[2].amount = 80_000_000
        #expect(try EstimateCheck(Fixture.law, listedOn: Fixture.day(2023, 2, 25)).faults(of: estimate).isEmpty)
        #expect(try EstimateCheck(Fixture.law, listedOn: Fixture.day(2023, 2, 26)).faults(of: estimate).map(\.code) == ["management-share"])
        #expect(try EstimateCheck(Fixture.law, listedOn: nil).faults(of: estimate).map(\.code) == ["management-share"])
    }

    @Test("a final product: all of it, and few assets")
    func finalProduct() throws {
        func whole(_ assets: Dong) -> Estimate {
            Estimate(
                lines: [
                    BudgetLine(item: "labour", year: 2025, amount: Dong(1_000_000_000 - assets.amount), isLumpSum: true),
                    BudgetLine(item: "assets", year: 2025, amount: assets, isLumpSum: true),
                ],
                mode: .finalProduct
            )
        }
        #expect(try check.faults(of: whole(150_000_000)).isEmpty)
        #expect(try check.faults(of: whole(150_000_001)).map(\.code) == ["assets-share"])
        var apart = whole(100_000_000)
        apart.lines[1].isLumpSum = false
        #expect(try check.faults(of: apart).map(\.code) == ["final-product-whole"])
        let large = Estimate(
            lines: [
                BudgetLine(item: "labour", year: 2025, amount: 9_000_000_000, isLumpSum: true),
                BudgetLine(item: "assets", year: 2025, amount: 1_000_000_001, isLumpSum: true),
            ],
            mode: .finalProduct
        )
        #expect(try check.faults(of: large).map(\.code) == ["assets-money"])
    }

    @Test("labour: rates by title, one investigator, the sheet's sum")
    func labour() throws {
        let investigator = LabourLine(title: .investigator, months: Fraction(12), rate: 30_000_000)
        let members = LabourLine(title: .keyMember, people: 2, months: try Fraction(15, over: 2), rate: 16_000_000)
        #expect(try investigator.amount() == 360_000_000)
        #expect(try members.amount() == 240_000_000)
        #expect(try codes { $0.labour = [investigator, members] }.isEmpty)
        #expect(try codes { $0.labour = [investigator] } == ["labour-differs"])
        var dear = members
        dear.rate = 32_000_001
        dear.people = 1
        let rates = try codes { $0.labour = [investigator, dear] }
        #expect(rates == ["labour-rate", "labour-differs"])
        #expect(try codes { $0.labour = [investigator, investigator] } == ["labour-title-once", "labour-differs"])
    }

    @Test("a sum beyond 64 bits is refused")
    func overflow() {
        var estimate = Fixture.estimate
        estimate.lines[0].amount = Dong(.max)
        #expect(throws: Refusal.self) { try check.faults(of: estimate) }
    }
}
