public import LifecycleModel
public import Rules
public import WorkingCalendar

/// The answer to a command: what will happen, or every reason why it must not.
public struct Decision: Sendable {
    /// What will happen, or why not.
    public let outcome: Outcome
    /// The transition that was taken or, when one came nearest, refused.
    public var transition: Transition? { compiled?.rule }
    /// Every requirement of that transition with its outcome, satisfied ones too.
    public let requirements: [RequirementOutcome]

    let compiled: CompiledTransition?

    init(outcome: Outcome, transition: CompiledTransition?, requirements: [RequirementOutcome]) {
        self.outcome = outcome
        compiled = transition
        self.requirements = requirements
    }

    /// What will happen, or why not.
    public enum Outcome: Sendable, Hashable {
        /// Happenings to record together, in order.
        case accepted([Happening])
        /// All blockers; never empty.
        case refused([Blocker])
    }

    /// The blockers; empty when accepted.
    public var blockers: [Blocker] {
        if case .refused(let blockers) = outcome { blockers } else { [] }
    }

    /// The happenings; empty when refused.
    public var happenings: [Happening] {
        if case .accepted(let happenings) = outcome { happenings } else { [] }
    }
}

/// Whether one requirement holds, and on which facts.
public struct RequirementOutcome: Sendable {
    /// The requirement as the rule file says it.
    public var requirement: Requirement { compiled.rule }
    /// Whether it holds.
    public let holds: Bool
    /// Facts whose absence (or the error whose occurrence) keeps it from being judged; empty when it could be judged.
    public let missing: [String]
    /// Facts it looked at, as people read them; nil for a missing one. Filled when a refusal tells of it, or on request.
    public let facts: [Blocker.Fact]

    let compiled: CompiledRequirement
}

/// Decides what a command does to a task: the happenings to record, or every blocker with code, message, facts and article.
///
/// Pure: the same rules, state, command, actor, circumstances and calendar always give the same answer. Nothing is short-circuited: all
/// requirements are evaluated and all blockers reported at once.
public func decide(
    _ rules: CompiledRegime,
    _ state: TaskState,
    _ command: Command,
    by actor: Actor,
    circumstances: Circumstances,
    calendar: WorkingCalendar
) -> Decision {
    decide(rules, PreparedTask(state), command, by: actor, circumstances: circumstances, calendar: calendar)
}

/// Decides as above, on a task whose facts are already in the form expressions read: for many questions about one state.
public func decide(
    _ rules: CompiledRegime,
    _ task: PreparedTask,
    _ command: Command,
    by actor: Actor,
    circumstances: Circumstances,
    calendar: WorkingCalendar
) -> Decision {
    let instance = command.machine.number == 0 ? nil : task.instance(command.machine)
    guard let from = instance?.state ?? (command.machine == .task ? task.state.position : nil) else {
        return Decision(outcome: .refused([command.unknownMachine(rules, task.state)]), transition: nil, requirements: [])
    }
    guard let machine = rules.machine(command.machine.kind), let state = machine.states[from] else {
        return Decision(outcome: .refused([command.noTransition(rules, from: from)]), transition: nil, requirements: [])
    }
    let transitions = state.transitions(of: command.event)
    guard let first = transitions.first else {
        return Decision(outcome: .refused([command.noTransition(rules, from: from)]), transition: nil, requirements: [])
    }
    let question = Question(rules, machine, task, instance, command, actor, circumstances)
    guard transitions.count > 1 else { return Attempt(question, first, from: state).decision(calendar) }
    let attempts = transitions.map { Attempt(question, $0, from: state) }
    let free = attempts.filter(\.isFree)
    if free.count > 1 {
        let blocker = Blocker(
            code: "several-apply",
            message: Phrase(
                vi: "Có \(free.count) bước cùng thỏa mãn cho sự kiện «\(command.event)»; tệp quy tắc phải được sửa",
                en: "\(free.count) transitions fit the event \"\(command.event)\"; the rule file must be mended"
            )
        )
        return Decision(outcome: .refused([blocker]), transition: nil, requirements: [])
    }
    let nearest = free.first ?? attempts.min { $0.distance < $1.distance }
    return nearest.map { $0.decision(calendar) } ?? Decision(outcome: .refused([]), transition: nil, requirements: [])
}
