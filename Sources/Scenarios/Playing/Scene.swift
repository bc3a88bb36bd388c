import Engine
import LifecycleModel
import Rules
import WorkingCalendar

/// A task in the middle of a story.
struct Scene {
    /// The task.
    private(set) var state: TaskState
    /// Facts that rows leave out.
    var facts: [String: Scenario.Detail] = [:]
    /// What was not as expected so far.
    var mismatches: [Mismatch] = []

    private let rules: CompiledRegime
    private let calendar: WorkingCalendar
    private let releases: [String: String]
    /// The latest day that was played.
    private var today: CivilDate
    /// What deadlines have fired by themselves.
    private var passed: Set<Passing> = []

    /// A task that was just registered.
    init(
        _ registration: Scenario.Registration,
        code: String,
        _ rules: CompiledRegime,
        _ calendar: WorkingCalendar,
        _ releases: [String: String]
    ) {
        self.rules = rules
        self.calendar = calendar
        self.releases = releases
        today = registration.on
        let registered = Happening.Registered(
            code: code,
            regime: rules.regime.id,
            definition: rules.hash,
            position: registration.position ?? rules.regime.task.initial,
            facts: registration.facts.mapValues { $0.value(on: registration.on) }
        )
        state = TaskState(registered, on: registration.on)
        guard registration.position == nil else { return }
        for happening in startingHappenings(rules, state, on: registration.on, calendar: calendar) {
            state.apply(happening, by: "system", on: registration.on)
        }
    }

    /// Compares the task with what its registration expects.
    mutating func check(_ registration: Scenario.Registration, _ meter: inout CoverageMeter?) {
        for clock in state.clocks { meter?.note(.deadlineStarted(clock.started)) }
        let row = Row(place: registration.place, name: "registered", day: registration.on)
        mismatches += registration.expected.mismatches(with: Aftermath(state: state, rules: rules, happenings: [], fired: []), row)
    }

    /// Plays one row; false when its event should have happened but was refused, so that the rows after it mean nothing.
    mutating func play(_ step: Step, _ meter: inout CoverageMeter?) -> Bool {
        defer { today = max(today, step.day) }
        guard let deed = step.deed else {
            guard step.day >= today else {
                mismatches.append(.wrongDay(step, today))
                return false
            }
            let fired = passTime(to: step.day, &meter)
            look(step, Row(place: step.place, name: step.day.description, day: step.day), fired, [], &meter)
            return true
        }
        let command = command(for: deed, on: step.day)
        let actor = incumbent(deed.actor)
        let question = Inquiry(command, actor, circumstances(for: deed, command), expecting: step.expected.blocked)
        let decision = ask(question, &meter)
        let row = Row(place: step.place, name: command.name, day: step.day)
        let expected = step.expected.blocked
        for other in deed.others {
            mismatches += ask(question.asked(by: incumbent(other)), &meter).mismatches(expecting: expected, row, by: other.id)
        }
        if let needs = step.expected.needs {
            mismatches += needs.mismatches(with: ask(question.bare, &meter).missingForms, as: "needs", row)
        }
        if let asks = step.expected.asks {
            mismatches += asks.mismatches(with: decision.transition?.records.map(\.written) ?? [], as: "asks", row)
        }
        guard expected == nil && !decision.happenings.isEmpty else {
            mismatches += decision.mismatches(expecting: expected, row)
            if expected == nil || !decision.happenings.isEmpty { return false }
            look(step, row, [], [], &meter)
            return true
        }
        apply(decision.happenings, by: actor, on: step.day, &meter)
        look(step, row, [], decision.happenings, &meter)
        return true
    }

    /// Who is named by nothing but a role that one person of the task holds is that person.
    private func incumbent(_ actor: Actor) -> Actor {
        guard actor.roles == [actor.id], rules.regime.roles[actor.id]?.heldBy == .investigator,
            let person = state.fact("task.investigator")?.text
        else { return actor }
        return Actor(id: person, roles: actor.roles)
    }

    private func ask(_ inquiry: Inquiry, _ meter: inout CoverageMeter?) -> Decision {
        let circumstances = inquiry.circumstances
        let decision = decide(rules, state, inquiry.command, by: inquiry.actor, circumstances: circumstances, calendar: calendar)
        meter?.note(decision, state, inquiry)
        return decision
    }

    // MARK: Commands

