import LifecycleModel
import Rules

extension BallotForm {
    /// Reads `{label, form?, for?, basis, standing}` with exactly one of `scores` (and `step`), `items`, `ratings` and `choice`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "form", "for", "basis", "standing", "scores", "step", "items", "ratings", "choice")
        self.init(
            label: fields.label,
            form: fields.optionalText("form"),
            fits: fields.optional("for")?.collect { tasks in
                Dictionary(tasks.entries(.fact).map { ($0.name, $0.value.oneOrMore().compactMap { $0.text() }) }) { $0 + $1 }
            } ?? [],
            content: Content(fields) ?? .choice,
            basis: fields.optionalText("basis"),
            standing: fields.required("standing")?.word() ?? .assumed
        )
    }
}

extension BallotForm.Content {
    private static let words = ["scores", "items", "ratings", "choice"]

    fileprivate init?(_ fields: Fields) {
        guard fields.isMapping, let word = fields.onlyOne(of: Self.words) else { return nil }
        if word != "scores" { fields.optional("step")?.misplaced("step", with: word) }
        switch word {
        case "scores":
            let criteria = fields.optional("scores")?.collect { BallotForm.Criterion($0) } ?? []
            self = .scores(criteria, step: fields.required("step")?.ruledNumber() ?? .number(1))
        case "items": self = .items(fields.optional("items")?.collect { BallotForm.Item($0) } ?? [])
        case "ratings":
            let ratings = fields.optional("ratings")?.fields("quality", "quantity", "quantity-share")
            self = .ratings(
                BallotForm.Ratings(
                    quality: ratings?.optional("quality")?.collect { BallotForm.Item($0) } ?? [],
                    quantity: ratings?.optional("quantity")?.collect { BallotForm.Item($0) } ?? [],
                    quantityShare: ratings?.required("quantity-share")?.ruledNumber() ?? .number(1)
                )
            )
        default:
            fields.optional("choice")?.mustBeTrue()
            self = .choice
        }
    }
}

extension BallotForm.Criterion {
    /// Reads `{id, label, points, decides-ties?}`.
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("id", "label", "points", "decides-ties")
        guard fields.isMapping else { return nil }
        self.init(
            id: fields.name("id", .kebab),
            label: fields.label,
            most: fields.required("points")?.count() ?? 1,
            decidesTies: fields.optional("decides-ties")?.flag() ?? false
        )
    }
}

extension BallotForm.Item {
    /// Reads `{id, label}`.
    fileprivate init?(_ cursor: Cursor) {
        let fields = cursor.fields("id", "label")
        guard fields.isMapping else { return nil }
        self.init(id: fields.name("id", .kebab), label: fields.label)
    }
}

extension Fields {
    /// The one of these keys that is there; none or several are a fault.
    func onlyOne(of words: [String]) -> String? {
        let present = words.filter(has)
        if present.count == 1 { return present.first }
        cursor.fault(
            present.isEmpty ? "missing-key" : "unexpected-key",
            Phrase(vi: "cần đúng một khóa", en: "exactly one of the keys should stand here"),
            hint: Phrase(vi: "một trong: \(words.joined(separator: ", "))", en: "one of: \(words.joined(separator: ", "))")
        )
        return nil
    }
}

extension Cursor {
    /// Reports a key that does not go with another one.
    func misplaced(_ key: String, with other: String) {
        fault(
            "unexpected-key",
            Phrase(vi: "‘\(key)’ không đi cùng ‘\(other)’ ở đây", en: "‘\(key)’ does not go with ‘\(other)’ here")
        )
    }

    /// Reports anything but `true`.
    func mustBeTrue() {
        if flag() == false { wrongType(Phrase(vi: "true", en: "true")) }
    }
}
