import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import WorkingCalendar

extension TwentyStates {
    /// Acts a second by the clock on the wall: each task of this life read from the store, decided, written with its events, tables and log, and on
    /// disk before the next act.
    static func durableRate(seconds: Double = 2) throws -> Double {
        try Places.withFolder { folder in
            let store = try SQLiteStore.create("\(folder)/lives.db")
            let day = try CivilDate(parsing: "2025-06-02")
            func surroundings(_ actor: String) -> Surroundings {
                Surroundings(store: store, actor: actor, today: day, now: Moment(startOf: day), calendar: WorkingCalendar(.empty))
            }
            let register = RegisterParty(surroundings("system"))
            for (code, role) in [("CB-01", "officer"), ("CT-01", "chair")] {
                _ = try register(.person(Person(code: try PersonCode(code), name: code, roles: [role])), replacing: false)
            }
            let library = RuleLibrary(directory: Places.lifecycle)
            let definitions = Definitions()
            let facts = ["title": "Nhiệm vụ", "state_money": "900.000.000"]
            var (acts, life) = (0, 0)
            var spent = 0.0
            while spent < seconds {
                life += 1
                let code = "N-\(life)"
                let request = RegisterTask.Request(code: code, regime: "grant", facts: facts, day: day)
                _ = try RegisterTask(surroundings("CB-01"), library: library)(request)
                let start = Timing.wallSeconds
                for act in Self.road(under: try library.regime("grant").regime) {
                    let fire = FireEvent(surroundings(act.isOfChair ? "CT-01" : "CB-01"), definitions: definitions)
                    let answer = try fire(FireEvent.Request(task: code, event: act.event, facts: act.texts, day: day))
                    guard answer.receipt != nil else {
                        throw Processes.Failure(message: "\(act.event): \(answer.decision.blockers.map(\.message.vi))")
                    }
                    acts += 1
                }
                spent += Timing.wallSeconds - start
            }
            try store.close()
            return Double(acts) / spent
        }
    }
}
