/// The field names of records that are made again and again, made ready for searching once.
public struct RecordShape: Sendable {
    let keys: [MapKey]
    let fingerprints: [UInt64]

    /// Takes up to 64 different names, given in the order of their code points, which iteration follows.
    public init(_ names: [String]) {
        keys = names.map(MapKey.string)
        fingerprints = names.map(\.fingerprint)
    }

    /// The record that has each value under the name at the same place; as many values as names.
    public func record(_ values: [Value]) -> Value {
        .map(MapValue(shape: self, values: values))
    }
}
