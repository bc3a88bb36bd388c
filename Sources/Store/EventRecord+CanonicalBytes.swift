import CanonicalJSON
import LifecycleModel

extension EventRecord {
    /// The bytes that are hashed into the log: RFC 8785 canonical JSON of all fields, nothing else.
    public var canonicalBytes: [UInt8] { canonicalBytes(payload: payload.canonicalBytes) }

    /// The same bytes from a payload at hand as text, so that what is hashed is what is stored, byte for byte.
    public func canonicalBytes(payload: some Collection<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(384 + payload.count)
        func add(_ name: StaticString, _ value: String) {
            add(name)
            JSONValue.string(value).writeCanonical(to: &bytes)
        }
        func add(_ text: StaticString) {
            bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
        // In the order of RFC 8785: members sorted by name.
        add("{\"actor\":", actor)
        if let definition { add(",\"definition\":", definition) }
        add(",\"happened_on\":", happenedOn.description)
        add(",\"kind\":", kind)
        add(",\"number\":")
        JSONValue.int(number).writeCanonical(to: &bytes)
        add(",\"payload\":")
        bytes.append(contentsOf: payload)
        add(",\"recorded_at\":", recordedAt.description)
        add(",\"subject\":", subject.description)
        add("}")
        return bytes
    }
}
