/// Fields of science, as the rule files name them.
enum Field: String, CaseIterable {
    case agriculture, engineering, medicine, naturalScience = "natural-science", socialScience = "social-science", humanities

    /// The specialist unit of the department that answers for it, from 1.
    var unit: Int {
        switch self {
        case .agriculture, .naturalScience: 1
        case .engineering: 2
        case .medicine, .socialScience, .humanities: 3
        }
    }

    /// The number of the key programme it mostly belongs to (Đề án 2021–2025, Phụ lục I).
    var programme: Int {
        switch self {
        case .agriculture: 2
        case .engineering: 3
        case .medicine: 4
        case .socialScience, .humanities: 5
        case .naturalScience: 6
        }
    }
}
