import LifecycleModel
import LumpSum
import Rules
import Testing

/// Ways round the law that a person might try, one by one.
@Suite("Movements that are refused")
struct GuardedMovementTests {
    private static let april = Fixture.day(2025, 4, 1)

    private static func paid() throws -> TaskBudget {
        var budget = try Fixture.budget()
        try budget.record(.advanced(number: 1, year: 2025, 400_000_000), on: Fixture.day(2025, 2, 1))
        return budget
    }

    @Test("a year that no budget is for would make the journal unreadable", arguments: [1999, 2101, 3000, Int.max])
    func years(_ year: Int) throws {
        let budget = try Self.paid()
        let labour = [BudgetLine(item: "labour", year: year, amount: 1, isLumpSum: true)]
        for happening: BudgetHappening in [
            .spent(year: year, received: 1, []), .spent(year: 2025, received: 0, labour), .rolledOver(from: 2025, to: year, 1),
            .allotted(year: year, 1), .allotmentCut(year: year, 1), .cleared(number: 1, labour),
            .moved([BudgetMove(from: "labour", to: "travel", year: year, amount: 1)], reason: "x"),
        ] {
            #expect(budget.refusals(of: happening, on: Self.april) == ["year-impossible"], "\(happening)")
        }
    }

    @Test("several moves out of one item are added up, an item whose level stands is left alone, nothing is moved to itself")
    func moves() throws {
        let budget = try Fixture.budget()
        func refusals(_ moves: (String, String, Int64)...) -> [String] {
            let moves = moves.map { BudgetMove(from: $0.0, to: $0.1, year: 2025, amount: Dong($0.2)) }
            return budget.refusals(of: .moved(moves, reason: "x"), on: Self.april)
        }
        #expect(refusals(("labour", "travel", 300_000_000), ("labour", "travel", 100_000_000)).isEmpty)
        #expect(refusals(("labour", "travel", 300_000_000), ("labour", "travel", 100_000_001)) == ["move-above-plan"])
        #expect(refusals(("labour", "labour", 1)) == ["move-nowhere"])
        #expect(refusals(("management", "travel", 1)) == ["item-fixed"])
        #expect(refusals(("labour", "management", 1)) == ["item-fixed"])
    }

