import Rules

extension Machine.State {
    /// Reads `{label, end, counts-as}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "end", "counts-as")
        let countsAs = fields.optional("counts-as")?.collect { $0.word(Standing.self) } ?? []
        self.init(label: fields.label, end: fields.optional("end")?.word(), countsAs: Set(countsAs))
    }
}
