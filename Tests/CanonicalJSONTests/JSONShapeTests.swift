import CanonicalJSON
import Testing

private struct Seat: JSONRepresentable, Equatable {
    let person: String
    let rank: Int64?

    init(json: JSONValue) throws(JSONShapeFault) {
        person = try json.string(at: "person")
        rank = try json.optionalInt(at: "rank")
    }

    var json: JSONValue { ["person": .string(person), "rank": rank.map(JSONValue.int) ?? .null] }
}

@Suite struct JSONShapeTests {
    @Test func readsMembers() throws {
        let value: JSONValue = [
            "chair": ["person": "a", "rank": 1], "seats": [["person": "b"], ["person": "c", "rank": .null]], "tags": ["x"],
        ]
        #expect(try value.value(at: "chair", as: Seat.self).rank == 1)
        #expect(try value.values(at: "seats", as: Seat.self).map(\.person) == ["b", "c"])
        #expect(try value.values(at: "absent", as: Seat.self).isEmpty)
        #expect(try value.optionalValue(at: "absent", as: Seat.self) == nil)
        #expect(try value.strings(at: "tags") == ["x"])
        #expect(try value.array(at: "seats").json.canonicalText == #"[{"person":"b"},{"person":"c","rank":null}]"#)
    }

    @Test func namesThePathOfWhatIsWrong() {
        let value: JSONValue = ["seats": [["person": "b"], ["person": 3]], "tags": ["x", 1], "size": "ba"]
        #expect(throws: JSONShapeFault(path: "seats[1].person", expected: "a string", found: "integer")) {
            try value.values(at: "seats", as: Seat.self)
        }
        #expect(throws: JSONShapeFault(path: "tags", expected: "an array of strings", found: "array")) { try value.strings(at: "tags") }
        #expect(throws: JSONShapeFault(path: "size", expected: "an integer", found: "‘ba’")) { try value.int(at: "size") }
        #expect(throws: JSONShapeFault(path: "absent", expected: "true or false", found: nil)) { try value.bool(at: "absent") }
        #expect(throws: JSONShapeFault(path: "", expected: "an object", found: "array")) { try JSONValue.array([]).object(at: "x") }
    }
}

extension [JSONValue] {
    fileprivate var json: JSONValue { .array(self) }
}
