import CanonicalJSON
import LifecycleModel

extension EventRecord {
    /// The bytes that are hashed into the log: RFC 8785 canonical JSON of all fields, nothing else.
    public var canonicalBytes: [UInt8] { canonicalBytes(payload: payload.canonicalBytes) }

    /// The same bytes from a payload at hand as text, so that what is hashed is what is stored, byte for byte.
    public func canonicalBytes(payload: some Collection<UInt8>) -> [UInt8] {
        var text = CanonicalText(capacity: 384 + payload.count)
        // In the order of RFC 8785: members sorted by name.
        text.add("{\"actor\":")
        text.add(quoting: actor)
        if let definition {
            text.add(",\"definition\":")
            text.add(quoting: definition)
        }
        text.add(",\"happened_on\":\"")
        text.add(happenedOn)
        text.add("\",\"kind\":")
        text.add(quoting: kind)
        text.add(",\"number\":")
        JSONValue.int(number).writeCanonical(to: &text.bytes)
        text.add(",\"payload\":")
        text.bytes.append(contentsOf: payload)
        text.add(",\"recorded_at\":\"")
        text.add(recordedAt)
        text.add("\",\"subject\":")
        text.add(quoting: subject.description)
        text.add("}")
        return text.bytes
    }
}

/// Bytes of JSON in the making. Dates and moments are written digit by digit, which costs a tenth of making strings of them: the hash of
/// every event that is written or verified goes through here.
private struct CanonicalText {
    var bytes: [UInt8] = []

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func add(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func add(quoting text: String) {
        JSONValue.string(text).writeCanonical(to: &bytes)
    }

    /// `2026-11-21`, as `CivilDate.description`.
    mutating func add(_ date: CivilDate) {
        let (year, month, day) = date.parts
        add(year, digits: 4)
        add("-")
        add(month, digits: 2)
        add("-")
        add(day, digits: 2)
    }

    /// `2026-11-21T10:27:28.123+07:00`, as `Moment.description`.
    mutating func add(_ moment: Moment) {
        let (hour, minute, second, millisecond) = moment.clock
        add(moment.civilDate)
        add("T")
        add(hour, digits: 2)
        add(":")
        add(minute, digits: 2)
        add(":")
        add(second, digits: 2)
        add(".")
        add(millisecond, digits: 3)
        add("+07:00")
    }

    private mutating func add(_ number: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}
