import Engine
import Importing
import LifecycleModel
import Rules
import SamplePortfolio
import Services
import Store
import Testing

/// What the change of law left in between.
@Suite struct BlockedTaskTests {
    @Test func severalReasonsStandInTheWay() throws {
        let loaded = try LoadedSample.shared.get()
        let chair = Surroundings(
            store: loaded.surroundings.store,
            actor: "MAU-CB-11",
            today: SamplePortfolio.asOf,
            now: loaded.surroundings.now,
            calendar: loaded.surroundings.calendar
        )
        let facts = [
            "award.decision_number": "1/QĐ-UBND", "award.on": "2025-12-31", "award.state_money": "99000000000",
            "award.counterpart_money": "0",
            "award.mode": "partial", "award.lump_sum_money": "0", "award.months": "24",
        ]
        let document = AttachedDocument(form: "B3-4-QĐPDKP", number: "1/QĐ-UBND", date: SamplePortfolio.asOf)
        let answer = try FireEvent(chair)(
            FireEvent.Request(
                task: SamplePortfolio.blockedTask,
                machine: .task,
                event: "award",
                facts: facts,
                documents: [document],
                day: SamplePortfolio.asOf,
                dryRun: true
            )
        )
        #expect(answer.before.position == "appraisal/completed")
        let failing = Set(answer.decision.requirements.filter { !$0.holds }.map(\.requirement.id))
        #expect(failing == ["law-2013-applies", "submitted", "host-not-barred", "within-appraisal"])
        #expect(answer.decision.blockers.count == 4)
    }

    @Test func straddlingTasksWaitForAPerson() throws {
        let rows = try LoadedSample.shared.get().tasks()
        let straddling = rows.filter { $0.code.hasPrefix("NV-2025-") && $0.position.stage == "appraisal" && $0.regime == "law-2013" }
        #expect(straddling.count > 20)
        #expect(straddling.allSatisfy { $0.awardedOn == nil })
    }

    @Test func oneWasDecidedEachWay() throws {
        let rows = try LoadedSample.shared.get().tasks()
        let decided = Sample.tasks { $0.event == "decide-regime" }
        #expect(decided.count == 2)
        let positions = rows.filter { decided.contains($0.code) }.map { "\($0.regime) \($0.position)" }.sorted()
        #expect(positions.map { $0.prefix(8) } == ["law-2013", "law-2025"])
        #expect(rows.contains { decided.contains($0.code) && $0.regime == "law-2013" && $0.awardedOn != nil })
    }
}
