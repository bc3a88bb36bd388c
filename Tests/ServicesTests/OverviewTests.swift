import Engine
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

@Suite("The overview")
struct OverviewTests {
    @Test("agrees with a count by hand")
    func counted() throws {
        let office = try Office()
        try office.register("A", on: "2021-02-01")
        try office.register("B", on: "2022-02-01")
        try office.fire("B", "withdraw", on: "2022-02-02")
        try office.award("C", to: "VNN", on: "2022-03-01", money: "1000000000")
        try office.award("D", to: "DHY", on: "2022-03-01", money: "500000000")
        try office.award("E", to: "SKHCN", on: "2022-03-01", money: "250000000")
        // D is accepted and in use in its twelfth month, E is accepted and in use too late.
        try office.accept("D", on: "2022-03-10")
        try office.accept("E", on: "2022-03-11")
        try office.fire("D", "apply", on: "2023-03-10", ["followup.on": "2023-03-01"])
        try office.fire("E", "apply", on: "2023-04-20", ["followup.on": "2023-04-01"])

        func overview(_ day: String) throws -> Overview {
            try office.store.read { try Overview(on: try CivilDate(parsing: day), in: $0) }
        }
        let then = try overview("2023-05-01")
        #expect(then.statistics.tasks == 5)
        #expect(
            Dictionary(then.positions.map { ($0.position.description, $0.count) }) { $0 + $1 } == [
                "ordering/proposed": 1, "ordering/withdrawn": 1, "execution/running": 1, "acceptance/applied": 2,
            ]
        )
        #expect(then.overdue.map { "\($0.task) \($0.id) \($0.due)" } == ["C NT-1 2022-03-16", "C RP-1 2022-04-01", "C RP-1 2022-05-01"])
        #expect(then.overdue.first?.host == "VNN")
        #expect(then.money.map(\.year) == [2022])
        #expect(then.money.first?.tasks == 3)
        #expect(then.money.first?.state == Dong(1_750_000_000))
        #expect(try office.head() == then.head)
    }

    @Test("of an empty store is empty")
    func empty() throws {
        let office = try Office()
        let overview = try office.store.read { try Overview(on: try CivilDate(parsing: "2022-01-01"), in: $0) }
        #expect(overview.positions.isEmpty && overview.overdue.isEmpty && overview.money.isEmpty)
    }
}
