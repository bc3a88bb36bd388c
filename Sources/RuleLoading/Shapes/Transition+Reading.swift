import LifecycleModel
import Rules

extension Transition {
    /// Reads one transition of a machine whose states are known, so that patterns of `from` can be written out.
    init?(_ cursor: Cursor, states: [String: Machine.State]) {
        let fields = cursor.fields(
            "event",
            "label",
            "from",
            "to",
            "by",
            "records",
            "documents",
            "produces",
            "requires",
            "effects",
            "record-within",
            "basis"
        )
        guard fields.isMapping else { return nil }
        self.init(
            event: fields.name("event", .kebab),
            label: fields.label,
            from: fields.required("from")?.states(among: states) ?? [],
            to: fields.optionalText("to"),
            by: fields.required("by")?.texts() ?? [],
            records: fields.optional("records")?.collect { Recorded($0) } ?? [],
            requires: fields.optional("requires")?.collect(Requirement.init) ?? [],
            documents: fields.texts("documents"),
            produces: fields.texts("produces"),
            effects: Self.effects(fields.optional("effects")),
            basis: fields.optionalText("basis"),
            recordWithin: fields.optional("record-within")?.count()
        )
    }

    /// Effects in order; one `set` of several facts becomes several effects.
    private static func effects(_ cursor: Cursor?) -> [Effect] {
        guard let cursor else { return [] }
        var effects: [Effect] = []
        for element in cursor.oneOrMore() {
            effects += Effect.read(element, first: effects.count, in: cursor.path)
        }
        return effects
    }
}

extension Transition.Recorded {
    /// Reads `group.fact`, with `?` when it may be missing.
    init?(_ cursor: Cursor) {
        guard let text = cursor.text() else { return nil }
        let isOptional = text.hasSuffix("?")
        self.init(fact: isOptional ? String(text.dropLast()) : text, isRequired: !isOptional)
    }
}
