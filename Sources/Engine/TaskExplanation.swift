public import LifecycleModel
public import Rules

/// What may be done with a task from where it stands: each possible act with every requirement, holding or not.
public struct TaskExplanation: Sendable {
    /// Acts on the task and on its open small machines.
    public let actions: [Action]

    /// One act that the rules know from here.
    public struct Action: Sendable {
        /// The machine it is done on.
        public let machine: MachineReference
        /// The transition.
        public let transition: Transition
        /// State it leads to; the present one when it stays.
        public let to: String
        /// Whether nothing stands in its way but what comes with the event itself: facts to give, documents to attach, the right person.
        public let isAllowed: Bool
        /// Whether the asked actor has a role that may do it; nil when no actor was asked about.
        public let actorMay: Bool?
        /// Every requirement with its outcome and the facts behind it.
        public let requirements: [Judged]
    }

    /// A requirement and how it stands.
    public struct Judged: Sendable {
        /// The outcome.
        public let outcome: RequirementOutcome
        /// Whether it cannot be judged yet because its facts come with the event.
        public let comesWithEvent: Bool
    }
}

/// Explains what may be done with a task on a day, by whom, and what stands in the way, with the facts and the articles.
public func explain(
    _ rules: CompiledRegime,
    _ state: TaskState,
    for actor: Actor?,
    on day: CivilDate,
    circumstances: Circumstances
) -> TaskExplanation {
    let task = PreparedTask(state)
    var machines: [(MachineReference, String)] = [(.task, state.position)]
    for (kind, instances) in state.machines {
        machines += instances.map { (MachineReference(kind: kind, number: $0.number), $0.state) }
    }
    var actions: [TaskExplanation.Action] = []
    for (reference, standing) in machines {
        guard let machine = rules.machine(reference.kind), let transitions = machine.states[standing]?.transitions else { continue }
        for transition in transitions {
            let instance = reference == .task ? nil : task.instance(reference)
            let command = Command(machine: reference, event: transition.rule.event, day: day, recordedOn: day)
            let asker = actor ?? Actor(id: "", roles: [])
            let scope = FactScope(Question(rules, machine, task, instance, command, asker, circumstances))
            let requirements = transition.requirements.map { $0.judged(in: scope, arriving: transition.rule, actorKnown: actor != nil) }
            actions.append(
                TaskExplanation.Action(
                    machine: reference,
                    transition: transition.rule,
                    to: transition.rule.to ?? standing,
                    isAllowed: requirements.allSatisfy { $0.outcome.holds || $0.comesWithEvent },
                    actorMay: actor.map { actor in
                        transition.rule.by.contains { actor.roles.contains($0) && state.admits(actor, as: $0, under: rules.regime) }
                    },
                    requirements: requirements
                )
            )
        }
    }
    return TaskExplanation(actions: actions)
}

extension CompiledRequirement {
    fileprivate func judged(in scope: FactScope, arriving: Transition, actorKnown: Bool) -> TaskExplanation.Judged {
        let outcome = outcome(in: scope).tellingFacts(in: scope)
        let comes =
            !outcome.holds
            && outcome.facts.contains { fact in
                arriving.records.contains { $0.fact == fact.path } || (fact.path == "documents" && rule.asksOnlyFor(arriving.documents))
                    || (fact.path.hasPrefix("actor.") && !actorKnown)
            }
        return TaskExplanation.Judged(outcome: outcome, comesWithEvent: comes)
    }
}

extension Requirement {
    /// Whether it asks for documents that come with the event anyway.
    fileprivate func asksOnlyFor(_ forms: [String]) -> Bool {
        if case .documents(let asked) = condition { asked.allSatisfy(forms.contains) } else { false }
    }
}
