import Expressions
import LifecycleModel
import Rules

/// The facts a transition's expressions are judged on: the task's state, what comes with the command laid over it, and what lies outside.
///
/// Values are made when first asked for and kept for the other requirements of the same transition.
final class FactScope: Activation {
    private let question: Question
    private let roots: [FactRoot]
    /// The values of `roots`, place by place.
    private var made: [Value?]
    private(set) var arriving: [Arrival] = []

    private var task: PreparedTask { question.task }
    private var reference: MachineReference { question.command.machine }
    private var day: CivilDate { question.command.day }

    init(_ question: Question, _ roots: [FactRoot]) {
        self.question = question
        self.roots = roots
        made = Array(repeating: nil, count: roots.count)
    }

    /// Lays a fact over the others.
    func add(_ fact: FactName, _ value: FactValue) {
        arriving.removeAll { $0.fact == fact }
        arriving.append(Arrival(fact: fact, value: value))
        for place in roots.indices where made[place] != nil && roots[place].holds(fact) { made[place] = nil }
    }

    /// The fact of that path with what comes with the command laid over.
    func fact(_ path: String) -> FactValue? {
        for arrival in arriving where arrival.fact.path == path { return arrival.value }
        guard let fact = FactName(path) else { return nil }
        return fact.isOwn ? task.state.instance(reference)?.facts[fact.name] : task.state.facts[fact.group]?[fact.name]
    }

    /// The value of the root at a place; nil when it is not known.
    func value(at place: Int) -> Value? {
        if let value = made[place] { return value }
        let value = make(roots[place])
        made[place] = value
        return value
    }

    /// The value of a root variable by its full name.
    func value(of name: String) -> Value? { make(FactRoot(name)) }

    private func make(_ root: FactRoot) -> Value? {
        switch root {
        case .group(let group): .map(overlaid(task.record(group), group))
        case .parameters: question.rules.parameters
        case .deadline(let name): clock(name)
        case .machines(let name): instances(name)
        case .documents: documents
        case .fired: fired
        case .today: FactEnvironment.timestamp(day)
        case .actor: question.actor.value
        case .host: question.circumstances.host.value
        case .investigator: question.circumstances.investigator.value
        case .flags: .list(task.state.standingFlags(on: day).keys.sorted().map(Value.string))
        case .this: task.state.instance(reference)?.value(overlay: arriving)
        }
    }

    private func overlaid(_ known: MapValue, _ group: String) -> MapValue {
        var record = known
        for arrival in arriving where arrival.fact.group == group {
            record = record.setting(arrival.fact.name, to: arrival.value.expressionValue)
        }
        return record
    }

    private var documents: Value {
        let attached = question.command.documents
        guard !attached.isEmpty else { return .map(task.documents) }
        var record = task.documents
        for document in attached {
            let others: [Value] = if case .list(let values)? = record[document.form] { values } else { [] }
            record = record.setting(document.form, to: .list(others + [document.value]))
        }
        return .map(record)
    }

    private var fired: Value {
        guard let own = task.state.instance(reference)?.fired, !own.isEmpty else { return .map(task.fired) }
        return .record(task.state.fired.merging(own) { $1 }.mapValues(\.value))
    }

    private func instances(_ name: String) -> Value {
        guard arriving.contains(where: \.fact.isOwn), FactEnvironment.names(reference.kind, as: name) else { return task.instances(name) }
        return .list(
            (task.state.machines[reference.kind] ?? []).map { instance in
                instance.value(overlay: instance.number == reference.number ? arriving : [])
            })
    }

    private func clock(_ name: String) -> Value {
        let clock = task.state.clocks.lastIndex { clock in
            FactEnvironment.names(clock.started.reference.id, as: name)
                && (clock.started.reference.machine == .task || clock.started.reference.machine == reference)
        }
        return clock.map { task.state.clocks[$0].value(on: day) } ?? Clock.neverStarted
    }
}
