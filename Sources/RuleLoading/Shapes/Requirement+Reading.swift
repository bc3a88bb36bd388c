import LifecycleModel
import Rules

extension Requirement {
    private static let words = [
        "that", "documents", "separate-from", "deadline-met", "deadline-passed", "not-locked", "machines", "amount", "council", "no-bar",
        "known",
    ]

    /// Reads one requirement: an `id`, exactly one condition, a message, a basis, who can cure it.
    ///
    /// The message of a word may be left out; it is filled in when the whole regime is known.
    init?(_ cursor: Cursor) {
        let fields = Fields(cursor, known: ["id", "else", "basis", "cure"] + Self.words)
        guard fields.isMapping else { return nil }
        let present = Self.words.filter(fields.has)
        if present.count != 1 {
            cursor.fault(
                present.isEmpty ? "missing-key" : "unexpected-key",
                Phrase(vi: "yêu cầu phải có đúng một điều kiện", en: "a requirement has exactly one condition"),
                hint: Phrase(vi: "một trong: \(Self.words.joined(separator: ", "))", en: "one of: \(Self.words.joined(separator: ", "))")
            )
        }
        let id = fields.name("id", .kebab)
        let message = (present == ["that"] ? fields.required("else") : fields.optional("else"))?.phrase()
        let basis = fields.optionalText("basis")
        let cure = fields.texts("cure")
        guard let word = present.first, let value = fields.optional(word), let condition = Condition(word, value) else { return nil }
        self.init(id: id, condition: condition, message: message ?? Phrase(vi: ""), basis: basis, cure: cure)
    }
}

extension Requirement.Condition {
    /// Reads the value of one word.
    init?(_ word: String, _ value: Cursor) {
        switch word {
        case "documents": self = .documents(value.texts())
        case "separate-from": self = .separateFrom(value.texts())
        case "known": self = .known(value.texts())
        case "machines":
            guard let condition = Self.machines(value) else { return nil }
            self = condition
        case "amount":
            let fields = value.fields("of", "at-most")
            self = .atMost(amount: fields.text("of"), limit: fields.text("at-most"))
        case "council":
            let fields = value.fields("kind", "result")
            self = .council(fields.text("kind"), results: fields.required("result")?.texts() ?? [])
        case "no-bar":
            guard let party = value.word(BarredParty.self) else { return nil }
            self = .noBar(party.rawValue)
        case "that":
            guard let text = value.text() else { return nil }
            self = .clause(text)
        default:
            guard let text = value.text() else { return nil }
            switch word {
            case "deadline-met": self = .deadlineMet(text)
            case "deadline-passed": self = .deadlinePassed(text)
            default: self = .notLocked(text)
            }
        }
    }

    /// `{machine, every|some|none: [states]}` or `{machine, at-least: N, in: [states]}`.
    private static func machines(_ value: Cursor) -> Self? {
        let fields = value.fields("machine", "every", "some", "none", "at-least", "in")
        guard fields.isMapping else { return nil }
        let machine = fields.text("machine")
        let present = ["every", "some", "none", "at-least"].filter(fields.has)
        guard present.count == 1, fields.has("in") == (present == ["at-least"]) else {
            value.fault(
                "unexpected-key",
                Phrase(
                    vi: "cần đúng một trong every, some, none: [trạng thái], hoặc at-least: số với in: [trạng thái]",
                    en: "exactly one of every, some, none: [states], or at-least: number with in: [states]"
                )
            )
            return nil
        }
        func states(_ key: String) -> [String] {
            fields.optional(key)?.read(for: value.path / "states").texts() ?? []
        }
        switch present[0] {
        case "every": return .machines(machine, .every, states("every"))
        case "some": return .machines(machine, .some, states("some"))
        case "none": return .machines(machine, .none, states("none"))
        default: return .machines(machine, .atLeast(fields.optional("at-least")?.count() ?? 1), states("in"))
        }
    }
}
