public import CanonicalJSON
import LifecycleModel

extension Invariant: JSONRepresentable {
    /// Reads `{label, basis?, of?}` and the members of the claim.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            label: try json.value(at: "label"),
            basis: try json.optionalString(at: "basis"),
            machine: try json.optionalString(at: "of") ?? Regime.taskMachine,
            claim: try Claim(json: json)
        )
    }

    /// `{label, basis?, of?}` and the members of the claim under the keys of rule files.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json]
        object.add("basis", basis)
        object.add("of", machine == Regime.taskMachine ? nil : machine)
        return .object(object.merging(claim.members))
    }
}

extension Invariant.Claim {
    fileprivate init(json: JSONValue) throws(JSONShapeFault) {
        if let occurrence: Occurrence = try json.optionalValue(at: "never") {
            let span: Invariant.Span
            if let before: Occurrence = try json.optionalValue(at: "before") {
                span = .before(before)
            } else if let after: Occurrence = try json.optionalValue(at: "after") {
                span = .after(after, until: try json.optionalValue(at: "until"))
            } else {
                span = .life
            }
            let when = try json.optionalString(at: "when")
            let unless = try json.optionalString(at: "unless")
            self = .never(occurrence, span, when.map(Invariant.Proviso.when) ?? unless.map(Invariant.Proviso.unless))
        } else if let occurrence: Occurrence = try json.optionalValue(at: "once") {
            self = .once(occurrence)
        } else if let clause = try json.optionalString(at: "always") {
            self = .always(clause, in: try json.strings(at: "in"))
        } else if let occurrence: Occurrence = try json.optionalValue(at: "every") {
            self = .every(occurrence, brings: try json.value(at: "brings"))
        } else {
            let occurrences: [Occurrence] = try json.values(at: "never-both")
            guard occurrences.count == 2 else { throw JSONShapeFault(path: "", expected: "a claim", found: nil) }
            self = .apart(occurrences[0], occurrences[1])
        }
    }

    fileprivate var members: JSONObject {
        var object = JSONObject()
        switch self {
        case .never(let occurrence, let span, let proviso):
            object["never"] = occurrence.json
            switch span {
            case .life: break
            case .before(let other): object["before"] = other.json
            case .after(let other, let until):
                object["after"] = other.json
                if let until { object["until"] = until.json }
            }
            switch proviso {
            case .when(let clause): object["when"] = .string(clause)
            case .unless(let clause): object["unless"] = .string(clause)
            case nil: break
            }
        case .once(let occurrence): object["once"] = occurrence.json
        case .apart(let one, let other): object["never-both"] = [one.json, other.json]
        case .always(let clause, let states):
            object["always"] = .string(clause)
            object["in"] = JSONValue(states)
        case .every(let occurrence, let brought):
            object["every"] = occurrence.json
            object["brings"] = brought.json
        }
        return object
    }
}

extension Occurrence: JSONRepresentable {
    /// Reads `{event: [names]}` or one of its relatives.
    public init(json: JSONValue) throws(JSONShapeFault) {
        for kind in Kind.allCases where json[kind.rawValue] != nil {
            self.init(kind, try json.strings(at: kind.rawValue))
            return
        }
        throw JSONShapeFault(path: "", expected: "a occurrence", found: nil)
    }

    /// `{event: [names]}` or one of its relatives.
    public var json: JSONValue { .object([kind.rawValue: JSONValue(names)]) }
}
