public import LifecycleModel

/// A seat in a council; administrative secretaries serve it and hold none.
public enum Seat: String, Sendable, Hashable, CaseIterable {
    /// Chủ tịch; in an appraisal team its head.
    case chair
    /// Phó chủ tịch; in an appraisal team its deputy head.
    case deputy
    /// Ủy viên phản biện.
    case reviewers
    /// Ủy viên thư ký khoa học; in an appraisal team its secretary.
    case secretary
    /// In an appraisal team: the chair, the deputy or a reviewer of the council whose conclusions it works on.
    case councilMember = "council-member"
    /// Any other member.
    case member

    /// One who holds it in a council, for people.
    public var phrase: Phrase { phrase(inTeam: false) }

    /// One who holds it, for people: an appraisal team has a head where a council has a chair.
    public func phrase(inTeam isTeam: Bool) -> Phrase {
        switch self {
        case .chair: isTeam ? Phrase(vi: "tổ trưởng", en: "head of the team") : Phrase(vi: "chủ tịch", en: "chair")
        case .deputy: isTeam ? Phrase(vi: "tổ phó", en: "deputy head") : Phrase(vi: "phó chủ tịch", en: "deputy chair")
        case .reviewers: Phrase(vi: "ủy viên phản biện", en: "reviewer")
        case .secretary:
            isTeam ? Phrase(vi: "thư ký", en: "secretary") : Phrase(vi: "ủy viên thư ký khoa học", en: "scientific secretary")
        case .councilMember: Phrase(vi: "thành viên của hội đồng tư vấn", en: "member of the advisory council")
        case .member: isTeam ? Phrase(vi: "thành viên", en: "member") : Phrase(vi: "ủy viên", en: "member")
        }
    }
}

/// How a council may meet.
public enum MeetingMode: String, Sendable, Hashable, CaseIterable {
    /// All in one room.
    case inPerson = "in-person"
    /// All over the network.
    case online
    /// Some in the room, some over the network.
    case hybrid

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .inPerson: Phrase(vi: "trực tiếp", en: "in person")
        case .online: Phrase(vi: "trực tuyến", en: "online")
        case .hybrid: Phrase(vi: "trực tiếp kết hợp trực tuyến", en: "hybrid")
        }
    }
}

/// What a member who cannot come may do.
public enum Absence: String, Sendable, Hashable, CaseIterable {
    /// A written review is read out and does not count as a vote.
    case writtenReview = "written-review"
    /// A ballot sent in counts like one cast in the room.
    case mailedBallot = "mailed-ballot"

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .writtenReview: Phrase(vi: "gửi phiếu nhận xét, không tính là phiếu", en: "a written review, no vote")
        case .mailedBallot: Phrase(vi: "gửi phiếu đánh giá, tính như phiếu bỏ tại phiên họp", en: "a ballot sent in counts")
        }
    }
}
