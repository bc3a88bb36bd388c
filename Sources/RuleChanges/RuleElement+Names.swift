public import LifecycleModel
public import Rules

extension RuleElement {
    /// A role.
    init(role id: String, _ role: Role) {
        self.init(
            part: .roles,
            path: "roles/\(id)",
            subject: .named(id, role.label),
            summary: role.heldBy?.phrase ?? Phrase(vi: ""),
            aspects: [.label(role.label), .one("held-by", "ai giữ", "held by", role.heldBy?.rawValue, role.heldBy?.phrase)]
        )
    }

    /// A form.
    init(form code: String, _ form: Form) {
        self.init(
            part: .forms,
            path: "forms/\(code)",
            subject: .named(code, form.label),
            summary: Phrase(vi: form.basis ?? "", en: form.basis ?? ""),
            aspects: [.label(form.label), .basis(form.basis)]
        )
    }

    /// A fact of the task's groups (`facts/selection.score`) or of a small machine.
    init(fact path: String, named name: String, _ fact: Fact) {
        self.init(
            part: .facts,
            path: path,
            subject: .named(name, fact.label),
            summary: fact.type.phrase,
            aspects: [
                .label(fact.label), .one("type", "kiểu", "type", fact.type.rawValue, fact.type.phrase),
                .many(
                    "choices",
                    "lựa chọn",
                    "choices",
                    fact.choices.map { Item("\($0.value) \($0.label)", .named($0.value, $0.label)) }
                ),
                .one("since", "tính từ ngày này là", "since this day counts as", fact.since?.rawValue, fact.since?.phrase),
                .one("proves", "chứng tỏ", "proves", fact.proves?.rawValue, fact.proves?.phrase),
            ]
        )
    }

    /// A stage; its place among the others is for drawings only.
    init(stage: Stage) {
        self.init(
            part: .stages,
            path: "stages/\(stage.id)",
            subject: .named(stage.id, stage.label),
            summary: Phrase(vi: ""),
            aspects: [
                .label(stage.label),
                .one("side", "nhánh bên", "side way", stage.isSide ? "true" : nil, Phrase(vi: "có", en: "yes")),
            ]
        )
    }
}

extension Role.Holder {
    /// For people: `Sở KH&CN`.
    public var phrase: Phrase {
        switch self {
        case .department: Phrase(vi: "Sở KH&CN", en: "the department")
        case .province: Phrase(vi: "UBND tỉnh", en: "the province")
        case .council: Phrase(vi: "hội đồng", en: "a council")
        case .host: Phrase(vi: "tổ chức chủ trì", en: "the host")
        case .investigator: Phrase(vi: "chủ nhiệm nhiệm vụ", en: "the principal investigator")
        case .orderer: Phrase(vi: "đơn vị đặt hàng", en: "the orderer")
        case .outside: Phrase(vi: "người ngoài", en: "somebody outside")
        case .system: Phrase(vi: "hệ thống", en: "the system")
        }
    }
}

extension Fact.Kind {
    /// For people.
    var phrase: Phrase {
        switch self {
        case .bool: Phrase(vi: "có/không", en: "yes or no")
        case .int: Phrase(vi: "số nguyên", en: "whole number")
        case .dong: Phrase(vi: "số tiền", en: "money")
        case .text: Phrase(vi: "chữ", en: "text")
        case .date: Phrase(vi: "ngày", en: "date")
        case .choice: Phrase(vi: "lựa chọn", en: "choice")
        case .organisation: Phrase(vi: "tổ chức", en: "organisation")
        case .person: Phrase(vi: "người", en: "person")
        case .programme: Phrase(vi: "chương trình", en: "programme")
        }
    }
}
