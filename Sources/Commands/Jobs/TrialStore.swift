import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store

/// A copy of the store to try things on, which goes away afterwards. The store itself can be written all the while.
enum TrialStore {
    static func with<Result>(_ context: CommandContext, _ work: (any Store) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nhiemvu-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "trial.db").path
        _ = try context.storeFiles().copy(try context.storeFile(), to: path) { _, _ in }
        let store = try SQLiteStore.open(path)
        defer { try? store.close() }
        return try work(store)
    }
}
