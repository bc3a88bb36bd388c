/// Where a form belongs in the work of a council.
public struct CouncilPaper: Sendable, Hashable {
    /// What it is for.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// The founding decision.
        case founding
        /// The invitation of one member.
        case invitation
        /// The written review of one member.
        case review
        /// The ballot of one member.
        case ballot
        /// The tally sheet or a summary of it.
        case count
        /// The minutes.
        case minutes
    }

    /// The kind of council; nil: any.
    public let kind: String?
    /// What it is for.
    public let purpose: Purpose

    /// Reads how `forms.csv` writes it: `selection minutes`, `any invitation`.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 2, let purpose = Purpose(rawValue: words[1]) else { return nil }
        kind = words[0] == "any" ? nil : words[0]
        self.purpose = purpose
    }

    /// Whether it is made for one member, before anybody votes.
    public var isOfOneMember: Bool {
        switch purpose {
        case .invitation, .review, .ballot: true
        case .founding, .count, .minutes: false
        }
    }
}
