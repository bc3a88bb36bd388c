import Foundation
public import Store

/// Makes a new store: under another name, and given its own only when what belongs into every store is recorded in it and on the disk.
public struct MakeStore {
    private let files: any StoreFiles

    /// Prepares it.
    public init(_ files: any StoreFiles) {
        self.files = files
    }

    /// Does it.
    ///
    /// - Parameters:
    ///   - holidays: the working calendar, as `AdoptedCalendar.adopt` takes it.
    ///   - surroundings: who makes it and when, on the store that is being made.
    /// - Returns: the receipt of the first event.
    /// - Throws: `StoreError` and `UseCaseFault` when there is something at the place already, no such folder, or no room; then the place is as it was.
    public func callAsFunction(_ path: String, holidays: String, by surroundings: (any Store) throws -> Surroundings) throws -> Receipt {
        guard !FileManager.default.fileExists(atPath: path) else { throw StoreError(.exists, subject: path) }
        let place = try CopyPlace(path)
        return try place.making(files, from: path) {
            let store = try files.create(place.temporary)
            let receipt: Receipt
            do {
                receipt = try AdoptedCalendar.adopt(holidays, reason: "init", by: surroundings(store)).receipt
                try store.fold()
            } catch {
                try? store.close()
                throw error
            }
            try store.close()
            try place.finish()
            return receipt
        }
    }
}
