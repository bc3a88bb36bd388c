import Foundation
import LifecycleModel
import LumpSum
import RuleLoading
import Rules
import Testing

@Suite("The shipped rules on money")
struct ShippedBudgetTests {
    private static let workflows = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("workflows").path

    private static func regime(_ id: String) throws -> Regime {
        try WorkflowLibrary.load(regime: id, directory: workflows).regime
    }

    private static func law(_ id: String) throws -> BudgetLaw { try BudgetLaw(regime(id)) }

    @Test("what may never be lump-summed is what Điều 7.3 names; assets and missions abroad count for Điều 6.1c")
    func items() throws {
        let items = try Self.law("law-2013").rules.items
        #expect(
            items.filter { !$0.mayBeLumpSum }.map(\.id)
                == ["materials", "assets-bought", "assets-rented", "depreciation", "repairs", "missions-abroad"]
        )
        #expect(items.filter(\.isAsset).map(\.id) == ["assets-bought", "assets-rented", "depreciation", "repairs", "missions-abroad"])
        #expect(items.allSatisfy { $0.basis?.contains("Điều 7.") ?? false })
    }

    @Test("the first advance and the share to be cleared are one half; savings, recovery as written")
    func shares() throws {
        let law = try Self.law("law-2013")
        let half = try Fraction(1, over: 2)
        #expect(try law.firstAdvance()?.value == half)
        #expect(try law.clearedBeforeNext()?.value == half)
        let least = { (mode: LumpSumMode) throws in
            try Recovery.least(isHostsFault: true, unused: 0, proper: 1_000_000, unproven: 0, mode: mode, under: law).amount
        }
        #expect((try least(.finalProduct), try least(.partial)) == (400_000, 300_000))
    }

    /// TT 03/2023/TT-BTC, Điều 6: the table, line by line.
    @Test(
        "a session with one of each costs what the table says",
        arguments: [("determination", 4_500_000), ("selection", 5_800_000), ("acceptance", 5_800_000), ("appraisal-team", 2_200_000)]
    )
    func fees(_ kind: String, _ total: Int64) throws {
        let law = try Self.law("law-2013")
        let one = Dictionary(BudgetRules.Fee.allCases.map { ($0, 1) }) { first, _ in first }
        let fees = try SessionFees(kind, one, under: law)
        #expect(fees.total == Dong(total))
        #expect(fees.unpaid == (kind == "appraisal-team" ? [.secretary, .review, .reviewerReview] : []))
        #expect(throws: Refusal.self) { try SessionFees("rights", one, under: law) }
    }

    @Test("everything the law of 2025 takes from the older law says so")
    func assumed() throws {
        let regime = try Self.regime("law-2025")
        let budget = try #require(regime.budget)
        #expect(!budget.parameters.isEmpty)
        for name in budget.parameters { #expect(regime.parameters[name]?.standing == .assumed, "\(name)") }
    }

    @Test("a made-up estimate of the usual kind stands, and one đồng more of management does not")
    func estimate() throws {
        let check = EstimateCheck(try Self.law("law-2013"), listedOn: Fixture.day(2024, 1, 1))
        func estimate(_ management: Dong) -> Estimate {
            Estimate(lines: [
                BudgetLine(item: "labour", year: 2026, amount: Dong(950_000_000 - management.amount), isLumpSum: true),
                BudgetLine(item: "management", year: 2026, amount: management, isLumpSum: true),
                BudgetLine(item: "materials", year: 2026, amount: 50_000_000),
            ])
        }
        #expect(try check.faults(of: estimate(50_000_000)).isEmpty)
        let fault = try #require(try check.faults(of: estimate(50_000_001)).first)
        #expect((fault.code, fault.basis) == ("management-share", "TT 03/2023/TT-BTC, Điều 4.7"))
    }
}
