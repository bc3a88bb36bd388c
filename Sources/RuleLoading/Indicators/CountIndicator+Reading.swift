import Indicators
import LifecycleModel
import Rules

extension CountIndicator {
    /// Reads a definition: each choice of the default with the reason for it, and the alternatives, which name what they change.
    init(_ cursor: Cursor, named name: String) {
        let fields = cursor.fields("count", "number", "label", "source", "what", "levels", "covers", "alternatives")
        fields.required("count")?.requireName(name)
        var choices = ChoiceReading(fields)
        let terms = Terms(
            subject: choices.value("what")?.word() ?? .tasksAccepted,
            levels: choices.value("levels")?.levels() ?? []
        )
        let coverage: Coverage = choices.value("covers")?.word() ?? .part
        self.init(
            number: fields.required("number")?.count() ?? 0,
            label: fields.label,
            source: fields.text("source"),
            terms: terms,
            coverage: coverage,
            reasons: choices.reasons,
            alternatives: fields.alternatives { cursor in
                AlternativeDefinition(cursor, instead: terms, ["what", "levels"]) { fields, terms in
                    if let subject: Subject = fields.optional("what")?.word() { terms.subject = subject }
                    if let levels = fields.optional("levels")?.levels() { terms.levels = levels }
                }
            }
        )
    }
}

extension Cursor {
    /// Levels of tasks, at least one, none twice.
    fileprivate func levels() -> [String]? {
        distinctWords(
            "bad-levels",
            Phrase(vi: "cần ít nhất một cấp quản lý, không cấp nào lặp lại", en: "at least one level is needed, none twice")
        )?
        .sorted()
    }
}
