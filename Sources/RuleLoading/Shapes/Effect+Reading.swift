import LifecycleModel
import Rules

extension Effect {
    private static let words = ["open", "close", "set", "raise", "clear", "bar", "lift", "publish", "set-regime"]

    /// Reads one entry of an `effects` list, numbering what it gives from `first` on.
    static func read(_ cursor: Cursor, first: Int, in list: RulePath) -> [Effect] {
        let cursor = cursor.read(for: list / first)
        let fields = Fields(cursor, known: words)
        guard fields.isMapping else { return [] }
        let present = words.filter(fields.has)
        guard present.count == 1, let word = present.first, let value = fields.optional(word) else {
            cursor.fault(
                present.isEmpty ? "missing-key" : "unexpected-key",
                Phrase(vi: "mỗi mục là đúng một tác động", en: "each entry is exactly one effect"),
                hint: Phrase(vi: "một trong: \(words.joined(separator: ", "))", en: "one of: \(words.joined(separator: ", "))")
            )
            return []
        }
        if word == "set" {
            return value.entries(.fact).enumerated().compactMap { index, entry in
                let place = entry.value.read(for: list / (first + index))
                return place.text().map { .set(fact: entry.name, expression: $0) }
            }
        }
        return read(word, value).map { [$0] } ?? []
    }

    private static func read(_ word: String, _ value: Cursor) -> Effect? {
        switch word {
        case "open": return open(value)
        case "close":
            let fields = value.fields("machine", "in", "to")
            return .close(machine: fields.text("machine"), states: fields.required("in")?.texts() ?? [], to: fields.text("to"))
        case "raise":
            let fields = value.fields("flag", "label")
            return .raise(flag: fields.name("flag", .kebab), label: fields.label)
        case "clear": return value.text().map { .clear(flag: $0) }
        case "bar":
            let fields = value.fields("party", "reason", "months", "basis")
            return .bar(
                party: fields.required("party")?.word(BarredParty.self)?.rawValue ?? "",
                reason: fields.required("reason")?.phrase() ?? Phrase(vi: ""),
                months: fields.optional("months")?.count(),
                basis: fields.optionalText("basis")
            )
        case "lift": return value.word(BarredParty.self).map { .lift(party: $0.rawValue) }
        case "publish": return value.text().map { .publish(page: $0) }
        default:
            let fields = value.fields("regime", "position")
            return .setRegime(regime: fields.text("regime"), position: fields.text("position"))
        }
    }

    /// `{machine, facts}`, or with a schedule `{machine, every: N months, from: FACT, count: N | param.NAME, until: FACT}`.
    private static func open(_ value: Cursor) -> Effect {
        let fields = value.fields("machine", "facts", "every", "from", "count", "until")
        var facts: [String: String] = [:]
        for (name, expression) in fields.optional("facts")?.entries(.snake) ?? [] {
            facts[name] = expression.text()
        }
        return .open(machine: fields.text("machine"), schedule: fields.has("every") ? schedule(fields) : nil, facts: facts)
    }

    private static func schedule(_ fields: Fields) -> Schedule {
        if fields.has("count") == fields.has("until") {
            fields.cursor.fault(
                fields.has("count") ? "unexpected-key" : "missing-key",
                Phrase(vi: "lịch định kỳ cần đúng một trong count, until", en: "a schedule needs exactly one of count, until")
            )
        }
        let count = fields.optional("count")
        let parameter = count?.parameterName()
        return Schedule(
            everyMonths: fields.optional("every")?.months() ?? 1,
            from: fields.text("from"),
            count: parameter == nil ? count?.count() : nil,
            countParameter: parameter,
            until: fields.optionalText("until")
        )
    }
}

extension Cursor {
    /// Reads `6 months` (or `1 month`).
    fileprivate func months() -> Int? {
        let words = text()?.split(separator: " ") ?? []
        guard words.count == 2, let months = Int(words[0]), (1...1200).contains(months), words[1] == "months" || words[1] == "month" else {
            wrongType(Phrase(vi: "một chu kỳ như ‘6 months’", en: "a period such as ‘6 months’"))
            return nil
        }
        return months
    }
}
