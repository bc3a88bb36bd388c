import Foundation
import SQLiteStore
import Store
import Synchronization
import TestSupport

/// A closed store with some tasks in a folder of its own.
struct SampleStore {
    let folder: TemporaryFolder
    let path: String
    let head: LogHead

    var file: RawFile { RawFile(path: path) }

    init(tasks: Int = 5, name: String = "kho dữ liệu #1?.db") throws {
        folder = try TemporaryFolder()
        path = folder.file(name)
        let template = try Self.templates.withLock { templates in
            if let template = templates[tasks] { return template }
            let template = try Template(tasks: tasks)
            templates[tasks] = template
            return template
        }
        head = template.head
        try template.bytes.write(to: URL(fileURLWithPath: path))
    }

    /// The bytes of a store with so many tasks, made once: syncing each to disk would take most of the tests' time.
    private struct Template {
        let bytes: Data
        let head: LogHead

        init(tasks: Int) throws {
            let folder = try TemporaryFolder()
            let store = try SQLiteStore.create(folder.file("template.db"))
            head = try store.write { writer in
                for number in 0..<tasks { try writer.record(.sample("TH-2024-\(number)")) }
                return try writer.head()
            }
            try store.close()
            bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file("template.db")))
        }
    }

    private static let templates = Mutex<[Int: Template]>([:])

    /// Opens the store, hands it to the body and closes it.
    func withStore<Result>(readOnly: Bool = false, _ body: (SQLiteStore) throws -> Result) throws -> Result {
        let store = try SQLiteStore.open(path, readOnly: readOnly)
        defer { try? store.close() }
        return try body(store)
    }

    /// The code of the error the body fails with, or nil.
    static func code(_ body: () throws -> Void) throws -> StoreError.Code? {
        do {
            try body()
            return nil
        } catch let error as StoreError {
            return error.code
        }
    }
}
