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
        #expect(then.hosts["C"] == "VNN")
        #expect(then.money.map(\.year) == [2022])
        #expect(then.money.first?.tasks == 3)
        #expect(then.money.first?.state == Dong(1_750_000_000))
        #expect(then.application.map(figures) == [[2023, 2, 1, 0]])
        #expect(try office.head() == then.head)
        // A day before the twelfth month of both: nothing is counted yet.
        #expect(try overview("2023-03-09").application.map(figures) == [[2023, 0, 0, 2]])
        #expect(try overview("2023-03-10").application.map(figures) == [[2023, 1, 1, 1]])
    }

    @Test("counts acceptance and use from the days in the record, not from the days they were written down")
    func recordedLater() throws {
        let office = try Office()
        try office.award("A", on: "2022-03-01")
        let report = MachineReference(kind: "report", number: 1)
        try office.fire("A", "receive-report", on: "2022-03-10", machine: report, ["this.received_on": "2022-03-10"])
        try office.fire("A", "accept", on: "2022-03-20", ["acceptance.on": "2022-03-15"])
        #expect(try office.row("A").acceptedOn == CivilDate(parsing: "2022-03-15"))
        try office.fire("A", "apply", on: "2023-06-01", ["followup.on": "2023-03-15"])
        #expect(try office.row("A").appliedOn == CivilDate(parsing: "2023-03-15"))
        let overview = try office.store.read { try Overview(on: try CivilDate(parsing: "2023-06-02"), in: $0) }
        #expect(overview.application.map(figures) == [[2023, 1, 1, 0]])
        #expect(overview.application.first?.tenthsOfPercent == 1000)
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test(
        "rounds the share half up",
        arguments: [(18, 31, 581), (20, 39, 513), (1, 3, 333), (2, 3, 667), (1, 16, 63), (0, 5, 0), (7, 7, 1000)]
    )
    func rounding(applied: Int, accepted: Int, tenths: Int) {
        #expect(Overview.ApplicationShare(year: 2025, accepted: accepted, applied: applied, pending: 0).tenthsOfPercent == tenths)
    }

    /// Year, accepted, of them in use, not yet counted.
    private func figures(_ share: Overview.ApplicationShare) -> [Int] { [share.year, share.accepted, share.applied, share.pending] }

    @Test("of an empty store is empty")
    func empty() throws {
        let office = try Office()
        let overview = try office.store.read { try Overview(on: try CivilDate(parsing: "2022-01-01"), in: $0) }
        #expect(overview.positions.isEmpty && overview.overdue.isEmpty && overview.money.isEmpty && overview.application.isEmpty)
    }
}
