/// Stores as files: opening and copying them whole. A port of its own, because most use cases need neither. Failures are `StoreError`.
public protocol StoreFiles: Sendable {
    /// Makes a new, empty store that only its owner can read and write (0600); refuses a place where something is (`StoreError.Code.exists`).
    func create(_ path: String) throws -> any ClosableStore
    /// Opens a store and brings its schema up to date, or opens it for reading alone.
    func open(_ path: String, readOnly: Bool) throws -> any ClosableStore
    /// Copies a store as it stands at one moment to a new file that only its owner can read and write (0600), while others go on reading
    /// and writing; the copy is on the disk when this returns. What of it was written before an error is removed.
    ///
    /// - Parameters:
    ///   - progress: told now and then how many pages of how many are copied.
    /// - Returns: the head of the log at that moment.
    func copy(_ source: String, to target: String, progress: (Int, Int) -> Void) throws -> LogHead
    /// Removes a store with everything that is kept beside it while it is open; there may be none.
    func remove(_ path: String)
}

/// A store that can be closed before its file is moved.
public protocol ClosableStore: Store {
    /// Brings everything recorded into the file itself, so that it can be moved without what lies beside it; nobody else may use it.
    ///
    /// - Throws: `StoreError` when that did not work: part of the record is beside the file still.
    func fold() throws
    /// Closes the file; the store cannot be used afterwards. What could not be folded into the file stays beside it.
    func close() throws
}
