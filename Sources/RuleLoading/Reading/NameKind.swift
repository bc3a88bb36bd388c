import LifecycleModel

/// How names of a kind of thing are written.
enum NameKind {
    /// `lower-kebab-case`: roles, stages, states, events, machines, requirements, flags.
    case kebab
    /// `lower_snake_case`: facts and parameters, because expressions read them.
    case snake
    /// Values of a choice: either of the two.
    case choice
    /// A fact with its group, as in `award.on` or `this.period`.
    case fact
    /// Deadlines: Latin letters, digits and `-`, as in `NT-1`.
    case deadline
    /// A deadline of the task or, as `machine/NT-1`, of a small machine.
    case deadlinePath
    /// A state of the task with its stage, as in `ordering/planned`.
    case position
    /// A step or a deadline of a small machine, or one of a step's requirements: `machine/event`, `machine/NT-1`, `machine/event/requirement`.
    case basisPath
    /// Form codes: letters of any alphabet, digits, `-`, `.`, `/`, `_`, as in `B3-4-QĐPDKP`.
    case form

    /// Reports a name that is not written so.
    func check(_ name: String, at node: Tree? = nil, in cursor: Cursor) {
        guard !accepts(name) else { return }
        cursor.fault(
            "bad-name",
            at: node,
            Phrase(vi: "tên ‘\(name)’ viết sai: cần \(rule.vi)", en: "the name ‘\(name)’ should be \(rule.en)"),
            hint: Phrase(vi: "ví dụ: \(example)", en: "for example: \(example)")
        )
    }

    private func accepts(_ name: String) -> Bool {
        guard let first = name.utf8.first, let last = name.utf8.last else { return false }
        func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let dash = UInt8(ascii: "-")
        let underscore = UInt8(ascii: "_")
        return switch self {
        case .kebab: isLower(first) && last != dash && name.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == dash }
        case .snake: isLower(first) && name.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == underscore }
        case .choice:
            (isLower(first) || isDigit(first)) && name.utf8.allSatisfy { isLower($0) || isDigit($0) || $0 == dash || $0 == underscore }
        case .fact:
            name.split(separator: ".", omittingEmptySubsequences: false).map { NameKind.snake.accepts(String($0)) } == [true, true]
        case .deadline:
            (isLower(first) || isUpper(first)) && last != dash
                && name.utf8.allSatisfy { isLower($0) || isUpper($0) || isDigit($0) || $0 == dash }
        case .deadlinePath:
            name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { NameKind.deadline.accepts(String($0)) }
        case .position:
            name.split(separator: "/", omittingEmptySubsequences: false).map { NameKind.kebab.accepts(String($0)) } == [true, true]
        case .basisPath:
            switch name.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
            case let steps where steps.count == 2: NameKind.kebab.accepts(steps[0]) && NameKind.deadline.accepts(steps[1])
            case let steps where steps.count == 3: steps.allSatisfy { NameKind.kebab.accepts($0) }
            default: false
            }
        case .form: name.allSatisfy { $0.isLetter || $0.isNumber || "-./_".contains($0) }
        }
    }

    private var rule: Phrase {
        switch self {
        case .kebab: Phrase(vi: "chữ thường không dấu, số và gạch nối", en: "lower-case letters, digits and hyphens")
        case .snake: Phrase(vi: "chữ thường không dấu, số và gạch dưới", en: "lower-case letters, digits and underscores")
        case .choice: Phrase(vi: "chữ thường không dấu, số và gạch nối", en: "lower-case letters, digits and hyphens")
        case .fact: Phrase(vi: "nhóm.tên", en: "group.name")
        case .deadlinePath: Phrase(vi: "mã thời hạn hoặc máy/mã", en: "a deadline, or machine/deadline")
        case .deadline: Phrase(vi: "chữ không dấu, số và gạch nối", en: "Latin letters, digits and hyphens")
        case .position: Phrase(vi: "giai-đoạn/trạng-thái", en: "stage/state")
        case .basisPath:
            Phrase(
                vi: "máy/sự-kiện, máy/thời-hạn hoặc máy/sự-kiện/yêu-cầu",
                en: "machine/event, machine/deadline or machine/event/requirement"
            )
        case .form: Phrase(vi: "chữ, số và - . / _, không có dấu cách", en: "letters, digits and - . / _ without blanks")
        }
    }

    private var example: String {
        switch self {
        case .kebab: "sign-contract"
        case .snake: "pass_mark"
        case .choice: "excellent"
        case .fact: "award.on"
        case .deadlinePath: "periodic-report/TH-1"
        case .deadline: "NT-1"
        case .position: "ordering/planned"
        case .basisPath: "advance/pay"
        case .form: "B3-4-QĐPDKP"
        }
    }
}
