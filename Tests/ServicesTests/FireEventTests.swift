import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import Testing

@Suite("Firing an event")
struct FireEventTests {
    @Test("records the move with what follows from it, and every table agrees")
    func accepted() throws {
        let office = try Office()
        let answer = try office.award("T-1", on: "2022-03-01")
        #expect(answer.decision.blockers.isEmpty)
        #expect(answer.after.position == "execution/running")
        let receipt = try #require(answer.receipt)
        #expect(try office.head() == receipt.head)
        #expect(receipt.events?.upperBound == receipt.head.size)
        let row = try office.row("T-1")
        #expect(row.host == "VNN" && row.stateMoney == Dong(1_200_000_000) && row.awardedOn?.description == "2022-03-01")
        // Ten working days after 1 March, 15 March being off and Saturday 19 March worked.
        #expect(row.nextDue?.description == "2022-03-16")
        let (deadlines, machines, documents) = try office.store.read {
            (try $0.deadlines(of: "T-1"), try $0.machines(of: "T-1"), try $0.documents(of: "T-1"))
        }
        #expect(deadlines.map(\.id).sorted() == ["NT-1", "RP-1", "RP-1"])
        #expect(machines.map(\.state) == ["expected", "expected"])
        #expect(documents.map(\.form) == ["QĐ-1"])
    }

    @Test("refused says every reason and records nothing")
    func refused() throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        let before = try office.head()
        let answer = try office.fire("T-1", "award", on: "2022-03-01", by: "CV01", ["award.money": "3.000.000.000"])
        #expect(answer.receipt == nil && answer.before == answer.after)
        let codes = Set(answer.decision.blockers.map(\.code))
        #expect(codes == ["role", "missing-fact", "missing-document", "requirement"])
        #expect(try office.head() == before)
    }

    @Test("for trial shows what would follow and records nothing")
    func dryRun() throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        let before = try office.head()
        let answer = try office.fire("T-1", "withdraw", on: "2022-03-02", dryRun: true)
        #expect(answer.after.position == "ordering/withdrawn" && answer.receipt == nil)
        #expect(try office.head() == before)
        #expect(try office.row("T-1").position.description == "ordering/proposed")
    }

    @Test(
        "refuses words that name nothing",
        arguments: [
            ("T-9", "review", "CV01", "task", "unknown-task"), ("T-1", "reviw", "CV01", "task", "unknown-event"),
            ("T-1", "receive-report", "CV01", "task", "unknown-event"), ("T-1", "review", "CV01", "report:1", "unknown-event"),
            ("T-1", "review", "CV01", "reprt:1", "unknown-machine"), ("T-1", "review", "NOBODY", "task", "unknown-actor"),
            ("T-1", "review", "", "task", "actor-missing"),
        ]
    )
    func words(_ task: String, _ event: String, _ actor: String, _ machine: String, _ code: String) throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        let before = try office.head()
        let reference = try #require(MachineReference(parsing: machine))
        let result = Result { try office.fire(task, event, on: "2022-03-02", by: actor, machine: reference) }
        #expect(result.faultCode == code)
        #expect(try office.head() == before)
    }

    @Test(
        "reads facts by their types",
        arguments: [
            ("award.money", "-5"), ("award.money", "1,000,000"), ("award.money", "99999999999999999999"), ("award.on", "2022-02-30"),
            ("award.on", "hôm nay"), ("task.host", "NOPE"), ("task.investigator", "VNN"), ("award.mony", "3"),
        ]
    )
    func facts(_ fact: String, _ text: String) throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        let result = Result { try office.fire("T-1", "award", on: "2022-03-02", by: "CT01", [fact: text]) }
        guard case .failure(let error as UseCaseFault) = result else {
            Issue.record("It was read")
            return
        }
        #expect(error.kind == .badData && error.blockers.count == 1)
    }

    @Test("judges bars by the party that comes with the event, not by the one before it")
    func partyOfTheEvent() throws {
        let office = try Office()
        try office.award("T-1", to: "VNN", on: "2022-03-01")
        // T-1 is late from 17 March on, which bars its host.
        let barred = try office.award("T-2", to: "VNN", on: "2022-04-01")
        #expect(barred.receipt == nil)
        #expect(barred.decision.requirements.filter { !$0.holds }.map(\.requirement.id) == ["host-free"])
        let free = try office.award("T-3", to: "DHY", on: "2022-04-01")
        #expect(free.receipt != nil)
        // Registered with the barred host, awarded to another one.
        try office.register("T-4", on: "2022-04-01", ["host": "VNN"])
        try office.fire("T-4", "review", on: "2022-04-01")
        let other = try office.fire(
            "T-4",
            "award",
            on: "2022-04-01",
            by: "CT01",
            ["award.on": "2022-04-01", "award.money": "1", "task.host": "DHY"],
            documents: [AttachedDocument(form: "QĐ-1", number: "1", date: try CivilDate(parsing: "2022-04-01"))]
        )
        #expect(other.receipt != nil)
    }
}
