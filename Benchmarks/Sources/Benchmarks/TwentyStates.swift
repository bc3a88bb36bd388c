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
    private let day: CivilDate

    /// One act of the life.
    struct Act {
        let event: String
        /// Whether it is for the chair, or for an officer.
        let isOfChair: Bool
        /// Facts that come with it.
        let facts: [String: Int64]

        /// The facts as people write them.
        var texts: [String: String] { facts.mapValues { String($0) } }
    }

    /// The acts of the life in their order.
    static func road(under regime: Regime) -> [Act] {
        let given: [String: [String: Int64]] = [
            "review": ["review.score": 82, "review.voters": 7], "pay": ["money.paid": 400_000_000], "judge": ["review.score": 90],
        ]
        return regime.task.transitions.filter { $0.event != "cancel" }.map {
            Act(event: $0.event, isOfChair: $0.by == ["chair"], facts: given[$0.event] ?? [:])
        }
    }

    private struct Asked {
        let task: PreparedTask
        let command: Command
        let actor: Actor
    }

    init(calendar: WorkingCalendar) throws {
        self.calendar = calendar
        rules = try WorkflowLibrary.load(regime: "grant", directory: Places.lifecycle)
        day = try CivilDate(parsing: "2025-06-02")
        let officer = Actor(id: "CB-01", roles: ["officer"])
        let chair = Actor(id: "CT-01", roles: ["chair"])
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
        for act in Self.road(under: rules.regime) {
            let command = Command(event: act.event, facts: act.facts.mapValues(FactValue.int), day: day, recordedOn: day)
            let actor = act.isOfChair ? chair : officer
            road.append(Asked(task: PreparedTask(state), command: command, actor: actor))
            let decision = decide(rules, state, command, by: actor, circumstances: Circumstances(), calendar: calendar)
            guard !decision.happenings.isEmpty else {
                throw Processes.Failure(message: "\(act.event): \(decision.blockers.map(\.message.vi))")
            }
            for happening in decision.happenings { state.apply(happening, by: actor.id, on: day) }
        }
        self.road = road
    }

    func figures() throws -> [Figure] {
        let requirements = road.reduce(0) { $0 + decided($1).requirements.count }
        let decisions = Figure(
            id: "decisions-light",
            name: "decisions on a life of 20 states: \(road.count) acts, \(requirements) requirements; per second of processor time",
            value: rate,
            unit: "/s"
        )
        return [decisions] + (try HeldTasks().figures())
    }

    /// Tasks in memory, one after the other at each place of the life, each with a code and a title of its own.
    func tasks(_ count: Int) -> [TaskState] {
        (0..<count).map { number in
            let lived = road.prefix(number % (road.count + 1))
            let registered = Happening.Registered(
                code: "NV-\(number)",
                regime: "grant",
                definition: rules.hash,
                position: rules.regime.task.initial,
                facts: ["task.title": .text("Nhiệm vụ khoa học và công nghệ số \(number)"), "task.state_money": .int(900_000_000)]
            )
            var state = TaskState(registered, on: day)
            for asked in lived {
                for happening in decided(asked).happenings { state.apply(happening, by: asked.actor.id, on: day) }
            }
            return state
        }
    }

    /// Decisions a second of processor time.
    var rate: Double {
        Timing.perSecond(road.count * 1000) {
            for _ in 0..<1000 {
                for asked in road { _ = decided(asked) }
            }
        }
    }

    private func decided(_ asked: Asked) -> Decision {
        decide(rules, asked.task, asked.command, by: asked.actor, circumstances: Circumstances(), calendar: calendar)
    }
}
