public import CanonicalJSON
import Engine
public import LifecycleModel
public import Rules
public import Store

/// What an event log says about people and rules beside the record itself.
public struct LogSurroundings {
    /// The definition with that hash.
    public var definition: (String) -> Regime?
    /// Somebody of the register.
    public var person: (String) -> Person?
    /// The language of labels.
    public var language: Language

    /// Says where definitions and people come from.
    public init(language: Language, definition: @escaping (String) -> Regime?, person: @escaping (String) -> Person?) {
        self.definition = definition
        self.person = person
        self.language = language
    }
}

extension LoggedCase {
    /// The life of a task out of its record: its registration, every move of it and of what stands beside it, and the opening of these. Clocks,
    /// flags and bars follow from those and are left out.
    ///
    /// - Parameter regime: only what was recorded under this regime; nil for all. nil comes back where nothing is left.
    /// - Throws: `JSONShapeFault` where an event is not one of ours.
    public init?(
        _ code: String,
        record: [EventRecord],
        under regime: String? = nil,
        in surroundings: LogSurroundings
    ) throws(JSONShapeFault) {
        var attributes: [Attribute] = []
        var acts: [Act] = []
        for event in record {
            let rules = event.definition.flatMap(surroundings.definition)
            let isAsked = regime == nil || rules?.id == regime
            switch try Happening(kind: event.kind, payload: event.payload) {
            case .registered(let it):
                for fact in ["title", "host", "programme", "field", "kind", "level", "route"] {
                    if let value = it.facts["task.\(fact)"] { attributes.append(Attribute(fact, Attribute.Value(value))) }
                }
                guard isAsked else { continue }
                var act = Act(event, Activity.registered, MachineReference.task, label: nil)
                act.attributes += [Attribute("to", .text(it.position))] + .facts(it.facts)
                acts.append(act)
            case .machineOpened(let it) where isAsked:
                let label = rules?.machine(it.machine.kind)?.label[surroundings.language]
                var act = Act(event, "\(it.machine.kind)/\(Activity.opened)", it.machine, label: label)
                act.attributes += [Attribute("to", .text(it.state))] + .facts(it.facts)
                acts.append(act)
            case .transitioned(let it) where isAsked: acts.append(Act(event, it, rules, surroundings))
            default: continue
            }
        }
        guard !acts.isEmpty else { return nil }
        let definitions = record.compactMap { $0.definition.flatMap(surroundings.definition) }
        attributes += [Attribute("regime", .text(regime ?? definitions.last?.id ?? ""))]
        self.init(code: code, attributes: attributes, acts: acts)
    }
}

extension LoggedCase.Act {
    fileprivate init(_ event: EventRecord, _ activity: String, _ machine: MachineReference, label: String?) {
        self.init(activity: activity, happenedOn: event.happenedOn, recordedAt: event.recordedAt, actor: event.actor, attributes: [])
        attributes.append(LoggedCase.Attribute("event_number", .int(event.number)))
        attributes.append(LoggedCase.Attribute("machine", .text(machine.description)))
        if let label { attributes.append(LoggedCase.Attribute("label", .text(label))) }
    }

    fileprivate init(_ event: EventRecord, _ move: Happening.Transitioned, _ rules: Regime?, _ surroundings: LogSurroundings) {
        let rule = rules?.machine(move.machine.kind)?.transitions.first { $0.event == move.event && $0.from.contains(move.from) }
        self.init(
            event,
            Activity.name(move.event, machine: move.machine.kind),
            move.machine,
            label: rule?.label[surroundings.language]
        )
        let person = surroundings.person(event.actor)
        role = person.flatMap { person in rule?.by.first(where: person.roles.contains) } ?? (event.actor == "system" ? "system" : nil)
        organisation = person?.organisation?.text
        attributes += [LoggedCase.Attribute("from", .text(move.from)), LoggedCase.Attribute("to", .text(move.to))]
        if let end = move.end { attributes.append(LoggedCase.Attribute("end", .text(end))) }
        if move.isConsequence { attributes.append(LoggedCase.Attribute("consequence", .bool(true))) }
        if !move.exceptions.isEmpty { attributes.append(LoggedCase.Attribute("exceptions", .int(Int64(move.exceptions.count)))) }
        if !move.documents.isEmpty {
            let documents = move.documents.map { "\($0.form) \($0.number) \($0.date)" }.joined(separator: "; ")
            attributes.append(LoggedCase.Attribute("documents", .text(documents)))
        }
        attributes += .facts(move.facts)
    }
}

extension [LoggedCase.Attribute] {
    /// Facts under their full names, by name.
    fileprivate static func facts(_ facts: [String: FactValue]) -> [LoggedCase.Attribute] {
        facts.sorted { $0.key < $1.key }.map { key, value in
            LoggedCase.Attribute(key.contains(".") ? key : "this.\(key)", LoggedCase.Attribute.Value(value))
        }
    }
}

extension LoggedCase.Attribute.Value {
    fileprivate init(_ fact: FactValue) {
        switch fact {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .text(let value): self = .text(value)
        case .date(let value): self = .date(value)
        }
    }
}
