import Expressions
import LifecycleModel
import Rules

/// The facts a transition's expressions are judged on: the task's state, what comes with the command laid over it, and what lies outside.
///
/// Each fact is fetched when an expression asks for it; records are made only for expressions that read one as a whole.
final class FactScope: FactReader {
    let question: Question
    /// The facts of the expression that is being evaluated, by place.
    @exclusivity(unchecked) private var sources: [FactSource] = []
    /// Facts that come with the command and facts computed from them.
    @exclusivity(unchecked) private var arriving: [Arrival] = []
    /// Documents by form with the attached ones, once made.
    @exclusivity(unchecked) private var madeDocuments: MapValue?

    private var task: PreparedTask { question.task }

    init(_ question: Question) {
        self.question = question
    }

    /// Evaluates an expression over these facts.
    func evaluate(_ compiled: CompiledExpression) throws(EvaluationError) -> Value {
        sources = compiled.sources
        return try compiled.expression.evaluate(reading: self)
    }

    /// The fact at a place of the expression that is being evaluated.
    override func value(at place: Int) -> Value? {
        value(of: sources[place])
    }

    /// Whether the fact at a place is known; makes no value where it can do without.
    override func knows(_ place: Int) -> Bool {
        switch sources[place] {
        case .document(let form):
            question.command.documents.contains { $0.form == form } || task.state.documents.contains(form)
        case .field(.fired, let event):
            task.state.fired.contains(event) || question.instance?.fired.contains(event) == true
        case let source: value(of: source) != nil
        }
    }

    /// Lays a fact over the others.
    func add(_ fact: FactName, _ value: FactValue) {
        if let place = arriving.firstIndex(where: { $0.fact === fact }) {
            arriving[place] = Arrival(fact: fact, value: value)
        } else {
            arriving.append(Arrival(fact: fact, value: value))
        }
    }

    /// A fact with what comes with the command laid over.
    func fact(_ fact: FactName) -> FactValue? {
        for arrival in arriving where arrival.fact === fact { return arrival.value }
        return fact.isOwn ? question.instance?.facts[fact.name] : task.state.facts[fact.group]?[fact.name]
    }

    /// A fact of any path with what comes with the command laid over.
    func fact(path: String) -> FactValue? {
        fact(question.rules.names[path])
    }

    /// The value of one source; nil when it is not known.
    func value(of source: FactSource) -> Value? {
        switch source {
        case .fact(let fact):
            for arrival in arriving where arrival.fact === fact { return arrival.value.expressionValue }
            return fact.isOwn ? question.instance?.facts[fact.name]?.expressionValue : task.value(of: fact, in: question.rules)
        case .constant(let value): return value
        case .clock(let name, let field): return clock(name).map { $0.value(field, on: question.command.day) } ?? Clock.absent(field)
        case .standing(let standing): return question.instance?.value(standing)
        case .actorID: return .string(question.actor.id)
        case .document(let form): return documents(of: form)
        case .party(let party, let field): return question.circumstances[party].value(field)
        case .whole(let root): return value(of: root)
        case .field(.fired, let event): return (question.instance?.fired[event] ?? task.state.fired[event])?.value
        case .field(let root, let name):
            guard case .map(let record)? = value(of: root) else { return nil }
            return record[name]
        }
    }

    private func value(of root: FactRoot) -> Value? {
        switch root {
        case .today: FactEnvironment.timestamp(question.command.day)
        case .actor: question.actor.value
        case .documents: .map(documents)
        case .fired: fired
        case .flags: .list(task.state.standingFlags(on: question.command.day).keys.sorted().map(Value.string))
        case .party(let party): question.circumstances[party].value
        case .this: question.instance?.value(overlay: arriving)
        case .parameters: question.rules.parameters
        case .machines(let name): instances(name)
        case .deadline(let name): clock(name)?.value(on: question.command.day) ?? Clock.neverStarted
        case .group(let group): .map(record(group))
        }
    }

    private func record(_ group: String) -> MapValue {
        let stored = (task.state.facts[group] ?? [:]).record(\.expressionValue)
        return arriving.filter { $0.fact.group == group }.reduce(stored) { $0.setting($1.fact.name, to: $1.value.expressionValue) }
    }

    /// Those of one form, without looking at the others.
    private func documents(of form: String) -> Value? {
        if let madeDocuments { return madeDocuments[form] }
        let stored = task.state.documents[form] ?? []
        let documents = stored + question.command.documents.filter { $0.form == form }
        return documents.isEmpty ? nil : .list(documents.map(\.value))
    }

    private var documents: MapValue {
        if let madeDocuments { return madeDocuments }
        var record = task.documents
        for document in question.command.documents {
            let others: [Value] = if case .list(let values)? = record[document.form] { values } else { [] }
            record = record.setting(document.form, to: .list(others + [document.value]))
        }
        madeDocuments = record
        return record
    }

    private var fired: Value {
        guard let own = question.instance?.fired, !own.isEmpty else { return .map(task.fired) }
        return .map(own.reduce(task.fired) { $0.setting($1.key, to: $1.value.value) })
    }

    private func instances(_ name: String) -> Value {
        let own = question.command.machine
        guard own.number > 0, arriving.contains(where: \.fact.isOwn), FactEnvironment.names(own.kind, as: name) else {
            return task.instances(name)
        }
        return .list(
            (task.state.machines[own.kind] ?? []).map { $0.value(overlay: $0.number == own.number ? arriving : []) }
        )
    }

    /// The newest run of a clock of this machine or of the task.
    private func clock(_ name: String) -> Clock? {
        let run = task.runs(named: name).last { run in
            run.reference.machine.number == 0 || run.reference.machine == question.command.machine
        }
        return run?.clock
    }
}
