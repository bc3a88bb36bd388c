import LifecycleModel
import LumpSum
import TestSupport
import Testing

@Suite("What if")
struct WhatIfTests {
    private func task(_ code: String, _ undrawn: Int64) -> WhatIf.Task {
        WhatIf.Task(code: code, planned: [2026: 100], undrawn: Dong(undrawn), unadvanced: 100, endsOn: Fixture.day(2026, 10, 31))
    }

    @Test("a cut takes from each in proportion, and the đồng left over from those with most")
    func cut() throws {
        let result = try WhatIf(cutting: 100, from: [task("A", 50), task("B", 200), task("C", 50), task("D", 0)])
        #expect(result.changes.map { "\($0.code) \($0.after.amount)" } == ["A 33", "B 133", "C 34"])
        #expect(result.total == 100)
        #expect(result.changes.reduce(0) { $0 + $1.before.amount - $1.after.amount } == 100)
        #expect(result.missing == 0)
    }

    @Test("what is drawn cannot be cut")
    func tooMuch() throws {
        let result = try WhatIf(cutting: 1_000, from: [task("A", 50), task("B", 200)])
        #expect((result.total, result.missing) == (250, 750))
        #expect(result.changes.allSatisfy { $0.after == 0 })
        #expect(try WhatIf(cutting: 5, from: []).missing == 5)
    }

    @Test("no cut ever loses or makes a đồng, nor takes more than there is")
    func random() throws {
        var random = SeededRandom(seed: 5)
        for _ in 0..<500 {
            let tasks = (0..<Int.random(in: 1...9, using: &random)).map {
                task("T\($0)", Int64.random(in: 0...1_000_000_007, using: &random))
            }
            let sum = Dong(Int64.random(in: 0...3_000_000_000, using: &random))
            let result = try WhatIf(cutting: sum, from: tasks)
            #expect(result.changes.reduce(0) { $0 + $1.before.amount - $1.after.amount } == result.total.amount)
            #expect(result.total.amount + result.missing.amount == sum.amount)
            #expect(result.changes.allSatisfy { $0.after >= 0 && $0.after <= $0.before })
        }
    }

    @Test("an extension over the turn of the year takes the last year's plan with it")
    func extend() throws {
        let short = try WhatIf(extending: [task("A", 0)], by: 2)
        #expect((short.changes.first?.endsOn, short.total) == (Fixture.day(2026, 12, 31), 0))
        let long = try WhatIf(extending: [task("A", 0)], by: 6)
        #expect((long.changes.first?.endsOn, long.total) == (Fixture.day(2027, 4, 30), 100))
    }
}
