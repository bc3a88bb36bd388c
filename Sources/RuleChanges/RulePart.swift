public import LifecycleModel
public import Rules

/// The parts of a regime in the order people look at them.
public enum RulePart: String, Sendable, Hashable, CaseIterable {
    case regime, stages, states, transitions, requirements, deadlines, parameters, facts, roles, forms, machines, councils, budget,
        invariants

    /// The heading over several of them.
    public var plural: Phrase {
        switch self {
        case .regime: Phrase(vi: "Chế độ", en: "Regime")
        case .stages: Phrase(vi: "Giai đoạn", en: "Stages")
        case .states: Phrase(vi: "Trạng thái", en: "States")
        case .transitions: Phrase(vi: "Bước chuyển", en: "Transitions")
        case .requirements: Phrase(vi: "Điều kiện", en: "Requirements")
        case .deadlines: Phrase(vi: "Thời hạn", en: "Deadlines")
        case .parameters: Phrase(vi: "Tham số", en: "Parameters")
        case .facts: Phrase(vi: "Thông tin", en: "Facts")
        case .roles: Phrase(vi: "Vai trò", en: "Roles")
        case .forms: Phrase(vi: "Mẫu văn bản", en: "Forms")
        case .machines: Phrase(vi: "Hồ sơ con", en: "Things beside a task")
        case .councils: Phrase(vi: "Hội đồng", en: "Councils")
        case .budget: Phrase(vi: "Kinh phí", en: "Money")
        case .invariants: Phrase(vi: "Bất biến", en: "Invariants")
        }
    }

    /// One of them within a sentence.
    public var singular: Phrase {
        switch self {
        case .regime: Phrase(vi: "chế độ", en: "regime")
        case .stages: Phrase(vi: "giai đoạn", en: "stage")
        case .states: Phrase(vi: "trạng thái", en: "state")
        case .transitions: Phrase(vi: "bước", en: "transition")
        case .requirements: Phrase(vi: "điều kiện", en: "requirement")
        case .deadlines: Phrase(vi: "thời hạn", en: "deadline")
        case .parameters: Phrase(vi: "tham số", en: "parameter")
        case .facts: Phrase(vi: "thông tin", en: "fact")
        case .roles: Phrase(vi: "vai trò", en: "role")
        case .forms: Phrase(vi: "mẫu", en: "form")
        case .machines: Phrase(vi: "hồ sơ con", en: "thing")
        case .councils: Phrase(vi: "hội đồng", en: "council")
        case .budget: Phrase(vi: "quy định kinh phí", en: "rule on money")
        case .invariants: Phrase(vi: "bất biến", en: "invariant")
        }
    }
}

extension Standing {
    /// How firmly a number stands, for people.
    public var phrase: Phrase {
        switch self {
        case .binding: Phrase(vi: "bắt buộc", en: "binding")
        case .model: Phrase(vi: "mẫu quốc gia", en: "model")
        case .assumed: Phrase(vi: "tạm tính", en: "assumed")
        }
    }
}
