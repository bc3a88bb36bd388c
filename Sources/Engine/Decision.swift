public import LifecycleModel
public import Rules
public import WorkingCalendar

/// The answer to a command: what will happen, or every reason why it must not.
public struct Decision: Sendable {
    /// What will happen, or why not.
    public let outcome: Outcome
    /// The transition that was taken or, when one came nearest, refused.
    public let transition: Transition?
    /// Every requirement of that transition with its outcome, satisfied ones too.
    public let requirements: [RequirementOutcome]

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
public struct RequirementOutcome: Sendable, Hashable {
    /// The requirement as the rule file says it.
    public let requirement: Requirement
    /// Whether it holds.
    public let holds: Bool
    /// Facts whose absence (or the error whose occurrence) keeps it from being judged; empty when it could be judged.
    public let missing: [String]
    /// Facts it looked at, as people read them; nil for a missing one. Filled when it does not hold, or on request.
    public let facts: [Blocker.Fact]
}

/// Decides what a command does to a task: the happenings to record, or every blocker with code, message, facts and article.
///
/// Pure: the same rules, state, command, actor, circumstances and calendar always give the same answer. Nothing is short-circuited: all
/// requirements are evaluated and all blockers reported at once.
public func decide(
    _ rules: CompiledRegime, _ state: TaskState, _ command: Command, by actor: Actor, circumstances: Circumstances, calendar: WorkingCalendar
) -> Decision {
    let candidates = command.candidates(rules, state)
    switch candidates {
    case .failure(let refusal): return Decision(outcome: .refused([refusal.blocker]), transition: nil, requirements: [])
    case .success(let (from, transitions)):
        let attempts = transitions.map { transition in
            Attempt(rules, state, command, actor, circumstances, transition, from: from)
        }
        if attempts.count == 1 { return attempts[0].decision(calendar) }
        let free = attempts.filter { $0.blockers.isEmpty }
        if free.count == 1 { return free[0].decision(calendar) }
        if free.count > 1 {
            let blocker = Blocker(
                code: "several-apply",
                message: Phrase(
                    vi: "Có \(free.count) bước cùng thỏa mãn cho sự kiện «\(command.event)»; tệp quy tắc phải được sửa",
                    en: "\(free.count) transitions fit the event \"\(command.event)\"; the rule file must be mended"))
            return Decision(outcome: .refused([blocker]), transition: nil, requirements: [])
        }
        let nearest = attempts.min { $0.distance < $1.distance } ?? attempts[0]
        return nearest.decision(calendar)
    }
}
