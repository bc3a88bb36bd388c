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
            from: fields.required("from").map { Self.sources($0, states: states) } ?? [],
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

    /// The states of `from`: names, `stage/*` (all states of a stage without end) and `*` (all states without end).
    private static func sources(_ cursor: Cursor, states: [String: Machine.State]) -> [String] {
        var living: [String] { states.filter { $0.value.end == nil }.keys.sorted() }
        var sources: [String] = []
        func add(_ names: [String], from element: Cursor) {
            for name in names where !sources.contains(name) {
                _ = element.read(for: cursor.path / sources.count)
                sources.append(name)
            }
        }
        for element in cursor.oneOrMore() {
            guard let text = element.text() else { continue }
            if text == "*" {
                add(living, from: element)
            } else if text.hasSuffix("/*") {
                let matches = living.filter { $0.hasPrefix(text.dropLast()) }
                if matches.isEmpty {
                    element.fault(
                        "unknown-state",
                        Phrase(vi: "không có trạng thái nào khớp với ‘\(text)’", en: "no state matches ‘\(text)’"),
                        hint: Suggestion.hint(for: text, in: Set(living.compactMap { $0.split(separator: "/").first.map { "\($0)/*" } }))
                    )
                }
                add(matches, from: element)
            } else if sources.contains(text) {
                element.fault(
                    "duplicate-state",
                    Phrase(vi: "trạng thái ‘\(text)’ đã có trong danh sách", en: "the state ‘\(text)’ is listed already")
                )
            } else {
                add([text], from: element)
            }
        }
        return sources
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
