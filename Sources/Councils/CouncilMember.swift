public import LifecycleModel
public import Rules

/// Somebody with a seat and a vote.
public struct CouncilMember: Sendable, Hashable {
    /// Who.
    public let person: PersonCode
    /// The name as it stands in the founding decision.
    public var name: String
    /// The seat.
    public var seat: Seat
    /// The organisation the member works at.
    public var organisation: OrganisationCode?
    /// Whether the member sat in an earlier council of the same task.
    public var satEarlier: Bool
    /// For whom the member speaks; nil for an expert.
    public var represents: Representation?

    /// Creates a member.
    public init(
        person: PersonCode,
        name: String,
        seat: Seat,
        organisation: OrganisationCode? = nil,
        satEarlier: Bool = false,
        represents: Representation? = nil
    ) {
        self.person = person
        self.name = name
        self.seat = seat
        self.organisation = organisation
        self.satEarlier = satEarlier
        self.represents = represents
    }

    /// Name and seat for people.
    public var phrase: Phrase {
        Phrase(vi: "\(name), \(seat.phrase.vi)", en: "\(name), \(seat.phrase[.en])")
    }
}
