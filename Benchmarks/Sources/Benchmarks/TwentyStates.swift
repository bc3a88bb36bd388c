import Engine
import LifecycleModel
import RuleLoading
import Rules
import WorkingCalendar

/// Decisions on a life of twenty states with one or two requirements a step (`lifecycle/grant`): the size that other workflow libraries
/// are measured by.
struct TwentyStates {
    private let rules: CompiledRegime
    private let calendar: WorkingCalendar
    private let road: [Asked]

    private struct Asked {
        let task: PreparedTask
        let command: Command
        let actor: Actor
    }

    init(calendar: WorkingCalendar) throws {
        self.calendar = calendar
        rules = try WorkflowLibrary.load(regime: "grant", directory: Places.lifecycle)
        let day = try CivilDate(parsing: "2025-06-02")
        let officer = Actor(id: "CB-01", roles: ["officer"])
        let chair = Actor(id: "CT-01", roles: ["chair"])
        let given: [String: [String: FactValue]] = [
            "review": ["review.score": .int(82), "review.voters": .int(7)], "pay": ["money.paid": .int(400_000_000)],
            "judge": ["review.score": .int(90)],
        ]
        var state = TaskState(
            Happening.Registered(
                code: "N-1",
                regime: "grant",
                definition: rules.hash,
                position: rules.regime.task.initial,
                facts: ["task.title": .text("Nhiệm vụ"), "task.state_money": .int(900_000_000)]
            ),
            on: day
        )
        var road: [Asked] = []
        for rule in rules.regime.task.transitions where rule.event != "cancel" {
            let command = Command(event: rule.event, facts: given[rule.event] ?? [:], day: day, recordedOn: day)
            let actor = rule.by == ["chair"] ? chair : officer
            road.append(Asked(task: PreparedTask(state), command: command, actor: actor))
            let decision = decide(rules, state, command, by: actor, circumstances: Circumstances(), calendar: calendar)
            guard !decision.happenings.isEmpty else {
                throw Processes.Failure(message: "\(rule.event): \(decision.blockers.map(\.message.vi))")
            }
            for happening in decision.happenings { state.apply(happening, by: actor.id, on: day) }
        }
        self.road = road
    }

    func figures() -> [Figure] {
        let requirements = road.reduce(0) { $0 + decided($1).requirements.count }
        let rate = Timing.perSecond(road.count * 1000) {
            for _ in 0..<1000 {
                for asked in road { _ = decided(asked) }
            }
        }
        return [
            Figure(
                id: "decisions-light",
                name: "decisions on a life of 20 states: \(road.count) acts, \(requirements) requirements; per second of processor time",
                value: rate,
                unit: "/s"
            )
        ]
    }

    private func decided(_ asked: Asked) -> Decision {
        decide(rules, asked.task, asked.command, by: asked.actor, circumstances: Circumstances(), calendar: calendar)
    }
}
