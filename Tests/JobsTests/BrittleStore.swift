import Store
import Synchronization

/// A store whose disk is full after so many transactions, until it is mended.
final class BrittleStore: Store {
    private let store: any Store
    private let left: Mutex<Int>

    init(_ store: any Store, writes: Int) {
        self.store = store
        left = Mutex(writes)
    }

    func breakNow() { left.withLock { $0 = 0 } }

    func mend() { left.withLock { $0 = .max } }

    func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result { try store.read(body) }

    func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        try store.write { writer in
            let result = try body(writer)
            // Full when it is to be committed: everything is undone.
            let isFull = left.withLock { left in
                defer { if left != .max { left = max(left - 1, 0) } }
                return left == 0
            }
            if isFull { throw StoreError(.full, subject: "test", cause: "full") }
            return result
        }
    }
}
