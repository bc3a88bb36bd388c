import CanonicalJSON
import LifecycleModel
import Store
import TestSupport
import Testing

@Suite("Canonical bytes of an event")
struct CanonicalBytesTests {
    private static func record(
        _ actor: String = "thu-ky",
        payload: JSONValue = [:],
        at recordedAt: Moment = .sample,
        definition: String? = nil
    )
        -> EventRecord
    {
        EventRecord(
            number: 17,
            subject: EventRecord.Subject(.task, "TH-2024-001"),
            kind: "transitioned",
            payload: payload,
            actor: actor,
            happenedOn: .sample,
            recordedAt: recordedAt,
            definition: definition
        )
    }

    @Test("are these, spelt out once")
    func spelt() {
        let bytes = Self.record(payload: ["b": 1, "a": "é"], definition: "ff").canonicalBytes
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                {"actor":"thu-ky","definition":"ff","happened_on":"2024-03-15","kind":"transitioned","number":17,\
                "payload":{"a":"é","b":1},"recorded_at":"2024-03-15T00:00:00.000+07:00","subject":"task/TH-2024-001"}
                """
        )
    }

    static let records = [
        record("\"nháy\" \\ \u{1} \u{2028}"), record(payload: [1, .null, ["x": []]], definition: String(repeating: "a", count: 64)),
        record(at: Moment(milliseconds: -1)), record(at: Moment(milliseconds: 1_763_695_648_123)), record(at: Moment(startOf: .earliest)),
        record(at: Moment(startOf: .latest)),
    ]

    @Test("are the RFC 8785 form of the object of all fields", arguments: records)
    func canonical(record: EventRecord) {
        var object: JSONObject = [
            "number": .int(record.number), "subject": .string(record.subject.description), "kind": .string(record.kind),
            "payload": record.payload, "actor": .string(record.actor), "happened_on": .string(record.happenedOn.description),
            "recorded_at": .string(record.recordedAt.description),
        ]
        if let definition = record.definition { object["definition"] = .string(definition) }
        #expect(record.canonicalBytes == JSONValue.object(object).canonicalBytes)
    }
}
