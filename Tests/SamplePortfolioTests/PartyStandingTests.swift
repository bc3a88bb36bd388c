import Engine
import LifecycleModel
@testable import Services
import Store
import Testing

/// The standing of a party is told without the states of most of its tasks, and must be what all of them say.
@Suite struct PartyStandingTests {
    @Test(arguments: TaskParty.allCases, ["2021-06-30", "2023-07-15", "2025-12-31", "2031-01-01"])
    func agreesWithTheStatesOfAllTasks(party: TaskParty, text: String) throws {
        let day = try CivilDate(parsing: text)
        let rows = try LoadedSample.shared.get().tasks()
        let (read, barring) = try LoadedSample.shared.get().surroundings.store.read { reader in
            var (read, barring) = (0, 0)
            for (code, own) in Dictionary(grouping: rows, by: { party == .host ? $0.host : $0.investigator }) {
                guard let code else { continue }
                let states = try own.map { try TaskState(of: $0) }
                let bars = try reader.bars(party: party.register, code: code)
                for task in [""] + own.prefix(3).map(\.code) {
                    let whole = PartyStanding(party: party, code: code, tasks: states, barring: bars, except: task, on: day)
                    let light = try PartyStanding(party: party, code: code, except: task, on: day, in: reader)
                    #expect(light.bars == whole.bars, "\(code) without \(task)")
                    #expect(light.runningTasks == whole.runningTasks, "\(code) without \(task)")
                    if !whole.bars.isEmpty { barring += 1 }
                }
                read += 1
            }
            return (read, barring)
        }
        #expect(read > 5)
        #expect(text < "2023" || barring > 0)
    }
}