    /// The command a row means: what the row gives, and what every transition it can mean asks for and the row leaves out.
    private func command(for deed: Deed, on day: CivilDate) -> Command {
        let machine = deed.target.reference(in: state)
        let candidates = rules.candidates(of: deed.event, on: machine, in: state).map(\.rule)
        var facts = deed.facts.mapValues { $0.value(on: day) }
        for record in candidates.first?.records ?? [] where record.isRequired && facts[record.fact] == nil {
            guard candidates.allSatisfy({ $0.records.contains(record) }) else { continue }
            let name = record.fact.hasPrefix("this.") ? "\(machine.kind)/\(record.fact.dropFirst(5))" : record.fact
            facts[record.fact] = self.facts[name]?.value(on: day)
        }
        let papers =
            deed.papers
            ?? (candidates.first?.documents ?? []).filter { form in candidates.allSatisfy { $0.documents.contains(form) } }
            .map { Deed.Paper(form: $0) }
        return Command(
            machine: machine,
            event: deed.event,
            facts: facts,
            documents: papers.map { AttachedDocument(form: $0.form, number: "01", date: $0.date ?? day) },
            day: day,
            recordedOn: deed.recordedOn ?? day
        )
    }

    private func circumstances(for deed: Deed, _ command: Command) -> Circumstances {
        var circumstances = deed.circumstances
        circumstances.releases = releases
        circumstances.host.code = (command.facts["task.host"] ?? state.fact("task.host"))?.text ?? ""
        circumstances.investigator.code = (command.facts["task.investigator"] ?? state.fact("task.investigator"))?.text ?? ""
        return circumstances
    }

    private mutating func apply(_ happenings: [Happening], by actor: Actor, on day: CivilDate, _ meter: inout CoverageMeter?) {
        for happening in happenings {
            meter?.note(happening)
            state.apply(happening, by: actor.id, on: day)
        }
    }

    // MARK: Time

    /// Lets days pass as a nightly job would: each evening whatever deadlines fire by themselves happens, once. Answers what did.
    private mutating func passTime(to day: CivilDate, _ meter: inout CoverageMeter?) -> [Passing] {
        var fired: [Passing] = []
        var refused: Set<Passing> = []
        while let next = state.passings(by: day).first(where: { $0.act.act == "fire" && !passed.contains($0) && !refused.contains($0) }) {
            today = max(today, next.day)
            let command = Command(machine: next.clock.machine, event: next.act.subject, day: today, recordedOn: today)
            let decision = ask(Inquiry(command, .system, Circumstances(), expecting: nil), &meter)
            guard !decision.happenings.isEmpty else {
                refused.insert(next)
                continue
            }
            apply(decision.happenings, by: .system, on: today, &meter)
            passed.insert(next)
            fired.append(next)
        }
        return fired
    }

    private mutating func look(
        _ step: Step,
        _ row: Row,
        _ fired: [Passing],
        _ happenings: [Happening],
        _ meter: inout CoverageMeter?
    ) {
        meter?.note(state, on: step.day)
        mismatches += step.expected.mismatches(with: Aftermath(state: state, rules: rules, happenings: happenings, fired: fired), row)
    }
}

/// A command that is asked of the rules.
struct Inquiry {
    var command: Command
    var actor: Actor
    let circumstances: Circumstances
    /// The refusals that are expected by name.
    let refusals: Set<String>

    init(_ command: Command, _ actor: Actor, _ circumstances: Circumstances, expecting refusals: Set<String>?) {
        self.command = command
        self.actor = actor
        self.circumstances = circumstances
        self.refusals = refusals ?? []
    }

    /// The same from somebody else.
    func asked(by other: Actor) -> Inquiry {
        var inquiry = self
        inquiry.actor = other
        return inquiry
    }

    /// The same without any document.
    var bare: Inquiry {
        var inquiry = self
        inquiry.command.documents = []
        return inquiry
    }
}

/// A row as mismatches name it.
struct Row {
    let place: Scenario.Place
    let name: String
    let day: CivilDate
}

/// What a row left behind.
struct Aftermath {
    let state: TaskState
    let rules: CompiledRegime
    let happenings: [Happening]
    let fired: [Passing]
}

extension CompiledRegime {
    /// Transitions that an event can mean where the machine stands.
    func candidates(of event: String, on machine: MachineReference, in state: TaskState) -> [CompiledTransition] {
        state.state(of: machine).map { transitions(of: machine.kind, from: $0, event: event) } ?? []
    }
}

extension Command {
    /// `event`, or `machine:number/event`.
    fileprivate var name: String { machine == .task ? event : "\(machine)/\(event)" }
}

extension Actor {
    /// The program itself.
    static let system = Actor(id: "system", roles: ["system"])
}

extension Passing {
    /// The event it fires as rows name it: `event`, or `machine:number/event`.
    var eventName: String { clock.machine == .task ? act.subject : "\(clock.machine)/\(act.subject)" }
}

extension Transition.Recorded {
    /// As it is written in a rule file: with a `?` when the event can happen without it.
    fileprivate var written: String { isRequired ? fact : "\(fact)?" }
}
