import Engine
import LifecycleModel
import Rules
import Store

/// What the calendar does to a task by itself: the events that its clocks fire once their dates have gone by, each once for a run of a clock and a
/// date, each dated by the first day on which it can happen.
///
/// Whoever records something about a task lets time pass for it first, so the record is the same whether or not a batch job ran before.
struct AutomaticEvents {
    private let surroundings: Surroundings

    /// One that happened.
    struct Passed {
        let passing: Passing
        let day: CivilDate
        let happenings: [Happening]
    }

    /// One that the rules did not let happen.
    struct Refused {
        let passing: Passing
        let blockers: [Blocker]
    }

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Lets time pass in a task's state.
    ///
    /// - Parameters:
    ///   - day: the last day that passes.
    ///   - earliest: the day before which nothing is dated; nil: what the dates say.
    ///   - isLeft: what is left to somebody else.
    func pass(
        _ state: inout TaskState,
        by day: CivilDate,
        notBefore earliest: CivilDate? = nil,
        under rules: CompiledRegime,
        in reader: any StoreReader,
        except isLeft: (Passing) -> Bool = { _ in false }
    ) throws -> (passed: [Passed], refused: [Refused]) {
        var passed: [Passed] = []
        var refused: [Refused] = []
        var asked: Set<Passing> = []
        while let passing = state.automaticEvents(by: day, under: rules).first(where: { !asked.contains($0) && !isLeft($0) }) {
            asked.insert(passing)
            if try reader.isDone(passing.deed(of: state.code)) { continue }
            let date = max(state.day(of: passing), earliest ?? passing.day)
            guard date <= day else { continue }
            let decision = try decision(on: passing, date, state, rules, reader)
            guard case .accepted(let happenings) = decision.outcome else {
                refused.append(Refused(passing: passing, blockers: decision.blockers))
                continue
            }
            for happening in happenings { state.apply(happening, by: Self.actor.id, on: date) }
            passed.append(Passed(passing: passing, day: date, happenings: happenings))
        }
        return (passed, refused)
    }

    /// Records what happened, folding it into the state as it was before.
    func record(_ passed: [Passed], to state: inout TaskState, _ journal: TaskJournal) throws -> [EventRecord] {
        try passed.flatMap { one -> [EventRecord] in
            let key = one.passing.deed(of: state.code)
            _ = try journal.writer.note(DeedRow(key: key, job: "deadlines", subject: state.code, day: one.passing.day))
            return try journal.append(one.happenings, to: &state, by: Self.actor.id, on: one.day)
        }
    }

    /// The program itself.
    static let actor = Actor(id: "system", roles: ["system"])

    private func decision(
        on passing: Passing,
        _ day: CivilDate,
        _ state: TaskState,
        _ rules: CompiledRegime,
        _ reader: any StoreReader
    ) throws -> Decision {
        let command = Command(
            machine: passing.clock.machine,
            event: passing.act.subject,
            day: day,
            recordedOn: max(day, surroundings.today)
        )
        let circumstances =
            try rules.asksAboutParties(command, state)
            ? Circumstances(of: state, for: command, releases: try reader.releases(), in: reader) : Circumstances()
        return decide(rules, state, command, by: Self.actor, circumstances: circumstances, calendar: surroundings.calendar)
    }
}

extension Passing {
    /// Key of the deed that this was brought about.
    func deed(of task: String) -> String { "\(task)/\(key)" }
}
