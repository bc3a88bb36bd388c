/// What somebody is in the research plan of a task.
public enum ParticipantRole: String, Sendable, Hashable, CaseIterable {
    /// Chủ nhiệm.
    case investigator
    /// Thư ký khoa học of the task.
    case taskSecretary = "task-secretary"
    /// Thành viên chính.
    case keyMember = "key-member"
    /// Any other who takes part or coordinates.
    case member

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .investigator: Phrase(vi: "chủ nhiệm", en: "principal investigator")
        case .taskSecretary: Phrase(vi: "thư ký khoa học", en: "scientific secretary")
        case .keyMember: Phrase(vi: "thành viên chính", en: "key member")
        case .member: Phrase(vi: "người tham gia, phối hợp", en: "participant")
        }
    }
}
