import Engine
import LifecycleModel
import LumpSum
import Services
import Store
import Testing

@Suite("A settlement of the sample's tasks")
struct SettlementGuardTests {
    private static let finance = "MAU-CB-09"

    /// What a settlement that is only tried is refused for; empty where it would pass.
    private func refusals(of task: TaskRow, isConfirmed: Bool) throws -> (code: String, blockers: [String]) {
        let sample = try LoadedSample.shared.get().surroundings
        let desk = Surroundings(store: sample.store, actor: Self.finance, today: sample.today, now: sample.now, calendar: sample.calendar)
        let paper = AttachedDocument(form: "QĐ-QT", number: "120/QĐ-SKHCN", date: sample.today)
        var act = RecordBudget.Act(task: task.code, day: sample.today, documents: [paper], dryRun: true)
        act.isConfirmed = isConfirmed
        do {
            _ = try RecordBudget(desk)(.settle(spent: nil, notDone: .zero, hostHasFund: true), act)
            return ("", [])
        } catch let fault as UseCaseFault {
            return (fault.code, fault.blockers.map { $0.code })
        }
    }

    @Test("asks about items that were cleared and of which nothing is reported as spent, unless the person says that it is right so")
    func forgottenReports() throws {
        let store = try LoadedSample.shared.get().surroundings.store
        var waiting: [TaskRow] = []
        try store.read { reader in
            var filter = TaskFilter()
            (filter.stage, filter.state) = ("closing", "liquidated")
            try reader.eachTask(filter) { waiting.append($0) }
        }
        #expect(!waiting.isEmpty)
        var asked = 0
        for task in waiting {
            let budget = try store.read { try BudgetRecord(task.code, in: $0).budget }
            let cleared = Set(try budget.done().keys.filter { $0.source == .state }.map(\.item))
            let forgotten = cleared.subtracting(budget.stateSpending.map(\.item))
            let lacking = try budget.received() < budget.advanced() ? 1 : 0
            let refused = try refusals(of: task, isConfirmed: false)
            let expected =
                [String](repeating: "cleared-not-spent", count: forgotten.count)
                + [String](repeating: "advanced-not-received", count: lacking)
            if expected.isEmpty {
                #expect(refused.code != "spending-not-reported")
            } else {
                asked += 1
                #expect(refused.code == "spending-not-reported" && refused.blockers == expected, "\(task.code): \(refused)")
            }
            #expect(try refusals(of: task, isConfirmed: true).code != "spending-not-reported")
        }
        #expect(asked > 0)
    }
}
