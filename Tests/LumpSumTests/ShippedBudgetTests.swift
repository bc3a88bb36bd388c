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

    /// TT 03/2023/TT-BTC, Điều 6.1, thousand đồng: chair, member, secretary, clerk, guest, review, reviewer's review.
    @Test(
        "each fee stands as the table has it",
        arguments: [
            ("determination", [1500, 1000, 300, 300, 200, 500, 700]), ("selection", [1800, 1500, 300, 300, 200, 700, 1000]),
            ("acceptance", [1800, 1500, 300, 300, 200, 700, 1000]), ("appraisal_team", [1000, 700, nil, 300, 200, nil, nil]),
        ] as [(String, [Int64?])]
    )
    func table(_ council: String, _ thousands: [Int64?]) throws {
        let fees = ["chair", "member", "secretary", "clerk", "guest", "review", "reviewer_review"]
        let parameters = try Self.regime("law-2013").parameters
        for (fee, amount) in zip(fees, thousands) {
            #expect(parameters["fee_\(council)_\(fee)"]?.value == amount.map { .integer($0 * 1000) }, "\(council) \(fee)")
        }
    }

    @Test("every other number that only money reads stands as its article has it", arguments: ["law-2013", "law-2025"])
    func numbers(_ id: String) throws {
        let regime = try Self.regime(id)
        let pinned: [String: Parameter.Value] = [
            // TT 03/2023/TT-BTC, Điều 4.1a, 4.2a, 4.2b, 4.7 and 10
            "labour_month_max": .integer(40_000_000), "domestic_experts_percent": .integer(30), "foreign_experts_percent": .integer(50),
            "management_percent": .integer(5), "management_money_max": .integer(300_000_000),
            "budget_norms_from": .date(Fixture.day(2023, 2, 26)),
            // TT 02/2023/TT-BKHCN, Điều 4.1
            "labour_investigator": .fraction(1, 1), "labour_scientific_secretary": .fraction(3, 10), "labour_key_member": .fraction(4, 5),
            "labour_member": .fraction(2, 5), "labour_technician": .fraction(1, 5),
            // TTLT 27/2015/TTLT-BKHCN-BTC, Điều 6.1c, 11.1b, 13.1b, 13.2a, 16.2b
            "lump_sum_asset_percent": .integer(15), "lump_sum_asset_money": .integer(1_000_000_000), "savings_host_share": .integer(50),
            "first_advance_max": .integer(50), "clearing_before_next": .integer(50), "recovery_final_product": .integer(40),
            "recovery_partial": .integer(30),
        ]
        let names = try #require(regime.budget).parameters.filter { !$0.hasPrefix("fee_") }
        for name in names.sorted() { #expect(regime.parameters[name]?.value == pinned[name], "\(name)") }
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
