/// Grounds of a conflict of interest, a closed set.
public enum ConflictGround: String, Sendable, Hashable, CaseIterable {
    /// Takes part in the task or applies to.
    case participant
    /// Works at the organisation that hosts the task or applies to.
    case hostStaff = "host-staff"
    /// Works at an organisation that takes part beside the host.
    case coordinatorStaff = "coordinator-staff"
    /// Spouse, parent, child or sibling of somebody who carries the task.
    case relative
    /// Has another right or interest in it.
    case relatedInterest = "related-interest"
    /// Is under a penalty in science and technology, under prosecution or has an unspent conviction.
    case sanction
    /// There is evidence of partiality or of a conflict with the principal investigator or the host.
    case partiality

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .participant: Phrase(vi: "tham gia thực hiện nhiệm vụ", en: "takes part in the task")
        case .hostStaff: Phrase(vi: "thuộc tổ chức chủ trì", en: "works at the host organisation")
        case .coordinatorStaff: Phrase(vi: "thuộc tổ chức phối hợp thực hiện", en: "works at a coordinating organisation")
        case .relative: Phrase(vi: "là người thân của người thực hiện nhiệm vụ", en: "is a relative of somebody who carries the task")
        case .relatedInterest: Phrase(vi: "có quyền và lợi ích liên quan", en: "has a related right or interest")
        case .sanction:
            Phrase(
                vi: "đang bị xử phạt về KH&CN, bị truy cứu trách nhiệm hình sự hoặc chưa được xóa án tích",
                en: "is under a penalty, under prosecution or has an unspent conviction"
            )
        case .partiality: Phrase(vi: "có căn cứ không vô tư, khách quan", en: "is shown not to be impartial")
        }
    }
}
