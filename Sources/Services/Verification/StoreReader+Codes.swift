import Store

extension StoreReader {
    /// Codes of the subjects of a kind that the log or the register knows, in order.
    func codes(of kind: EventRecord.Subject.Kind) throws -> [String] {
        Set(try registeredCodes(kind, limit: nil)).union(try recordedCodes(kind)).sorted()
    }
}
