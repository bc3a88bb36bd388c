public import CanonicalJSON
import LifecycleModel
import WorkingCalendar

extension Happening {
    /// The event's kind in the log, past tense in snake case.
    public var kind: String {
        switch self {
        case .registered: "registered"
        case .transitioned: "transitioned"
        case .machineOpened: "machine_opened"
        case .deadlineStarted: "deadline_started"
        case .deadlineStopped: "deadline_stopped"
        case .deadlineSuspended: "deadline_suspended"
        case .deadlineResumed: "deadline_resumed"
        case .deadlineMoved: "deadline_moved"
        case .flagRaised: "flag_raised"
        case .flagCleared: "flag_cleared"
        case .barred: "barred"
        case .barLifted: "bar_lifted"
        case .published: "published"
        case .regimeChanged: "regime_changed"
        case .documentIssued: "document_issued"
        case .migrated: "migrated"
        }
    }

    /// The event's payload in the log.
    public var payload: JSONValue {
        switch self {
        case .registered(let it): it.json
        case .transitioned(let it): it.json
        case .machineOpened(let it):
            [
                "facts": it.facts.factsJSON, "machine": .string(it.machine.description), "on": it.on.json, "state": .string(it.state),
            ]
        case .deadlineStarted(let it): it.json
        case .deadlineStopped(let it):
            .object(it.reference.members.merging(["manner": .string(it.manner.rawValue), "on": it.on.json]))
        case .deadlineSuspended(let reference, let on): .object(reference.members.merging(["on": on.json]))
        case .deadlineResumed(let reference, let on, let dates):
            .object(reference.members.merging(["dates": dates.json, "on": on.json]))
        case .deadlineMoved(let reference, let dates, let reason):
            .object(reference.members.merging(["dates": dates.json, "reason": .string(reason)]))
        case .flagRaised(let id, let label): ["flag": .string(id), "label": label.json]
        case .flagCleared(let id): ["flag": .string(id)]
        case .barred(let it): it.json
        case .barLifted(let party, let on): ["party": .string(party), "on": on.json]
        case .published(let page): ["page": .string(page)]
        case .regimeChanged(let regime, let definition, let position):
            ["regime": .string(regime), "definition": .string(definition), "position": .string(position)]
        case .documentIssued(let it): it.json
        case .migrated(let it): it.json
        }
    }

    /// Reads an event of the log back.
    ///
    /// - Throws: `JSONShapeFault` naming the member that is not as it should be; an unknown kind too.
    public init(kind: String, payload: JSONValue) throws(JSONShapeFault) {
        switch kind {
        case "transitioned": self = .transitioned(try Transitioned(json: payload))
        case "deadline_started": self = .deadlineStarted(try DeadlineStarted(json: payload))
        case "deadline_stopped":
            self = .deadlineStopped(
                DeadlineStopped(
                    reference: try DeadlineReference(json: payload),
                    on: try payload.date(at: "on"),
                    manner: try payload.member("manner", expected: "a manner") { $0.string.flatMap(DeadlineStopped.Manner.init(rawValue:)) }
                )
            )
        case "machine_opened":
            self = .machineOpened(
                MachineOpened(
                    machine: try payload.machine(at: "machine"),
                    state: try payload.string(at: "state"),
                    facts: try payload.facts(at: "facts"),
                    on: try payload.date(at: "on")
                )
            )
        case "registered": self = .registered(try Registered(json: payload))
        case "deadline_suspended": self = .deadlineSuspended(try DeadlineReference(json: payload), on: try payload.date(at: "on"))
        case "deadline_resumed":
            self = .deadlineResumed(
                try DeadlineReference(json: payload),
                on: try payload.date(at: "on"),
                dates: try DeadlineDates(json: payload["dates"] ?? .null)
            )
        case "deadline_moved":
            self = .deadlineMoved(
                try DeadlineReference(json: payload),
                dates: try DeadlineDates(json: payload["dates"] ?? .null),
                reason: try payload.string(at: "reason")
            )
        case "flag_raised":
            self = .flagRaised(id: try payload.string(at: "flag"), label: try Phrase(json: payload["label"] ?? .null))
        case "flag_cleared": self = .flagCleared(id: try payload.string(at: "flag"))
        case "barred": self = .barred(try Barred(json: payload))
        case "bar_lifted": self = .barLifted(party: try payload.string(at: "party"), on: try payload.date(at: "on"))
        case "published": self = .published(page: try payload.string(at: "page"))
        case "regime_changed":
            self = .regimeChanged(
                regime: try payload.string(at: "regime"),
                definition: try payload.string(at: "definition"),
                position: try payload.string(at: "position")
            )
        case "document_issued": self = .documentIssued(try DocumentIssued(json: payload))
        case "migrated": self = .migrated(try Migrated(json: payload))
        default: throw JSONShapeFault(path: "kind", expected: "a kind of event", found: "\"\(kind)\"")
        }
    }
}

