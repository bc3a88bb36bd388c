import Store

extension StoreReader {
    /// Codes of the subjects of a kind that the log or the register knows, in order.
    func codes(of kind: EventRecord.Subject.Kind) throws -> [String] {
        Set(try allRegistered(kind).map(\.code)).union(try recordedCodes(kind)).sorted()
    }
}
