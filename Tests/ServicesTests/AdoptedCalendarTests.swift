import Engine
import LifecycleModel
import SQLiteStore
import Services
import Store
import WorkingCalendar
import Testing

@Suite("Adopting another calendar")
struct AdoptedCalendarTests {
    /// The small calendar with 14 March off as well.
    private func changed(_ office: Office) throws -> String {
        try office.library.holidays() + "2022-03-14,off,Nghỉ thêm,Another day off\n"
    }

    @Test("lists the clocks it would move, moves none before it is adopted, then each by an event of its own")
    func moves() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.award("T-2", to: "DHY", on: "2022-03-04")
        try office.award("T-3", to: "SKHCN", on: "2022-03-21")
        let csv = try changed(office)
        let before = try office.head()
        let listed = try office.store.read { try AdoptedCalendar.moved(by: try HolidayTable(csv: csv), in: $0) }
        #expect(listed.map(\.task) == ["T-1", "T-2"])
        #expect(listed.map(\.clock.id) == ["NT-1", "NT-1"])
        #expect(listed.map(\.before.due.description) == ["2022-03-16", "2022-03-19"])
        #expect(listed.map(\.after.due.description) == ["2022-03-17", "2022-03-21"])
        #expect(try office.head() == before)

        let (moved, receipt) = try AdoptedCalendar.adopt(csv, reason: "Công văn 1", by: try office.at("2022-03-10", as: "CV01"))
        #expect(moved == listed)
        #expect(receipt.events?.count == 3)
        for (code, due) in [("T-1", "2022-03-17"), ("T-2", "2022-03-21"), ("T-3", "2022-04-04")] {
            let rows = try office.store.read { try $0.deadlines(of: code) }.filter { $0.id == "NT-1" }
            #expect(rows.map(\.due.description) == [due], "\(code)")
        }
        let kinds = try office.store.read { try $0.events(of: EventRecord.Subject(.task, "T-1")) }.map(\.kind)
        #expect(kinds.filter { $0 == "deadline_moved" }.count == 1)
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
    }

    @Test("counts what starts afterwards by it")
    func afterwards() throws {
        let office = try Office()
        _ = try AdoptedCalendar.adopt(try changed(office), reason: "x", by: try office.at("2022-03-01", as: "CV01"))
        try office.award("T-1", on: "2022-03-01")
        #expect(try office.row("T-1").nextDue?.description == "2022-03-17")
    }

    @Test("moves nothing where nothing differs")
    func same() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        let (moved, _) = try AdoptedCalendar.adopt(try office.library.holidays(), reason: "x", by: try office.at("2022-03-02", as: "CV01"))
        #expect(moved.isEmpty)
    }

    @Test("leaves clocks alone that stand still or were stopped")
    func stopped() throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.fire("T-1", "pause", on: "2022-03-02")
        try office.award("T-2", to: "DHY", on: "2022-03-01")
        try office.accept("T-2", on: "2022-03-08")
        let listed = try office.store.read { try AdoptedCalendar.moved(by: try HolidayTable(csv: try changed(office)), in: $0) }
        #expect(listed.isEmpty)
    }

    @Test("is refused when the table is wrong, and nothing changes", arguments: ["2022-02-30,off,a,b", "2022-03-14,maybe,a,b", "x"])
    func wrong(_ line: String) throws {
        let office = try Office()
        let before = try office.head()
        #expect(throws: (any Error).self) {
            _ = try AdoptedCalendar.adopt(
                try office.library.holidays() + line + "\n",
                reason: "x",
                by: try office.at("2022-03-01", as: "CV01")
            )
        }
        #expect(try office.head() == before)
    }
}
