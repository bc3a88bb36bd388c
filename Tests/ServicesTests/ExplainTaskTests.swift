import Engine
import LifecycleModel
import Rules
import Services
import Testing

@Suite("Explaining a task")
struct ExplainTaskTests {
    @Test("tells every move, who may make it, and what stands in the way")
    func moves() throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        let answer = try ExplainTask(try office.at("2022-03-01", as: "CT01"))("T-1")
        let actions = answer.explanation.actions
        #expect(Set(actions.map(\.transition.event)) == ["review", "award", "withdraw"])
        let award = try #require(actions.first { $0.transition.event == "award" })
        #expect(!award.isAllowed && award.actorMay == true)
        let reviewed = try #require(award.requirements.first { $0.outcome.requirement.id == "reviewed" })
        #expect(!reviewed.outcome.holds && !reviewed.comesWithEvent)
        let withdraw = try #require(actions.first { $0.transition.event == "withdraw" })
        #expect(withdraw.isAllowed && withdraw.actorMay == false)
        let nobody = try ExplainTask(try office.at("2022-03-01", as: ""))("T-1")
        #expect(nobody.explanation.actions.allSatisfy { $0.actorMay == nil })
    }

    @Test("tells what bars its parties, on the day asked about", arguments: [("2022-03-16", 0), ("2022-03-17", 1)])
    func bars(_ day: String, _ count: Int) throws {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.register("T-2", on: "2022-03-02", ["host": "VNN"])
        #expect(try ExplainTask(try office.at(day, as: ""))("T-2").host?.bars.count == count)
        #expect(try ExplainTask(try office.at(day, as: ""))("T-1").host?.bars.isEmpty == true)
    }

    @Test("does not know a task or an actor that is not there")
    func unknown() throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        #expect(Result { try ExplainTask(try office.at("2022-03-01", as: ""))("T-2") }.faultCode == "unknown-task")
        #expect(Result { try ExplainTask(try office.at("2022-03-01", as: "X"))("T-1") }.faultCode == "unknown-actor")
    }

    @Test("ends where the life ends")
    func ended() throws {
        let office = try Office()
        try office.register("T-1", on: "2022-03-01")
        try office.fire("T-1", "withdraw", on: "2022-03-02")
        #expect(try ExplainTask(try office.at("2022-03-03", as: ""))("T-1").explanation.actions.isEmpty)
    }
}
