/// The field names of records that are made again and again: sorted and made ready for searching once.
public struct RecordShape: Sendable {
    let keys: [MapKey]
    let fingerprints: [UInt64]
    /// For each sorted name, its place among the names as they were given.
    private let order: [Int]

    /// Takes up to 64 different names.
    public init(_ names: String...) {
        order = names.indices.sorted { names[$0].precedesByCodePoint(names[$1]) }
        keys = order.map { .string(names[$0]) }
        fingerprints = keys.map(\.fingerprint)
    }

    /// The record that has each value under the name at the same place. Values without a name are left out; fewer values than names
    /// are a fault of the caller.
    public func record(_ values: Value...) -> Value {
        .map(MapValue(shape: self, values: order.map { values[$0] }))
    }
}
