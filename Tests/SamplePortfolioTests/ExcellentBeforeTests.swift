import Engine
import LifecycleModel
import Services
import Store
import Testing

@Suite("Whether somebody was excellent before")
struct ExcellentBeforeTests {
    @Test(
        "is what the states of all tasks say",
        arguments: [("2021-07-15", "2023-07-15"), ("2022-06-01", "2024-06-01"), ("2023-12-28", "2025-12-31")]
    )
    func agreesWithTheStatesOfAllTasks(first: String, last: String) throws {
        let day = try CivilDate(parsing: last)
        let period = try CivilDate(parsing: first)...day
        let rows = try LoadedSample.shared.get().tasks()
        let excellent = try rows.filter { row in
            guard let accepted = row.acceptedOn, period.contains(accepted) else { return false }
            return try TaskState(of: row).fact("acceptance.rating")?.text == "excellent"
        }
        #expect(!excellent.isEmpty)
        let asked = ExcellentBefore(years: 2, until: day)
        try LoadedSample.shared.get().surroundings.store.read { reader in
            var found = 0
            for host in Set(rows.compactMap(\.host)) {
                let was = try asked(host: host, investigator: nil, in: reader)
                #expect(was == excellent.contains { $0.host == host })
                if was == true { found += 1 }
            }
            for person in Set(rows.compactMap(\.investigator)) {
                let was = try asked(host: "none", investigator: person, in: reader)
                #expect(was == excellent.contains { $0.investigator == person })
                if was == true { found += 1 }
            }
            #expect(found > 0)
            #expect(try asked(host: nil, investigator: nil, in: reader) == false)
        }
    }
}
