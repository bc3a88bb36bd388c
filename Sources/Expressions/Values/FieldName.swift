/// The name of a field or variable, made ready for searching many maps. A class, so that handing it around copies nothing.
final class FieldName: Sendable {
    let text: String
    let fingerprint: UInt64

    init(_ text: String) {
        self.text = text
        fingerprint = text.fingerprint
    }
}
