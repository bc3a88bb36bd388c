import CanonicalJSON
import LifecycleModel
import WorkingCalendar

extension Migrated {
    var json: JSONValue {
        var object: JSONObject = [
            "decision": .string(decision), "regime": .string(regime), "definition": .string(definition), "position": .string(position),
            "counts_as": JSONValue(countsAs), "reached": reached.jsonObject(\.json), "clock_count": JSONValue(clockCount),
        ]
        if isUndo { object["undo"] = true }
        if !machines.isEmpty {
            object["machines"] = .array(machines.map { ["machine": .string($0.machine.description), "state": .string($0.state)] })
        }
        if !clocks.isEmpty {
            object["clocks"] = .array(clocks.sorted { $0.key < $1.key }.map { ["at": JSONValue($0.key), "clock": $0.value.json] })
        }
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        let machines = try json.elements(at: "machines") { item throws(JSONShapeFault) in
            MachineState(machine: try item.machine(at: "machine"), state: try item.string(at: "state"))
        }
        let clocks = try json.elements(at: "clocks") { item throws(JSONShapeFault) in
            (Int(clamping: try item.int(at: "at")), try Clock(json: item["clock"] ?? .null))
        }
        self.init(
            decision: try json.string(at: "decision"),
            isUndo: json["undo"]?.bool ?? false,
            regime: try json.string(at: "regime"),
            definition: try json.string(at: "definition"),
            position: try json.string(at: "position"),
            countsAs: try json.strings(at: "counts_as"),
            reached: try json.dates(at: "reached"),
            machines: machines,
            clockCount: Int(clamping: try json.int(at: "clock_count")),
            clocks: Dictionary(clocks) { $1 }
        )
    }
}

extension Clock {
    /// Reads a whole clock back.
    fileprivate init(json: JSONValue) throws(JSONShapeFault) {
        self.init(started: try DeadlineStarted(json: json["started"] ?? .null))
        dates = try DeadlineDates(json: json["dates"] ?? .null)
        pauses = try json.elements(at: "pauses") { item throws(JSONShapeFault) in
            Pause(from: try item.date(at: "from"), until: try item.optionalDate(at: "until"))
        }
        if let value = json["stopped"] {
            stopped = DeadlineStopped(
                reference: started.reference,
                on: try value.date(at: "on"),
                manner: try value.member("manner", expected: "a manner") { $0.string.flatMap(DeadlineStopped.Manner.init(rawValue:)) }
            )
        }
    }
}
