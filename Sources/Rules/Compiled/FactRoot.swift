/// Where a root variable of an expression finds its value; names are taken apart once, when the rules are compiled.
public enum FactRoot: Sendable, Hashable {
    case today, actor, documents, fired, flags, host, investigator, this, parameters
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
        case "host": self = .host
        case "investigator": self = .investigator
        case "this": self = .this
        case "param": self = .parameters
        case _ where name.hasPrefix("machines."): self = .machines(String(name.dropFirst(9)))
        case _ where name.hasPrefix("deadlines."): self = .deadline(String(name.dropFirst(10)))
        default: self = .group(name)
        }
    }

    /// Whether a fact of that name is part of the value.
    public func holds(_ fact: FactName) -> Bool {
        switch self {
        case .this: fact.isOwn
        case .group(let group): group == fact.group
        default: false
        }
    }
}

/// The distinct root variables of a transition's expressions, each with one place.
public struct FactRoots: Sendable {
    /// The roots by place.
    public private(set) var roots: [FactRoot] = []
    private var places: [String: Int] = [:]

    /// The place of a variable's full name, taken up when it is new.
    mutating func place(_ name: String) -> Int {
        if let place = places[name] { return place }
        roots.append(FactRoot(name))
        places[name] = roots.count - 1
        return roots.count - 1
    }

    /// The place of a variable's full name.
    public subscript(name: String) -> Int? { places[name] }
}
