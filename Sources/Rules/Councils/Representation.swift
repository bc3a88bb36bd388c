public import LifecycleModel

/// For whom a member speaks who sits in a council as a representative, not as an expert of science.
///
/// Source: TT 11/2014/TT-BKHCN, Điều 9.3a, with the province in the place of the ministry.
public enum Representation: String, Sendable, Hashable, CaseIterable {
    /// Cơ quan chủ trì nhiệm vụ: whoever manages the task.
    case manager
    /// Tổ chức có khả năng ứng dụng kết quả.
    case user
    /// Cơ quan đề xuất đặt hàng.
    case orderer

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .manager: Phrase(vi: "đại diện cơ quan quản lý nhiệm vụ", en: "for the managing body")
        case .user: Phrase(vi: "đại diện tổ chức có khả năng ứng dụng kết quả", en: "for a likely user of the results")
        case .orderer: Phrase(vi: "đại diện cơ quan đề xuất đặt hàng", en: "for the ordering body")
        }
    }
}
