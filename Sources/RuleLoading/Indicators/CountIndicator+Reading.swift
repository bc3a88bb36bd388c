import Indicators
import LifecycleModel
import Rules

extension CountIndicator {
    /// Reads a definition: each choice of the default with the reason for it, and the alternatives, which name what they change.
    init(_ cursor: Cursor, named name: String) {
        let fields = cursor.fields("count", "number", "label", "source", "what", "levels", "covers", "alternatives")
        fields.required("count")?.requireName(name)
        var reasons: [UseIndicator.Reason] = []
        func choice(_ key: String) -> Cursor? {
            guard let own = fields.required(key)?.fields("value", "why") else { return nil }
            if let why = own.required("why")?.phrase() { reasons.append(UseIndicator.Reason(key, why)) }
            return own.required("value")
        }
        let terms = Terms(
            subject: choice("what")?.word() ?? .tasksAccepted,
            levels: choice("levels")?.levels() ?? []
        )
        let coverage: Coverage = choice("covers")?.word() ?? .part
        var alternatives: [String: Alternative] = [:]
        for (name, value) in fields.optional("alternatives")?.entries(.kebab) ?? [] {
            alternatives[name] = Alternative(value, instead: terms)
        }
        self.init(
            number: fields.required("number")?.count() ?? 0,
            label: fields.label,
            source: fields.text("source"),
            terms: terms,
            coverage: coverage,
            reasons: reasons,
            alternatives: alternatives
        )
    }
}

extension CountIndicator.Alternative {
    fileprivate init(_ cursor: Cursor, instead standard: CountIndicator.Terms) {
        let fields = cursor.fields("label", "what", "levels")
        var terms = standard
        if let subject: CountIndicator.Subject = fields.optional("what")?.word() { terms.subject = subject }
        if let levels = fields.optional("levels")?.levels() { terms.levels = levels }
        if terms == standard, fields.isMapping {
            cursor.fault(
                "same-definition",
                at: cursor.name,
                Phrase(vi: "định nghĩa thay thế không khác định nghĩa chính", en: "the alternative is the default itself")
            )
        }
        self.init(label: fields.required("label")?.phrase() ?? Phrase(vi: ""), terms: terms)
    }
}

extension Cursor {
    /// Levels of tasks, at least one, none twice.
    fileprivate func levels() -> [String]? {
        let levels = collect { element -> String? in
            guard let level = element.text() else { return nil }
            NameKind.kebab.check(level, in: element)
            return level
        }
        guard !levels.isEmpty, Set(levels).count == levels.count else {
            fault(
                "bad-levels",
                Phrase(vi: "cần ít nhất một cấp quản lý, không cấp nào lặp lại", en: "at least one level is needed, none twice")
            )
            return nil
        }
        return levels.sorted()
    }
}
