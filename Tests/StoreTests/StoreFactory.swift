import SQLiteStore
import Store
import TestSupport
import Testing

/// A way to make an empty store: every store of the product must pass the same tests.
struct StoreFactory: Sendable, CustomTestStringConvertible {
    let testDescription: String
    private let make: @Sendable (TemporaryFolder) throws -> any Store

    static let all = [
        StoreFactory(testDescription: "SQLite") { try SQLiteStore.create($0.file("contract.db")) }
    ]

    /// Runs the body with a new store, which is gone afterwards.
    func withStore(_ body: (any Store) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try withExtendedLifetime(folder) { try body(try make(folder)) }
    }
}
