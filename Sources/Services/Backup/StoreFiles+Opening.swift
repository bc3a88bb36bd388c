import Store

extension StoreFiles {
    /// Opens a store, hands it to the body and closes it, whatever happens. One that could be written is one file afterwards.
    func withStore<Result>(_ path: String, readOnly: Bool, _ body: (any Store) throws -> Result) throws -> Result {
        let store = try open(path, readOnly: readOnly)
        let result: Result
        do {
            result = try body(store)
            if !readOnly { try store.fold() }
        } catch {
            try? store.close()
            throw error
        }
        try store.close()
        return result
    }
}
