import Indicators
import LifecycleModel
import Rules

extension ProgrammeGoals {
    /// Reads `{source, years: [first, last], use: DEFINITION, goals: {id: {programme?, name, printed, at-least, percent?, basis}}}`.
    init(_ cursor: Cursor, in library: IndicatorLibrary) {
        let fields = cursor.fields("goals", "source", "years", "use")
        let years = fields.required("years")?.years() ?? 0...0
        let use = fields.required("use")
        let definition = use?.text() ?? ""
        if let use, !definition.isEmpty, library.definitions[definition] == nil {
            use.fault(
                "unknown-definition",
                Phrase(vi: "không có định nghĩa ‘\(definition)’", en: "there is no definition ‘\(definition)’"),
                hint: Suggestion.hint(for: definition, in: library.definitions.keys)
            )
        }
        let goals = fields.required("goals")?.entries(.kebab).compactMap { Goal($0.name, $0.value) }
        self.init(source: fields.text("source"), years: years, useDefinition: definition, goals: goals ?? [])
    }
}

extension ProgrammeGoals.Goal {
    fileprivate init?(_ id: String, _ cursor: Cursor) {
        let fields = cursor.fields("programme", "name", "printed", "at-least", "percent", "basis")
        guard fields.isMapping, let number = fields.required("at-least")?.count() else { return nil }
        let isPercent = fields.optional("percent")?.flag() ?? false
        if isPercent == fields.has("programme") {
            cursor.fault(
                "wrong-goal",
                Phrase(
                    vi: "mục tiêu đếm được cần ‘programme’; mục tiêu phần trăm là của cả đề án, không có ‘programme’",
                    en: "a countable goal needs ‘programme’; one in per cent is of the whole scheme and has none"
                )
            )
        }
        self.init(
            id: id,
            programme: fields.optionalText("programme"),
            name: fields.required("name")?.phrase() ?? Phrase(vi: ""),
            printed: fields.text("printed"),
            atLeast: Fraction(Int64(number)),
            isPercent: isPercent,
            basis: fields.text("basis")
        )
    }
}
