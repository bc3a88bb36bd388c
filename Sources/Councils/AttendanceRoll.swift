public import LifecycleModel

/// Who is in the room, or on the line, and on what authority.
public struct AttendanceRoll: Sendable, Hashable {
    /// Members present now.
    public private(set) var present: Set<PersonCode> = []
    /// Members who were present and left.
    public private(set) var left: Set<PersonCode> = []
    /// The chair's written authority for the deputy to preside; nil without one.
    public private(set) var authority: String?
    /// Written reviews received, by member.
    public private(set) var reviews: Set<PersonCode> = []
    /// Guests, who have no vote.
    public private(set) var guests: [String] = []

    /// An empty roll.
    public init() {}

    mutating func arrive(_ person: PersonCode) {
        present.insert(person)
        left.remove(person)
    }

    mutating func leave(_ person: PersonCode) {
        if present.remove(person) != nil { left.insert(person) }
    }

    /// Nobody is there any more.
    mutating func empty() {
        present = []
        left = []
        guests = []
    }

    /// Somebody is no longer a member.
    mutating func forget(_ person: PersonCode) {
        present.remove(person)
        left.remove(person)
        reviews.remove(person)
    }

    mutating func authoriseDeputy(by paper: String) {
        authority = paper
    }

    mutating func receiveReview(of person: PersonCode) {
        reviews.insert(person)
    }

    mutating func welcome(guest: String) {
        guests.append(guest)
    }
}
