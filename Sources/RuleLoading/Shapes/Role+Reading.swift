import Rules

extension Role {
    /// Reads `{label, held-by}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "held-by")
        self.init(label: fields.label, heldBy: fields.optional("held-by")?.word())
    }
}

extension Form {
    /// Reads `{label, basis}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "basis")
        self.init(label: fields.label, basis: fields.optionalText("basis"))
    }
}
