/// Who of a task may be barred from new tasks, in the words of the rule files.
///
/// The task itself names its host and its investigator; who the key members and the scientific secretary are stands in the register of those who
/// take part (`Participation`). All four answer for state money that is not repaid (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 17).
public enum BarredParty: String, Sendable, Hashable, CaseIterable {
    /// Tổ chức chủ trì.
    case host
    /// Chủ nhiệm.
    case investigator
    /// Thành viên thực hiện chính.
    case keyMembers = "key-members"
    /// Thư ký khoa học.
    case secretary

    /// As what the research plan names them; nil where the task itself says who it is.
    public var role: ParticipantRole? {
        switch self {
        case .host, .investigator: nil
        case .keyMembers: .keyMember
        case .secretary: .taskSecretary
        }
    }

    /// The fact of the task that says who it is; nil where the register does.
    public var fact: String? { TaskParty(rawValue: rawValue)?.fact }

    /// How expressions write it.
    public var expressionName: String { self == .keyMembers ? "key_members" : rawValue }

    /// The party that expressions write so; nil when there is none.
    public init?(expressionName: String) {
        guard let party = Self.allCases.first(where: { $0.expressionName == expressionName }) else { return nil }
        self = party
    }

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .host: Phrase(vi: "tổ chức chủ trì", en: "the host")
        case .investigator: Phrase(vi: "chủ nhiệm", en: "the investigator")
        case .keyMembers: Phrase(vi: "các thành viên chính", en: "the key members")
        case .secretary: Phrase(vi: "thư ký khoa học", en: "the scientific secretary")
        }
    }
}
