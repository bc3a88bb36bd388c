public import LifecycleModel
public import Rules
public import WorkingCalendar

/// A move that a task made earlier, as its log tells.
public struct EarlierMove: Sendable, Hashable {
    /// The event, and the state it left.
    public let event, from: String

    /// Creates one.
    public init(event: String, from: String) {
        self.event = event
        self.from = from
    }
}

/// The small machines that the schedules of the rules owe a task and that are not there: of each kind by the last of its moves that brings one,
/// by what the task's facts say now (a contract that was extended owes more reports, a corrected date others). Empty when nothing is owed,
/// and of a task whose life has ended.
///
/// Pure, as `decide`.
///
/// - Returns: the happenings that open the machines and start their clocks, and what keeps a schedule from being worked out.
public func owed(
    _ rules: CompiledRegime,
    _ state: TaskState,
    after moves: [EarlierMove],
    on day: CivilDate,
    calendar: WorkingCalendar
) -> (happenings: [Happening], problems: [Blocker]) {
    guard state.end == nil, let machine = rules.machine(Regime.taskMachine) else { return ([], []) }
    var found: (happenings: [Happening], problems: [Blocker]) = ([], [])
    var settled: Set<String> = []
    var state = state
    for move in moves.reversed() {
        guard let from = machine.states[move.from] else { continue }
        for transition in from.transitions(of: move.event) {
            let kinds = transition.rule.scheduledMachines
            guard !kinds.isEmpty, kinds.allSatisfy({ !settled.contains($0) }) else { continue }
            settled.formUnion(kinds)
            let command = Command(event: move.event, day: day, recordedOn: day)
            let actor = Actor(id: "system", roles: ["system"])
            let question = Question(rules, machine, PreparedTask(state), nil, command, actor, Circumstances())
            var recording = Recording(Attempt(question, transition, from: from), calendar)
            recording.prepareOwed()
            found.happenings += recording.happenings
            found.problems += recording.problems
            for happening in recording.happenings { state.apply(happening, by: actor.id, on: day) }
        }
    }
    return found
}

extension Transition {
    /// Kinds of small machines that it opens one after another by a schedule.
    fileprivate var scheduledMachines: [String] {
        effects.compactMap { effect in
            if case .open(let kind, .some, _) = effect { kind } else { nil }
        }
    }
}
