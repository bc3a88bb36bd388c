import LifecycleModel

extension Finding {
    /// Kinds of names that rules refer to.
    enum Named: String {
        case state, role, form, fact, machine, deadline, event, flag, regime, parameter

        var vietnamese: String {
            switch self {
            case .state: "trạng thái"
            case .role: "vai trò"
            case .form: "mẫu văn bản"
            case .fact: "dữ kiện"
            case .machine: "máy trạng thái"
            case .deadline: "thời hạn"
            case .event: "sự kiện"
            case .flag: "cờ"
            case .regime: "chế độ"
            case .parameter: "tham số"
            }
        }
    }

    /// `unknown-state` and its relatives: a name that nothing has.
    static func unknown(_ kind: Named, _ name: String, at path: RulePath, among known: some Sequence<String>) -> Finding {
        Finding(
            "unknown-\(kind.rawValue)",
            at: path,
            Phrase(vi: "không có \(kind.vietnamese) ‘\(name)’", en: "there is no \(kind.rawValue) ‘\(name)’"),
            hint: Suggestion.hint(for: name, in: known)
        )
    }
}
