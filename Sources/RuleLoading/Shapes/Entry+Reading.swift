import Rules

extension Entry {
    /// Reads `{machines}`; nothing at all stands for a task that brings nothing along.
    init(_ cursor: Cursor) {
        self.init(machines: cursor.isEmpty ? [] : cursor.fields("machines").texts("machines"))
    }
}