extension Happening.Registered {
    var json: JSONValue {
        [
            "code": .string(code), "regime": .string(regime), "definition": .string(definition), "position": .string(position),
            "facts": facts.factsJSON,
        ]
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            code: try json.string(at: "code"),
            regime: try json.string(at: "regime"),
            definition: try json.string(at: "definition"),
            position: try json.string(at: "position"),
            facts: try json.facts(at: "facts")
        )
    }
}

extension Happening.Transitioned {
    var json: JSONValue {
        // In the order in which they are written.
        var object = JSONObject(reservingCapacity: 11)
        if isConsequence { object["consequence"] = true }
        if !countsAs.isEmpty { object["counts_as"] = JSONValue(countsAs) }
        if !documents.isEmpty { object["documents"] = .array(documents.map(\.json)) }
        if let end { object["end"] = .string(end) }
        object["event"] = .string(event)
        if !exceptions.isEmpty { object["exceptions"] = .array(exceptions.map(\.json)) }
        if !facts.isEmpty { object["facts"] = facts.factsJSON }
        object["from"] = .string(from)
        object["machine"] = .string(machine.description)
        if !since.isEmpty { object["since"] = since.jsonObject(\.json) }
        object["to"] = .string(to)
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            machine: try json.machine(at: "machine"),
            event: try json.string(at: "event"),
            from: try json.string(at: "from"),
            to: try json.string(at: "to"),
            end: try json.optionalString(at: "end"),
            countsAs: try json.strings(at: "counts_as"),
            since: try json.dates(at: "since"),
            facts: try json.facts(at: "facts"),
            documents: try json.elements(at: "documents", AttachedDocument.init(json:)),
            exceptions: try json.elements(at: "exceptions", Happening.OverriddenBlocker.init(json:)),
            isConsequence: json["consequence"]?.bool ?? false
        )
    }
}

extension Happening.OverriddenBlocker {
    var json: JSONValue {
        var object: JSONObject = [
            "code": .string(code), "message": .string(message), "by": .string(grant.by), "reason": .string(grant.reason),
        ]
        if let basis { object["basis"] = .string(basis) }
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            code: try json.string(at: "code"),
            message: try json.string(at: "message"),
            basis: try json.optionalString(at: "basis"),
            grant: ExceptionGrant(by: try json.string(at: "by"), reason: try json.string(at: "reason"))
        )
    }
}

extension Happening.Barred {
    var json: JSONValue {
        var object: JSONObject = [
            "party": .string(party), "code": .string(code), "reason": reason.json, "from": from.json,
        ]
        if let until { object["until"] = until.json }
        if let basis { object["basis"] = .string(basis) }
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            party: try json.string(at: "party"),
            code: try json.string(at: "code"),
            reason: try Phrase(json: json["reason"] ?? .null),
            from: try json.date(at: "from"),
            until: try json.optionalDate(at: "until"),
            basis: try json.optionalString(at: "basis")
        )
    }
}

extension AttachedDocument {
    /// JSON form; absent parts are left out.
    public var json: JSONValue {
        var object = JSONObject(reservingCapacity: 6)
        object["date"] = date.json
        if let fileName { object["file_name"] = .string(fileName) }
        object["form"] = .string(form)
        object["number"] = .string(number)
        if let sha256 { object["sha256"] = .string(sha256) }
        if let size { object["size"] = .int(size) }
        return .object(object)
    }

    /// Reads the JSON form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            form: try json.string(at: "form"),
            number: try json.string(at: "number"),
            date: try json.date(at: "date"),
            sha256: try json.optionalString(at: "sha256"),
            fileName: try json.optionalString(at: "file_name"),
            size: try json.optionalInt(at: "size")
        )
    }
}
