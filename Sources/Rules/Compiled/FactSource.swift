public import Expressions
public import LifecycleModel

/// Where a single fact that an expression reads comes from; names are taken apart once, when the rules are compiled.
public enum FactSource: Sendable {
    /// A fact of the task, or of the small machine itself.
    case fact(FactName)
    /// What never changes: a parameter of the regime.
    case constant(Value)
    /// What the small machine itself is: its number, state and so on.
    case standing(Standing)
    /// One thing about the newest run of a clock, named as expressions write it.
    case clock(String, ClockField)
    /// The acting person's code.
    case actorID
    /// Documents of a form.
    case document(String)
    /// One thing about the host, the investigator or those who take part.
    case party(BarredParty, PartyField)
    /// A variable as a whole.
    case whole(FactRoot)
    /// A field of a variable.
    case field(FactRoot, String)

    /// What a small machine is, beside its facts; in the order of the names.
    public enum Standing: String, Sendable, CaseIterable {
        case closed, end, number
        case openedOn = "opened_on"
        case state
    }

    /// What expressions may ask of a party.
    public enum PartyField: String, Sendable {
        case code, bars
        case runningTasks = "running_tasks"
    }

    /// What expressions may ask of a clock.
    public enum ClockField: String, Sendable {
        case started, open, due, grace, lock, met, passed, locked
    }

    /// The source of a variable or of one of its fields.
    init(_ path: FactPath, names: FactNames, parameters: Value) {
        let root = FactRoot(path.root)
        guard let field = path.fields.first else {
            self = root == .parameters ? .constant(parameters) : .whole(root)
            return
        }
        switch root {
        case .group: self = .fact(names[path.description])
        case .this: self = Standing(rawValue: field).map(FactSource.standing) ?? .fact(names[path.description])
        case .parameters:
            self = FactPath(root: path.root, fields: [field]).value(under: parameters).map(FactSource.constant) ?? .field(root, field)
        case .deadline(let name):
            self = ClockField(rawValue: field).map { .clock(name, $0) } ?? .field(root, field)
        case .actor where field == "id": self = .actorID
        case .documents: self = .document(field)
        case .party(let party): self = PartyField(rawValue: field).map { .party(party, $0) } ?? .field(root, field)
        default: self = .field(root, field)
        }
    }
}

/// What the full name of a variable stands for.
public enum FactRoot: Sendable, Hashable {
    case today, actor, documents, fired, flags, this, parameters
    /// Somebody who may be barred.
    case party(BarredParty)
    /// The small machines of a kind, named as expressions write it.
    case machines(String)
    /// The newest run of a clock, named as expressions write it.
    case deadline(String)
    /// A group of the task's facts.
    case group(String)

    /// What the full name of a variable stands for.
    public init(_ name: String) {
        switch name {
        case "today": self = .today
        case "actor": self = .actor
        case "documents": self = .documents
        case "fired": self = .fired
        case "flags": self = .flags
        case "this": self = .this
        case "param": self = .parameters
        case _ where name.hasPrefix("machines."): self = .machines(String(name.dropFirst(9)))
        case _ where name.hasPrefix("deadlines."): self = .deadline(String(name.dropFirst(10)))
        default: self = BarredParty(expressionName: name).map(FactRoot.party) ?? .group(name)
        }
    }
}
