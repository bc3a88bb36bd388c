import LifecycleModel
import Rules

extension Fact {
    /// Reads `{type, label, choices, since, proves}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("type", "label", "choices", "since", "proves")
        let type = fields.required("type")?.word(Kind.self)
        var choices: [Choice] = []
        if type == .choice {
            choices = (fields.required("choices")?.entries(.choice) ?? []).map { name, value in
                Choice(value: name, label: value.phrase() ?? Phrase(vi: ""))
            }
        } else if let extra = fields.optional("choices"), type != nil {
            extra.fault(
                "unexpected-key",
                Phrase(vi: "chỉ dữ kiện kiểu choice có ‘choices’", en: "only facts of type choice have ‘choices’")
            )
        }
        for key in ["since", "proves"] {
            guard let extra = fields.optional(key), let type, type != .date else { continue }
            extra.fault(
                "unexpected-key",
                Phrase(vi: "chỉ dữ kiện kiểu date có ‘\(key)’", en: "only facts of type date have ‘\(key)’")
            )
        }
        self.init(
            type: type ?? .text,
            label: fields.label,
            choices: choices,
            since: fields.optional("since")?.word(),
            proves: fields.optional("proves")?.word()
        )
    }
}
