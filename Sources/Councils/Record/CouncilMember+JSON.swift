public import CanonicalJSON
import LifecycleModel
import Rules

extension CouncilMember: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            person: try json.value(at: "person"),
            name: try json.string(at: "name"),
            seat: try json.member("seat", expected: "a seat") { $0.string.flatMap(Seat.init) },
            organisation: try json.optionalValue(at: "organisation"),
            satEarlier: try json.optionalMember("sat_earlier", expected: "true or false") { $0.bool } ?? false,
            represents: try json.optionalMember("represents", expected: "manager, user or orderer") {
                $0.string.flatMap(Representation.init)
            }
        )
    }

    /// The stored form; what is not there is left out.
    public var json: JSONValue {
        var object: JSONObject = ["person": person.json, "name": .string(name), "seat": .string(seat.rawValue)]
        object["organisation"] = organisation?.json
        object["sat_earlier"] = satEarlier ? true : nil
        object["represents"] = represents.map { .string($0.rawValue) }
        return .object(object)
    }
}

extension Conflict: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            person: try json.value(at: "person"),
            ground: try json.member("ground", expected: "a ground") { $0.string.flatMap(ConflictGround.init) },
            evidence: try json.value(at: "evidence"),
            seats: try json.strings(at: "seats").compactMap(Seat.init),
            basis: try json.optionalString(at: "basis")
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "person": person.json, "ground": .string(ground.rawValue), "evidence": evidence.json, "seats": JSONValue(seats.map(\.rawValue)),
            "basis": JSONValue(basis),
        ]
    }
}
