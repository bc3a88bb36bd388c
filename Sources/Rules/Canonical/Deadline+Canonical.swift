public import CanonicalJSON
import LifecycleModel
import WorkingCalendar

extension Deadline: JSONRepresentable {
    /// Reads the members named as in rule files.
    public init(json: JSONValue) throws(JSONShapeFault) {
        var reminders: [Int] = []
        for number in try json.optionalMember("reminders", expected: "an array", { $0.array }) ?? [] {
            guard let days = number.int else { throw JSONShapeFault(path: "reminders", expected: "integers", found: number.typeName) }
            reminders.append(Int(clamping: days))
        }
        self.init(
            label: try json.value(at: "label"),
            starts: try json.values(at: "starts"),
            stops: try json.strings(at: "stops"),
            suspendedIn: try json.strings(at: "suspended-in"),
            term: try json.value(at: "term"),
            times: try json.optionalString(at: "times"),
            isBackward: try json.isTrue(at: "before"),
            rollsForward: try json.isTrue(at: "roll"),
            grace: try json.optionalValue(at: "grace"),
            lock: try json.optionalValue(at: "lock"),
            reminders: reminders,
            owner: try json.string(at: "owner"),
            passing: try json.values(at: "passing"),
            basis: try json.optionalString(at: "basis"),
            standing: try json.word(at: "standing")
        )
    }

    /// The members named as in rule files.
    public var json: JSONValue {
        var object: JSONObject = [
            "label": label.json, "term": term.json, "owner": .string(owner), "standing": .string(standing.rawValue),
        ]
        object.add("starts", starts)
        object.add("stops", stops)
        object.add("suspended-in", suspendedIn)
        object.add("times", times)
        object.add("before", ifTrue: isBackward)
        object.add("roll", ifTrue: rollsForward)
        object["grace"] = grace?.json
        object["lock"] = lock?.json
        if !reminders.isEmpty { object["reminders"] = .array(reminders.map { JSONValue($0) }) }
        object.add("passing", passing)
        object.add("basis", basis)
        return .object(object)
    }
}

extension Deadline.Start: JSONRepresentable {
    /// Reads `{on?, from?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(event: try json.optionalString(at: "on"), from: try json.optionalString(at: "from"))
    }

    /// `{on?, from?}`; without `on`, when the machine is opened.
    public var json: JSONValue {
        var object: JSONObject = [:]
        object.add("on", event)
        object.add("from", from)
        return .object(object)
    }
}

extension Deadline.Consequence: JSONRepresentable {
    /// Reads `{at}` with `flag` and `label`, `fire`, or `bar` and `reason`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let act: Act
        if let flag = try json.optionalString(at: "flag") {
            act = .flag(flag, try json.value(at: "label"))
        } else if let event = try json.optionalString(at: "fire") {
            act = .fire(event)
        } else {
            act = .bar(try json.string(at: "bar"), try json.value(at: "reason"))
        }
        self.init(at: try json.word(at: "at"), act: act)
    }

    /// `{at}` with `flag` and `label`, `fire`, or `bar` and `reason`.
    public var json: JSONValue {
        var object: JSONObject = ["at": .string(at.rawValue)]
        switch act {
        case .flag(let flag, let label):
            object["flag"] = .string(flag)
            object["label"] = label.json
        case .fire(let event): object["fire"] = .string(event)
        case .bar(let party, let reason):
            object["bar"] = .string(party)
            object["reason"] = reason.json
        }
        return .object(object)
    }
}
