import Engine
import LifecycleModel
import Rules
import WorkingCalendar

/// Decisions without any store: every act of every task of the sample portfolio, decided by the real rules with all requirements evaluated.
struct PureDecisions {
    let lives: RecordedLives
    let calendar: WorkingCalendar

    func figures() -> [Figure] {
        [accepted, refused, inTurn]
    }

    private struct Asked {
        let rules: CompiledRegime
        let task: PreparedTask
        let command: Command
        let actor: Actor
    }

    private func decide(_ asked: Asked) -> Decision {
        Engine.decide(
            asked.rules,
            asked.task,
            asked.command,
            by: asked.actor,
            circumstances: lives.circumstances,
            calendar: calendar
        )
    }

    /// The acts as they were recorded.
    private var accepted: Figure {
        let all = lives.steps.map {
            Asked(rules: $0.rules, task: PreparedTask($0.step.before), command: $0.step.command, actor: $0.step.actor)
        }
        let asked = all.filter { !decide($0).happenings.isEmpty }
        let requirements = asked.reduce(0) { $0 + decide($1).requirements.count }
        let rate = Timing.perSecond(asked.count) { for one in asked { _ = decide(one) } }
        return Figure(
            id: "decisions-accepted",
            name: "decisions, accepted: \(asked.count) of \(all.count) acts, \(requirements) requirements; per second of processor time",
            value: rate,
            unit: "/s"
        )
    }

    /// The acts that have requirements, asked without the documents and facts that must come with them.
    private var refused: Figure {
        let all = lives.steps.map { rules, step in
            var command = step.command
            command.documents = []
            return Asked(rules: rules, task: PreparedTask(step.before), command: command, actor: step.actor)
        }
        let asked = all.filter { one in
            let decision = decide(one)
            return !decision.blockers.isEmpty && !decision.requirements.isEmpty
        }
        let blockers = asked.reduce(0) { $0 + decide($1).blockers.count }
        let rate = Timing.perSecond(asked.count) { for one in asked { _ = decide(one) } }
        return Figure(
            id: "decisions-refused",
            name: "decisions, refused: \(asked.count) acts without their documents, \(blockers) reasons told",
            value: rate,
            unit: "/s"
        )
    }

    /// Whole lives: each act decided on the state that the one before left.
    private var inTurn: Figure {
        let count = lives.lives.reduce(0) { $0 + $1.steps.count }
        let rate = Timing.perSecond(count) {
            for life in lives.lives {
                let task = PreparedTask(life.registered)
                for step in life.steps {
                    let asked = Asked(rules: life.rules, task: task, command: step.command, actor: step.actor)
                    for happening in decide(asked).happenings { task.apply(happening, by: step.actor.id, on: step.command.day) }
                }
            }
        }
        return Figure(
            id: "decisions-and-apply",
            name: "decisions and applying in turn: \(lives.lives.count) whole lives",
            value: rate,
            unit: "/s"
        )
    }
}
