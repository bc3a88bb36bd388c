public import CanonicalJSON
import LifecycleModel

extension AssignmentStatus.Report: JSONRepresentable {
    /// Reads `{standing, note, on, actor}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let word = try json.string(at: "standing")
        guard let standing = AssignmentStanding(rawValue: word) else {
            throw JSONShapeFault(path: "standing", expected: "a standing", found: "‘\(word)’")
        }
        self.init(
            standing: standing,
            note: try json.string(at: "note"),
            on: try json.value(at: "on"),
            actor: try json.string(at: "actor")
        )
    }

    /// `{standing, note, on, actor}`.
    public var json: JSONValue {
        ["standing": .string(standing.rawValue), "note": .string(note), "on": on.json, "actor": .string(actor)]
    }
}
