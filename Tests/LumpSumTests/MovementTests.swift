import LifecycleModel
import LumpSum
import Rules
import Testing

@Suite("Movements of money")
struct MovementTests {
    private let day = Fixture.day

    @Test("the first advance: half of what is approved, within the year's allotment, after the contract")
    func firstAdvance() throws {
        var budget = try Fixture.budget()
        let room = try budget.room(on: day(2025, 2, 1), year: 2025, terms: Fixture.terms)
        #expect(room.result == 450_000_000)
        #expect(room.steps.map(\.amount) == [900_000_000, 900_000_000, 450_000_000, 600_000_000])
        let happening = BudgetHappening.advanced(number: 1, year: 2025, 450_000_001)
        #expect(budget.refusals(of: happening, on: day(2025, 2, 1)) == ["advance-above-room"])
        #expect(budget.refusals(of: .advanced(number: 1, year: 2026, 1), on: day(2026, 2, 1)) == ["no-allotment"])
        #expect(
            budget.refusals(of: .advanced(number: 1, year: 2025, 1), on: day(2025, 1, 19)) == ["before-contract"]
        )
        try budget.record(.advanced(number: 1, year: 2025, 450_000_000), on: day(2025, 1, 20))
        #expect(try budget.advanced() == 450_000_000)
        #expect(budget.left(of: 2025) == 150_000_000)
        #expect(budget.refusals(of: .advanced(number: 1, year: 2025, 1), on: day(2025, 2, 1)) == ["advance-paid"])
    }

    @Test("the next advance: half of the earlier ones cleared or given back, or the exception for equipment")
    func nextAdvance() throws {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 300_000_000), on: day(2025, 2, 1))
        let next = BudgetHappening.advanced(number: 2, year: 2025, 100_000_000)
        #expect(budget.refusals(of: next, on: day(2025, 5, 1)) == ["earlier-cleared"])
        #expect(budget.refusals(of: next, on: day(2025, 5, 1), exception: true).isEmpty)
        let lines = [BudgetLine(item: "labour", year: 2025, amount: 149_999_999, isLumpSum: true)]
        try budget.record(.cleared(number: 1, lines), on: day(2025, 5, 2))
        #expect(budget.refusals(of: next, on: day(2025, 5, 3)) == ["earlier-cleared"])
        try budget.record(.givenBack(number: 1, 1), on: day(2025, 5, 3))
        #expect(budget.refusals(of: next, on: day(2025, 5, 3)).isEmpty)
        #expect(try budget.outstanding() == 150_000_000)
    }

    @Test("clearing: not more than the advance, the lump sum as one pot, the rest item by item")
    func clearing() throws {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 450_000_000), on: day(2025, 2, 1))
        func clear(_ item: String, _ amount: Int64, _ lump: Bool, _ number: Int64 = 1) -> BudgetHappening {
            .cleared(number: number, [BudgetLine(item: item, year: 2025, amount: Dong(amount), isLumpSum: lump)])
        }
        #expect(budget.refusals(of: clear("labour", 450_000_001, true), on: day(2025, 6, 1)) == ["above-outstanding"])
        #expect(budget.refusals(of: clear("materials", 140_000_001, false), on: day(2025, 6, 1)) == ["above-plan"])
        #expect(budget.refusals(of: clear("labour", 1, true, 2), on: day(2025, 6, 1)) == ["advance-unknown"])
        #expect(budget.refusals(of: clear("labor", 1, true), on: day(2025, 6, 1)) == ["item-unknown"])
        // Travel is planned at 20 million; within the lump sum it may take more.
        #expect(budget.refusals(of: clear("travel", 60_000_000, true), on: day(2025, 6, 1)).isEmpty)
        #expect(TaskBudget(under: Fixture.law).refusals(of: clear("labour", 1, true), on: day(2025, 6, 1)).contains("advance-unknown"))
    }

    @Test("allotments stay within what is approved; what is left may be cut or carried over")
    func allotments() throws {
        var budget = try Fixture.budget()
        #expect(budget.refusals(of: .allotted(year: 2026, 300_000_001), on: day(2026, 1, 5)) == ["allotment-above-approved"])
        try budget.record(.advanced(number: 1, year: 2025, 450_000_000), on: day(2025, 2, 1))
        #expect(budget.refusals(of: .allotmentCut(year: 2025, 150_000_001), on: day(2025, 9, 1)) == ["no-allotment-to-cut"])
        #expect(
            budget.refusals(of: .rolledOver(from: 2025, to: 2025, 1), on: day(2025, 12, 31)) == ["roll-over-backwards"]
        )
        try budget.record(.rolledOver(from: 2025, to: 2026, 150_000_000), on: day(2025, 12, 31))
        #expect((budget.left(of: 2025), budget.left(of: 2026)) == (0, 150_000_000))
        #expect(try budget.allotted(year: 2025) == 600_000_000)
        try budget.record(.allotmentCut(year: 2026, 50_000_000), on: day(2026, 3, 1))
        #expect(try budget.allotted() == 550_000_000)
        #expect(budget.openYears == [2026])
    }

    @Test("changes: money moves within the lump sum and keeps its total; outside it only lines of the state")
    func changes() throws {
        var budget = try Fixture.budget()
        let move = { (from: String, to: String, amount: Int64) in
            BudgetHappening.moved([BudgetMove(from: from, to: to, year: 2025, amount: Dong(amount))], reason: "thêm khảo sát")
        }
        #expect(budget.refusals(of: move("labour", "travel", 400_000_001), on: day(2025, 3, 1)) == ["move-above-plan"])
        #expect(budget.refusals(of: move("labour", "assets", 1), on: day(2025, 3, 1)) == ["item-never-lump-sum"])
        #expect(budget.refusals(of: move("materials", "travel", 1), on: day(2025, 3, 1)) == ["move-above-plan"])
        #expect(budget.refusals(of: .moved([], reason: ""), on: day(2025, 3, 1)) == ["no-reason"])
        try budget.record(move("labour", "travel", 15_000_000), on: day(2025, 3, 1))
        #expect(try budget.estimate?.lumpSum() == 660_000_000)
        #expect(budget.balances[.planned(BudgetPlace(item: "travel", year: 2025, isLumpSum: true))] == 35_000_000)
        let outside = [BudgetLine(item: "assets", year: 2026, amount: 260_000_000)]
        try budget.record(.setOutside(outside, reason: "giá tăng"), on: day(2025, 4, 1))
        #expect(try budget.estimate?.total(of: .state) == 920_000_000)
        #expect(budget.balances[.promised(.state)] == -920_000_000)
        #expect(
            budget.refusals(
                of: .setOutside([BudgetLine(item: "labour", year: 2026, amount: 1, isLumpSum: true)], reason: "x"),
                on: day(2025, 4, 1)
            )
                == ["outside-line", "item-in-lump-sum"]
        )
    }

    @Test("outside the lump sum an item is not planned below what is cleared of it", arguments: [Dong(80_000_000), 79_999_999])
    func notBelowCleared(amount: Dong) throws {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 400_000_000), on: day(2025, 2, 1))
        try budget.record(
            .cleared(number: 1, [BudgetLine(item: "assets", year: 2025, amount: 80_000_000)]),
            on: day(2025, 3, 1)
        )
        let lines = [BudgetLine(item: "assets", year: 2026, amount: amount)]
        let refusals = budget.refusals(of: .setOutside(lines, reason: "giá giảm"), on: day(2025, 4, 1))
        #expect(refusals == (amount < 80_000_000 ? ["below-cleared"] : []))
    }

    @Test("an approved estimate is not made anew, and one recorded late is the approved one")
    func locks() throws {
        let budget = try Fixture.budget()
        #expect(budget.refusals(of: .estimated(Fixture.estimate), on: day(2025, 2, 1)) == ["estimate-locked"])
        var other = Fixture.estimate
        other.lines[0].amount = 400_000_001
        other.mode = .partial
        let fresh = TaskBudget(under: Fixture.law)
        #expect(fresh.refusals(of: .estimated(other), on: day(2025, 2, 1)) == ["not-as-approved", "not-as-approved"])
        #expect(fresh.refusals(of: .estimated(Fixture.estimate), on: day(2025, 2, 1)).isEmpty)
    }

    @Test("settlement splits what was cleared to the đồng, and closes the book")
    func settlement() throws {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 300_000_001), on: day(2025, 2, 1))
        let lines = [
            BudgetLine(item: "labour", year: 2025, amount: 200_000_000, isLumpSum: true),
            BudgetLine(item: "materials", year: 2025, amount: 100_000_001),
        ]
        func settlement(_ lump: Dong, _ other: Dong, hasFund: Bool) throws -> Settlement {
            try Settlement(
                clearedLumpSum: 200_000_000,
                clearedOther: 100_000_001,
                spentLumpSum: lump,
                spentOther: other,
                notDone: 0,
                hostHasFund: hasFund,
                under: Fixture.law
            )
        }
        #expect(
            budget.refusals(of: .settled(try settlement(1, 1, hasFund: true)), on: day(2026, 12, 1)) == ["allotment-left", "advances-open"]
        )
        try budget.record(.cleared(number: 1, lines), on: day(2025, 9, 1))
        let split = try settlement(180_000_000, 90_000_000, hasFund: true)
        // 10.000.001 saved outside the lump sum: the odd đồng goes to the state's fund.
        #expect((split.savedLumpSum, split.savedOther) == (20_000_000, 10_000_001))
        #expect((split.toHostFund, split.toStateFund) == (5_000_000, 5_000_001))
        #expect(split.settled == 290_000_000)
        #expect(try settlement(180_000_000, 90_000_000, hasFund: false).toStateFund == 10_000_001)
        #expect(throws: Refusal.self) { try settlement(200_000_001, 1, hasFund: true) }
        try budget.record(.allotmentCut(year: 2025, 299_999_999), on: day(2026, 12, 1))
        try budget.record(.settled(split), on: day(2026, 12, 1))
        let open = try budget.balances.balance { if case .cleared = $0 { true } else { false } }
        #expect(open == 0)
        #expect(budget.refusals(of: .givenBack(number: 1, 1), on: day(2026, 12, 2)).contains("settled"))
        #expect(try budget.cleared() == 300_000_001)
    }

    @Test("recovery: what the law wants at least, by mode and cause", arguments: LumpSumMode.allCases)
    func recovery(_ mode: LumpSumMode) throws {
        let least = { (fault: Bool, proper: Dong) throws in
            try Recovery.least(
                isHostsFault: fault,
                unused: 20,
                proper: proper,
                unproven: 10,
                mode: mode,
                under: Fixture.law
            ).amount
        }
        #expect(try least(false, 370) == 20)
        #expect(try least(true, 370) == (mode == .partial ? 141 : 178))
        // A share that is no whole đồng is rounded up.
        #expect(try least(true, 371) == (mode == .partial ? 142 : 179))
    }

    @Test("a decision on recovery: the parts are what was paid out, not less than the least, not more than paid")
    func recoveryDecision() throws {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 400_000_000), on: day(2025, 2, 1))
        func decide(_ unused: Dong, _ decided: Dong) -> BudgetHappening {
            .recoveryDecided(Recovery(isHostsFault: true, unused: unused, proper: 370_000_000, unproven: 10_000_000, decided: decided))
        }
        #expect(budget.refusals(of: decide(19_999_999, 141_000_000), on: day(2025, 7, 1)) == ["parts-differ"])
        #expect(budget.refusals(of: decide(20_000_000, 140_999_999), on: day(2025, 7, 1)) == ["below-least-recovery"])
        #expect(budget.refusals(of: decide(20_000_000, 400_000_001), on: day(2025, 7, 1)) == ["above-advanced"])
        try budget.record(decide(20_000_000, 141_000_000), on: day(2025, 7, 1))
        #expect(budget.owed == 141_000_000)
        #expect(budget.refusals(of: .recoveryPaid(141_000_001), on: day(2025, 8, 1)) == ["above-owed"])
        try budget.record(.recoveryPaid(100_000_000), on: day(2025, 8, 1))
        #expect(budget.owed == 41_000_000)
    }
}
