import LifecycleModel
import LumpSum
import TestSupport
import Testing

@Suite("Random movements")
struct RandomMovementTests {
    /// Draws anything that could be asked, legal or not.
    private func draw(_ random: inout SeededRandom, _ budget: TaskBudget) -> BudgetHappening {
        let amount = Dong(Int64.random(in: -1...500, using: &random) * 1_000_000 + Int64.random(in: 0...1, using: &random))
        let year = Int.random(in: 2024...2027, using: &random)
        let number = Int64.random(in: 1...4, using: &random)
        let items = ["labour", "management", "travel", "materials", "assets", "nothing"]
        let item = items[Int.random(in: 0..<items.count, using: &random)]
        let line = BudgetLine(item: item, year: year, amount: amount, isLumpSum: budget.isLumpSum(item))
        let own = BudgetLine(item: "materials", year: year, source: .counterpart, amount: Dong(Int64.random(in: 0...9, using: &random)))
        switch Int.random(in: 0..<11, using: &random) {
        case 0: return .allotted(year: year, amount)
        case 1: return .allotmentCut(year: year, amount)
        case 2: return .rolledOver(from: year, to: year + 1, amount)
        case 3, 4: return .advanced(number: Int64(budget.advances.count) + 1, year: year, amount)
        case 5, 6: return .cleared(number: number, [line])
        case 7: return .givenBack(number: number, amount)
        case 8: return .moved([BudgetMove(from: item, to: "travel", year: year, amount: amount)], reason: "x")
        case 9: return .spentAnew(year: year, received: amount, [line, own], reason: "x")
        default: return .spent(year: year, received: amount, [line, own])
        }
    }

    @Test("ten thousand stories: never an overdraft, never an advance too much, never a lost đồng, refused changes nothing")
    func stories() throws {
        for seed in 0..<10_000 {
            var random = SeededRandom(seed: UInt64(seed))
            var budget = try Fixture.budget()
            var day = Fixture.day(2025, 2, 1)
            for _ in 0..<12 {
                let happening = draw(&random, budget)
                let before = budget
                if budget.refusals(of: happening, on: day).isEmpty {
                    try budget.apply(happening, on: day)
                } else {
                    #expect(budget == before)
                }
                try expectSound(budget, seed)
                day = day.adding(days: Int.random(in: 0...60, using: &random))
            }
        }
    }

    private func expectSound(_ budget: TaskBudget, _ seed: Int) throws {
        let sum = try budget.balances.balance { _ in true }
        let (advanced, cleared, back) = (try budget.advanced(), try budget.cleared(), try budget.givenBack())
        let (outstanding, allotted, lumpSum) = (try budget.outstanding(), try budget.allotted(), try budget.estimate?.lumpSum())
        let ownSpending = try budget.balances.balance { if case .ownSpending = $0 { true } else { false } }
        let ownReports = try budget.spending.values.flatMap(\.lines).total { $0.source != .state }
        let received = budget.spending.values.reduce(Int64(0)) { $0 + $1.received.amount }
        let sound =
            sum == 0 && ownSpending == ownReports && received <= advanced.amount && budget.openYears.allSatisfy { budget.left(of: $0) >= 0 }
            && (2020...2030).allSatisfy { budget.left(of: $0) >= 0 }
            && budget.advances.allSatisfy { budget.outstanding($0.number) >= 0 && budget.outstanding($0.number) <= $0.amount }
            && advanced.amount == cleared.amount + back.amount + outstanding.amount
            && advanced.amount - back.amount <= 900_000_000 && allotted <= 900_000_000
            && lumpSum == 660_000_000
            && (budget.advances.first?.amount ?? 0) <= 450_000_000
        if !sound { Issue.record("seed \(seed) leaves the books unsound") }
    }

    @Test("what happens to one task does not depend on what happens to another in between")
    func independence() throws {
        for seed in 0..<200 {
            var random = SeededRandom(seed: UInt64(seed))
            var (left, right) = (try Fixture.budget(), try Fixture.budget())
            var steps: [(isLeft: Bool, happening: BudgetHappening)] = []
            for _ in 0..<20 {
                let isLeft = Bool.random(using: &random)
                let happening = draw(&random, isLeft ? left : right)
                let day = Fixture.day(2025, 6, 1)
                if (isLeft ? left : right).refusals(of: happening, on: day).isEmpty {
                    if isLeft { try left.apply(happening, on: day) } else { try right.apply(happening, on: day) }
                    steps.append((isLeft, happening))
                }
            }
            var alone = try Fixture.budget()
            for step in steps where step.isLeft { try alone.apply(step.happening, on: Fixture.day(2025, 6, 1)) }
            #expect(alone == left)
        }
    }
}
