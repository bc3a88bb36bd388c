import SQLiteStore
import Engine
import LifecycleModel
import Rules
import SamplePortfolio
import Services
import Store

/// The lives of the sample's tasks as decisions that were taken: what was known before, what was asked, by whom.
struct RecordedLives {
    let lives: [Life]
    let circumstances: Circumstances

    /// One task's life.
    struct Life {
        let rules: CompiledRegime
        let registered: TaskState
        let steps: [Step]
    }

    /// One act of a person.
    struct Step {
        let before: TaskState
        let command: Command
        let actor: Actor
    }

    var steps: [(rules: CompiledRegime, step: Step)] {
        lives.flatMap { life in life.steps.map { (life.rules, $0) } }
    }

    /// Reads them out of a store.
    init(of sample: SampleStore) throws {
        let definitions = Definitions()
        (lives, circumstances) = try sample.store.read { reader in
            let tasks = try reader.tasks(TaskFilter())
            let lives = try tasks.compactMap { try Life($0, sample, definitions, reader) }
            let releases = Dictionary(try reader.definitions().map { ($0.id, $0.hash) }) { $1 }
            return (lives, Circumstances(releases: releases))
        }
    }
}

extension RecordedLives.Life {
    fileprivate init?(_ task: TaskRow, _ sample: SampleStore, _ definitions: Definitions, _ reader: any StoreReader) throws {
        let rules = try definitions.regime(task.definition, in: reader)
        var state: TaskState?
        var registered: TaskState?
        var steps: [RecordedLives.Step] = []
        for record in try reader.events(of: EventRecord.Subject(.task, task.code)) {
            let happening = try Happening(kind: record.kind, payload: record.payload)
            if case .registered(let it) = happening {
                state = TaskState(it, on: record.happenedOn)
                registered = state
                continue
            }
            guard let before = state else { return nil }
            if case .transitioned(let move) = happening, !move.isConsequence {
                let actor = try Actor(record.actor, in: reader)
                steps.append(
                    RecordedLives.Step(before: before, command: Command(repeating: move, on: record.happenedOn, rules), actor: actor)
                )
            }
            state?.apply(happening, by: record.actor, on: record.happenedOn)
        }
        guard let registered else { return nil }
        self.init(rules: rules, registered: registered, steps: steps)
    }
}

extension Command {
    /// What was asked when a move was recorded: its facts without those that were computed.
    fileprivate init(repeating move: Happening.Transitioned, on day: CivilDate, _ rules: CompiledRegime) {
        let transitions = rules.transitions(of: move.machine.kind, from: move.from, event: move.event)
        let given = Set(transitions.flatMap { $0.rule.records.map(\.fact) })
        self.init(
            machine: move.machine,
            event: move.event,
            facts: move.facts.filter { given.contains($0.key) },
            documents: move.documents,
            day: day,
            recordedOn: SamplePortfolio.asOf
        )
    }
}
