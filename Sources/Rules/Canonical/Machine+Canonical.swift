public import CanonicalJSON
import LifecycleModel

extension Machine: JSONRepresentable {
    /// Reads `{label, initial, states, facts?, transitions?, deadlines?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            label: try json.value(at: "label"),
            initial: try json.string(at: "initial"),
            states: try json.dictionary(at: "states"),
            facts: try json.dictionary(at: "facts"),
            transitions: try json.values(at: "transitions"),
            deadlines: try json.dictionary(at: "deadlines")
        )
    }

    /// `{label, initial, states, facts?, transitions?, deadlines?}`.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json, "initial": .string(initial), "states": states.json]
        object.add("facts", facts)
        object.add("transitions", transitions)
        object.add("deadlines", deadlines)
        return .object(object)
    }
}

extension Machine.State: JSONRepresentable {
    /// Reads `{label, end?, counts-as?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let countsAs = try json.optionalMember("counts-as", expected: "known words") { value -> [Standing]? in
            let words = value.array?.compactMap { $0.string.flatMap(Standing.init) }
            return words?.count == value.array?.count ? words : nil
        }
        self.init(label: try json.value(at: "label"), end: try json.optionalWord(at: "end"), countsAs: Set(countsAs ?? []))
    }

    /// `{label, end?, counts-as?}`.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json]
        object.add("end", end?.rawValue)
        object.add("counts-as", countsAs.map(\.rawValue).sorted())
        return .object(object)
    }
}

extension Transition: JSONRepresentable {
    /// Reads the members named as in rule files; `from` is written out.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            event: try json.string(at: "event"),
            label: try json.value(at: "label"),
            from: try json.strings(at: "from"),
            to: try json.optionalString(at: "to"),
            by: try json.strings(at: "by"),
            records: try json.values(at: "records"),
            requires: try json.values(at: "requires"),
            documents: try json.strings(at: "documents"),
            produces: try json.strings(at: "produces"),
            effects: try json.values(at: "effects"),
            basis: try json.optionalString(at: "basis"),
            recordWithin: try json.optionalNumber(at: "record-within")
        )
    }

    /// The members named as in rule files; `from` is written out.
    public var json: JSONValue {
        var object: JSONObject = ["event": .string(event), "label": label.json, "from": JSONValue(from), "by": JSONValue(by)]
        object.add("to", to)
        object.add("records", records)
        object.add("requires", requires)
        object.add("documents", documents)
        object.add("produces", produces)
        object.add("effects", effects)
        object.add("basis", basis)
        object.add("record-within", recordWithin)
        return .object(object)
    }
}

extension Transition.Recorded: JSONRepresentable {
    /// Reads `group.fact` or `group.fact?`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "a fact", found: json.typeName) }
        let isOptional = text.hasSuffix("?")
        self.init(fact: isOptional ? String(text.dropLast()) : text, isRequired: !isOptional)
    }

    /// `group.fact`, with `?` when it may be missing.
    public var json: JSONValue { .string(isRequired ? fact : fact + "?") }
}
