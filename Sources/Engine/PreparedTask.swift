import Expressions
public import LifecycleModel
import Rules

/// A task's state with its facts in the form expressions read, kept in step as more happens to it: for many questions about one task,
/// or for deciding and applying in turn.
///
/// Values are made when first asked for. It belongs to one thread at a time.
public final class PreparedTask {
    /// The state.
    @exclusivity(unchecked) public private(set) var state: TaskState
    /// The rules under which `known` was filled.
    @exclusivity(unchecked) private var rules: CompiledRegime?
    /// What is known of each fact the rules name, by its number.
    @exclusivity(unchecked) private var known: [Known] = []
    @exclusivity(unchecked) private var madeDocuments: MapValue?
    @exclusivity(unchecked) private var madeFired: MapValue?
    @exclusivity(unchecked) private var machines: [String: Value] = [:]

    /// The clocks that have not been stopped, in the order they started.
    @exclusivity(unchecked) private(set) var openRuns: [ClockRun]
    /// All clocks of one identifier, as expressions write it, once asked for.
    @exclusivity(unchecked) private var runsByName: [String: [ClockRun]] = [:]

    private enum Known {
        case unasked, missing
        case value(Value)
    }

    /// Prepares a state.
    public init(_ state: TaskState) {
        self.state = state
        openRuns = state.openRuns
    }

    /// Folds one happening into the state; see `TaskState.apply`.
    @discardableResult
    public func apply(_ happening: Happening, by actor: String, on day: CivilDate) -> Bool {
        let fits = state.apply(happening, by: actor, on: day)
        switch happening {
        case .transitioned(let it): forget(it)
        case .machineOpened(let it): forgetMachines(it.machine.kind)
        case .deadlineStarted:
            guard let clock = state.clocks.last else { break }
            let run = ClockRun(clock, at: state.clocks.count - 1)
            openRuns.append(run)
            forgetRuns(run.reference)
        case .deadlineStopped(let it): renew(it.reference)
        case .deadlineSuspended(let reference, on: _), .deadlineResumed(let reference, on: _, dates: _),
            .deadlineMoved(let reference, dates: _, reason: _):
            renew(reference)
        case .documentIssued: madeDocuments = nil
        case .migrated:
            openRuns = state.openRuns
            runsByName = [:]
            machines = [:]
        default: break
        }
        return fits
    }

    /// A fact of the task as expressions see it.
    func value(of fact: FactName, in rules: CompiledRegime) -> Value? {
        if self.rules !== rules {
            self.rules = rules
            known = Array(repeating: .unasked, count: rules.names.count)
        }
        guard known.indices.contains(fact.number) else { return state.facts[fact.group]?[fact.name]?.expressionValue }
        switch known[fact.number] {
        case .value(let value): return value
        case .missing: return nil
        case .unasked:
            let value = state.facts[fact.group]?[fact.name]?.expressionValue
            known[fact.number] = value.map(Known.value) ?? .missing
            return value
        }
    }

    /// The small machine, if it is there.
    func instance(_ reference: MachineReference) -> TaskState.Instance? {
        guard reference.number >= 1, let instances = state.machines[reference.kind], reference.number <= Int64(instances.count) else {
            return nil
        }
        return instances[Int(reference.number) - 1]
    }

    /// The runs of a clock by its identifier, as expressions write it, in the order they started.
    func runs(named name: String) -> [ClockRun] {
        if let known = runsByName[name] { return known }
        let found = state.clocks.enumerated().compactMap { place, clock in
            FactEnvironment.names(clock.reference.id, as: name) ? ClockRun(clock, at: place) : nil
        }
        runsByName[name] = found
        return found
    }

    /// Documents by form.
    var documents: MapValue {
        if let madeDocuments { return madeDocuments }
        let documents = state.documents.record { .list($0.map(\.value)) }
        madeDocuments = documents
        return documents
    }

    /// What was fired on the task's own machine, by event.
    var fired: MapValue {
        if let madeFired { return madeFired }
        let fired = state.fired.record(\.value)
        madeFired = fired
        return fired
    }

    /// The small machines of a kind, named as expressions write it.
    func instances(_ expressionName: String) -> Value {
        if let made = machines[expressionName] { return made }
        let kind = state.machines.first { FactEnvironment.names($0.key, as: expressionName) }
        let value = Value.list((kind?.value ?? []).map { $0.value(overlay: []) })
        machines[expressionName] = value
        return value
    }

    /// Lays what a transition changed over what was made, or lets it be made anew.
    private func forget(_ it: Happening.Transitioned) {
        for (path, value) in it.facts {
            if let fact = rules?.names[path], !fact.isOwn { known[fact.number] = .value(value.expressionValue) }
        }
        if !it.documents.isEmpty { madeDocuments = nil }
        if it.machine == .task {
            if let fired = madeFired, let value = state.fired[it.event]?.value { madeFired = fired.setting(it.event, to: value) }
        } else {
            forgetMachines(it.machine.kind)
        }
    }

    /// Takes over how the open run of a clock now stands.
    private func renew(_ reference: DeadlineReference) {
        guard let open = openRuns.lastIndex(where: { $0.reference == reference }) else { return }
        let place = openRuns[open].place
        let run = ClockRun(state.clocks[place], at: place)
        if run.isOpen { openRuns[open] = run } else { openRuns.remove(at: open) }
        forgetRuns(reference)
    }

    private func forgetRuns(_ reference: DeadlineReference) {
        guard !runsByName.isEmpty else { return }
        runsByName[FactEnvironment.expressionName(reference.id)] = nil
    }

    private func forgetMachines(_ kind: String) {
        guard !machines.isEmpty else { return }
        machines[FactEnvironment.expressionName(kind)] = nil
    }
}

extension TaskState {
    fileprivate var openRuns: [ClockRun] {
        clocks.compactMapKnown { place, clock in clock.isOpen ? ClockRun(clock, at: place) : nil }
    }
}

extension TaskState.Fired {
    private static let shape = RecordShape(["by", "on", "times"])

    var value: Value {
        Self.shape.record([.list(by.map(Value.string)), FactEnvironment.timestamp(on), .int(times)])
    }
}

extension AttachedDocument {
    private static let shape = RecordShape(["date", "number"])

    var value: Value { Self.shape.record([FactEnvironment.timestamp(date), .string(number)]) }
}
