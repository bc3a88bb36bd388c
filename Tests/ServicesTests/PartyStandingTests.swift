import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

@Suite("The standing of a party")
struct PartyStandingTests {
    private func bars(_ office: Office, _ code: String, except task: String = "", on day: String) throws -> [PartyStanding.Reason] {
        try office.store.read { try PartyStanding(party: .host, code: code, except: task, on: try CivilDate(parsing: day), in: $0).bars }
    }

    @Test(
        "A clock of another task that is past bars its host from the day after",
        arguments: [("2022-03-16", 0), ("2022-03-17", 1), ("2023-01-01", 1)]
    )
    func overdue(_ day: String, _ count: Int) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let bars = try bars(office, "VNN", on: day)
        #expect(bars.count == count)
        #expect(bars.allSatisfy { $0.task == "T-1" && $0.basis == "TT 1/2020, Điều 8" && $0.text.vi == "Chưa nghiệm thu đúng hạn" })
        #expect(try self.bars(office, "DHY", on: day).isEmpty)
        #expect(try self.bars(office, "VNN", except: "T-1", on: day).isEmpty)
    }

    @Test("The bar goes when the event that stops the clock happens, however late")
    func stopped() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.accept("T-1", on: "2022-05-04")
        #expect(try bars(office, "VNN", on: "2022-05-05").isEmpty)
    }

    @Test("A clock that stands still bars nobody")
    func paused() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.fire("T-1", "pause", on: "2022-03-03")
        #expect(try bars(office, "VNN", on: "2022-06-01").isEmpty)
        // Two working days had run; eight are left after 1 June.
        try office.fire("T-1", "resume", on: "2022-06-01")
        #expect(try bars(office, "VNN", on: "2022-06-10").isEmpty)
        #expect(try bars(office, "VNN", on: "2022-06-20").count == 1)
    }

    @Test("Tasks being carried out are counted, but for the one asked about")
    func running() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.award("T-2", on: "2022-03-02")
        try office.register("T-3", on: "2022-03-02", ["host": "VNN"])
        let day = try CivilDate(parsing: "2022-03-03")
        let count = { (task: String) in
            try office.store.read { try PartyStanding(party: .host, code: "VNN", except: task, on: day, in: $0).runningTasks }
        }
        #expect(try count("") == 2)
        #expect(try count("T-1") == 1)
    }
}