    @Test("a final product keeps the condition on assets that decided on it", arguments: [Dong(85_000_000), 85_000_001])
    func assets(_ amount: Dong) throws {
        var estimate = Fixture.estimate
        estimate.mode = .finalProduct
        estimate.lines = estimate.lines.map { line in
            var line = line
            line.isLumpSum = line.source == .state
            if line.item == "assets" { line.amount = 50_000_000 }
            if line.item == "materials", line.source == .state { line.amount = 190_000_000 }
            return line
        }
        var terms = Fixture.terms
        (terms.mode, terms.lumpSum) = (.finalProduct, 900_000_000)
        var budget = TaskBudget(under: Fixture.law)
        try budget.record(.estimated(estimate), on: Fixture.day(2025, 1, 15), terms: terms)
        // 15 % of 900 million is 135 million.
        let move = BudgetMove(from: "labour", to: "assets", year: 2026, amount: amount)
        #expect(
            budget.refusals(of: .moved([move], reason: "x"), on: Self.april, terms: terms) == (amount > 85_000_000 ? ["assets-share"] : [])
        )
    }

    @Test("outside the lump sum: no item of it, no line twice, no new plan above a limit")
    func outside() throws {
        let budget = try Fixture.budget()
        func refusals(_ lines: (String, Int, Int64)...) -> [String] {
            let lines = lines.map { BudgetLine(item: $0.0, year: $0.1, amount: Dong($0.2)) }
            return budget.refusals(of: .setOutside(lines, reason: "x"), on: Self.april)
        }
        #expect(refusals(("materials", 2025, 140_000_000), ("assets", 2026, 100_000_000)).isEmpty)
        #expect(refusals(("travel", 2025, 1)) == ["item-in-lump-sum"])
        #expect(refusals(("materials", 2025, 100_000_000), ("materials", 2025, 140_000_000)) == ["line-twice"])
        // With so little left of the rest, 40 million of management are more than 5 %.
        #expect(refusals(("materials", 2025, 1)) == ["management-share"])
        var mixed = Fixture.estimate
        mixed.lines[1].isLumpSum = false
        #expect(TaskBudget(under: Fixture.law).refusals(of: .estimated(mixed), on: Self.april).contains("item-in-both"))
    }

    @Test("advances are cleared to state money; what the host received is no more than it was advanced")
    func spending() throws {
        var budget = try Self.paid()
        let own = [BudgetLine(item: "materials", year: 2025, source: .counterpart, amount: 1)]
        #expect(budget.refusals(of: .cleared(number: 1, own), on: Self.april) == ["not-state-money"])
        #expect(budget.refusals(of: .spent(year: 2025, received: 0, []), on: Self.april) == ["nothing-spent"])
        #expect(budget.refusals(of: .spent(year: 2025, received: 400_000_001, []), on: Self.april) == ["received-above-advanced"])
        try budget.record(.spent(year: 2025, received: 300_000_000, own), on: Self.april)
        #expect(budget.refusals(of: .spent(year: 2025, received: 100_000_001, own), on: Self.april) == ["received-above-advanced"])
        #expect(budget.refusals(of: .spent(year: 2025, received: 100_000_000, own), on: Self.april).isEmpty)
    }

    @Test("a report that was wrong is restated: the new one stands in its place, in the figures and on the accounts")
    func restating() throws {
        var budget = try Self.paid()
        func lines(_ labour: Int64, own: Int64) -> [BudgetLine] {
            [
                BudgetLine(item: "labour", year: 2025, amount: Dong(labour), isLumpSum: true),
                BudgetLine(item: "materials", year: 2025, source: .counterpart, amount: Dong(own)),
            ]
        }
        func restated(_ labour: Int64, own: Int64, received: Int64 = 400_000_000, year: Int = 2025, reason: String = "ghi nhầm")
            -> BudgetHappening
        {
            .spentAnew(year: year, received: Dong(received), lines(labour, own: own), reason: reason)
        }
        #expect(budget.refusals(of: restated(1, own: 1), on: Self.april) == ["no-spending-to-restate"])
        try budget.record(.spent(year: 2025, received: 300_000_000, lines(390_000_000, own: 7)), on: Self.april)
        try budget.record(.spent(year: 2025, received: 100_000_000, lines(10_000_000, own: 5)), on: Self.april)
        #expect(budget.refusals(of: restated(400_000_000, own: 12), on: Self.april) == ["restated-the-same"])
        #expect(budget.refusals(of: restated(400_000_001, own: 12), on: Self.april) == ["spent-above-advanced"])
        #expect(budget.refusals(of: restated(1, own: 1, received: 400_000_001), on: Self.april) == ["received-above-advanced"])
        #expect(budget.refusals(of: restated(1, own: 1, reason: ""), on: Self.april) == ["no-reason"])
        #expect(budget.refusals(of: restated(1, own: -1), on: Self.april) == ["amount-negative"])
        #expect(budget.refusals(of: restated(1, own: 1, year: 2024), on: Self.april) == ["no-spending-to-restate", "year-of-no-use"])
        try budget.record(restated(39_000_000, own: 4), on: Self.april)
        #expect(try budget.stateSpending.total() == 39_000_000)
        #expect(try budget.done().filter { $0.key.source == .counterpart }.map(\.value) == [4])
        #expect(budget.refusals(of: restated(400_000_000, own: 4), on: Self.april).isEmpty)
        // A report of a year that had none is taken back as a whole, and may then be given again.
        try budget.record(.spentAnew(year: 2025, received: 0, [], reason: "sai năm"), on: Self.april)
        #expect(budget.spending.isEmpty)
        #expect(try budget.done().isEmpty)
        #expect(budget.refusals(of: .spent(year: 2025, received: 400_000_000, lines(400_000_000, own: 1)), on: Self.april).isEmpty)
    }

    @Test("a task is settled when nothing of its allotments waits any more")
    func allotmentLeft() throws {
        var budget = try Self.paid()
        try budget.record(.givenBack(number: 1, 400_000_000), on: Self.april)
        let settlement = try Settlement(
            clearedLumpSum: 0,
            clearedOther: 0,
            spentLumpSum: 0,
            spentOther: 0,
            notDone: 0,
            hostHasFund: false,
            under: Fixture.law
        )
        #expect(budget.refusals(of: .settled(settlement), on: Self.april) == ["allotment-left"])
        try budget.record(.allotmentCut(year: 2025, 200_000_000), on: Self.april)
        #expect(budget.refusals(of: .settled(settlement), on: Self.april).isEmpty)
    }

    @Test("what was given back is not decided on again; nothing else goes back while it is owed")
    func recovery() throws {
        var budget = try Self.paid()
        try budget.record(.givenBack(number: 1, 100_000_000), on: Self.april)
        try budget.record(
            .cleared(number: 1, [BudgetLine(item: "labour", year: 2025, amount: 280_000_000, isLumpSum: true)]),
            on: Self.april
        )
        func decide(_ unused: Dong, _ proper: Dong) -> BudgetHappening {
            .recoveryDecided(Recovery(isHostsFault: false, unused: unused, proper: proper, unproven: 0, decided: unused))
        }
        #expect(budget.refusals(of: decide(20_000_000, 380_000_000), on: Self.april) == ["parts-differ"])
        try budget.record(decide(20_000_000, 280_000_000), on: Self.april)
        #expect(budget.refusals(of: .givenBack(number: 1, 20_000_000), on: Self.april) == ["recovery-decided"])
        try budget.record(.recoveryPaid(20_000_000), on: Self.april)
        #expect(budget.refusals(of: .givenBack(number: 1, 20_000_000), on: Self.april).isEmpty)
    }
}
