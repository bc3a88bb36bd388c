import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import Testing

@Suite("Registering a task")
struct RegisterTaskTests {
    @Test("chooses the regime by the rules", arguments: [("2025-09-30", "old-law"), ("2025-10-01", "new-law")])
    func chosen(_ day: String, _ regime: String) throws {
        let office = try Office()
        let answer = try office.register("T-1", on: day)
        #expect(answer.state.regime == regime)
        #expect(try office.row("T-1").definition == answer.rules.hash)
        #expect(try office.store.read { try $0.definitions() }.map(\.hash) == [answer.rules.hash])
    }

    @Test("leaves a straddling one to a person, who names the regime")
    func straddling() throws {
        let office = try Office()
        let before = try office.head()
        let facts = ["title": "X", "level": "province", "proposed_on": "2025-09-01"]
        let result = Result { try office.register("T-1", on: "2025-11-01", facts) }
        #expect(result.faultCode == "regime-undecided")
        guard case .failure(let error as UseCaseFault) = result else { return }
        #expect(error.kind == .refused && error.blockers.first?.basis == "Luật mới, Điều 73.3")
        #expect(try office.head() == before)
        #expect(try office.register("T-1", on: "2025-11-01", facts, regime: "old-law").state.regime == "old-law")
    }

    @Test(
        "refuses what is wrong and records nothing",
        arguments: [
            (["title": ""], "wrong-fact"), (["title": "  "], "wrong-fact"), (["kind": "topik"], "wrong-fact"),
            (["host": "NOPE"], "wrong-fact"),
            (["state_money": "-1"], "wrong-fact"), (["tittle": "X"], "wrong-fact"), (["level": "base"], "regime-undecided"),
            (["title": "a\u{1B}[2J"], "wrong-fact"), (["award.money": "1"], "early-fact"), (["award.mony": "1"], "wrong-fact"),
        ]
    )
    func wrong(_ facts: [String: String], _ code: String) throws {
        let office = try Office()
        let before = try office.head()
        #expect(Result { try office.register("T-1", on: "2022-03-01", facts) }.faultCode == code)
        #expect(try office.head() == before)
    }

    @Test("takes a date of award to choose by, and leaves it to the award to record it")
    func guided() throws {
        let office = try Office()
        let state = try office.register("T-1", on: "2025-10-05", ["award.on": "2025-09-20"]).state
        #expect(state.regime == "old-law")
        #expect(state.fact("award.on") == nil)
        let named = Result { try office.register("T-2", on: "2025-10-05", ["award.on": "2025-09-20"], regime: "old-law") }
        #expect(named.faultCode == "early-fact")
        guard case .failure(let error as UseCaseFault) = named else { return }
        #expect(error.blockers.first?.cure?.vi.contains("Phê duyệt") == true)
    }

    @Test("says which information the choice of a regime lacks")
    func missing() throws {
        let office = try Office()
        let request = RegisterTask.Request(
            code: nil,
            regime: nil,
            facts: ["title": "X"],
            day: try CivilDate(parsing: "2022-03-01"),
            dryRun: false
        )
        let result = Result { try RegisterTask(try office.at("2022-03-01", as: "CV01"), library: office.library)(request) }
        #expect(result.faultCode == "information-missing")
        guard case .failure(let error as UseCaseFault) = result else { return }
        #expect(error.hint?.vi.contains("task.level") == true)
    }

    @Test("gives codes in order, and a code once")
    func codes() throws {
        let office = try Office()
        #expect(try office.register(nil, on: "2022-03-01").state.code == "NV-2022-001")
        #expect(try office.register(nil, on: "2022-03-01", dryRun: true).state.code == "NV-2022-002")
        #expect(try office.register(nil, on: "2022-03-01").state.code == "NV-2022-002")
        #expect(Result { try office.register("NV-2022-001", on: "2022-03-01") }.faultCode == "duplicate-code")
        #expect(throws: (any Error).self) { try office.register("a b", on: "2022-03-01") }
    }

    @Test("is for days that have come, and regimes that are there")
    func dayAndRegime() throws {
        let office = try Office()
        let request = RegisterTask.Request(
            code: "T-1",
            regime: nil,
            facts: ["title": "X", "level": "province"],
            day: try CivilDate(parsing: "2022-03-02"),
            dryRun: false
        )
        #expect(
            Result { try RegisterTask(try office.at("2022-03-01", as: "CV01"), library: office.library)(request) }.faultCode
                == "future-date"
        )
        #expect(Result { try office.register("T-1", on: "2022-03-01", regime: "old-lav") }.faultCode == "unknown-regime")
    }
}
