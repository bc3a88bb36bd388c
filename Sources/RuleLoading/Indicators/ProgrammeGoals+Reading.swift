import Indicators
import LifecycleModel

extension ProgrammeGoals {
    /// Reads `{source, goals: {id: {programme?, name, printed, at-least, percent?, basis}}}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("goals", "source")
        let goals = fields.required("goals")?.entries(.kebab).compactMap { Goal($0.name, $0.value) }
        self.init(source: fields.text("source"), goals: goals ?? [])
    }
}

extension ProgrammeGoals.Goal {
    fileprivate init?(_ id: String, _ cursor: Cursor) {
        let fields = cursor.fields("programme", "name", "printed", "at-least", "percent", "basis")
        guard fields.isMapping, let number = fields.required("at-least")?.count() else { return nil }
        self.init(
            id: id,
            programme: fields.optionalText("programme"),
            name: fields.required("name")?.phrase() ?? Phrase(vi: ""),
            printed: fields.text("printed"),
            atLeast: Fraction(Int64(number)),
            isPercent: fields.optional("percent")?.flag() ?? false,
            basis: fields.text("basis")
        )
    }
}
