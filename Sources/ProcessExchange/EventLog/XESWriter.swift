import LifecycleModel

/// Writes an event log as XES, IEEE 1849-2016: a case at a time, so that a log of any length needs little memory.
public struct XESWriter {
    private var xml = XMLWriter()

    /// Begins a log: its extensions, what every case and act has, and the ways to tell acts apart.
    ///
    /// - Parameter name: what the log is called.
    public init(name: String) {
        xml.begin(
            "log",
            ["xes.version": "1849.2016", "xes.features": "", "xmlns": "http://www.xes-standard.org/"]
        )
        for (name, prefix, page) in Self.extensions {
            xml.element("extension", ["name": name, "prefix": prefix, "uri": "http://www.xes-standard.org/\(page).xesext"])
        }
        xml.element("global", ["scope": "trace"]) { xml in
            xml.value("concept:name", .text("?"))
            xml.value("regime", .text("?"))
        }
        xml.element("global", ["scope": "event"]) { xml in
            xml.value("concept:name", .text("?"))
            xml.value("lifecycle:transition", .text("complete"))
            xml.value("org:resource", .text("?"))
            xml.value("time:timestamp", .moment(Moment(milliseconds: 0)))
            xml.value("recorded_at", .moment(Moment(milliseconds: 0)))
            xml.value("event_number", .int(0))
            xml.value("machine", .text("task"))
        }
        xml.element("classifier", ["name": "Activity", "keys": "concept:name lifecycle:transition"])
        xml.element("classifier", ["name": "ActivityOnMachine", "keys": "concept:name machine"])
        xml.element("classifier", ["name": "Resource", "keys": "org:resource"])
        xml.value("concept:name", .text(name))
        xml.value("lifecycle:model", .text("standard"))
    }

    private static let extensions = [
        ("Concept", "concept", "concept"), ("Lifecycle", "lifecycle", "lifecycle"), ("Organizational", "org", "org"),
        ("Time", "time", "time"),
    ]

    /// Adds a case with its acts.
    public mutating func add(_ one: LoggedCase) {
        xml.element("trace") { xml in
            xml.value("concept:name", .text(one.code))
            for attribute in one.attributes { xml.value(attribute.key, attribute.value) }
            for act in one.acts {
                xml.element("event") { xml in
                    xml.value("concept:name", .text(act.activity))
                    xml.value("lifecycle:transition", .text("complete"))
                    xml.value("org:resource", .text(act.actor))
                    if let role = act.role { xml.value("org:role", .text(role)) }
                    if let organisation = act.organisation { xml.value("org:group", .text(organisation)) }
                    xml.value("time:timestamp", .date(act.happenedOn))
                    xml.value("recorded_at", .moment(act.recordedAt))
                    for attribute in act.attributes { xml.value(attribute.key, attribute.value) }
                }
            }
        }
    }

    /// Gives what has been written so far and forgets it.
    public mutating func take() -> String { xml.take() }

    /// Closes the log and gives what has been written since the last `take`.
    public mutating func finish() -> String {
        xml.end()
        return xml.take()
    }
}

extension XMLWriter {
    /// An attribute of XES. A civil day begins at midnight in Vietnam.
    fileprivate mutating func value(_ key: String, _ value: LoggedCase.Attribute.Value) {
        let (type, text) =
            switch value {
            case .text(let value): ("string", value)
            case .int(let value): ("int", String(value))
            case .bool(let value): ("boolean", value ? "true" : "false")
            case .date(let value): ("date", "\(value)T00:00:00.000+07:00")
            case .moment(let value): ("date", value.description)
            }
        element(type, ["key": key, "value": text])
    }
}
