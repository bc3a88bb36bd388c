/// The small machines that a council judges one by one, such as the dossiers of a call: which of them are ready for it, and what happens to each
/// by its result.
public struct Judged: Sendable, Hashable {
    /// Kind of the small machine.
    public var machine: String
    /// The states in which one is ready to be judged.
    public var states: [String]
    /// The event that records the points of one; nil when ballots hold none.
    public var scored: String?
    /// The event that records a vote in favour; nil when nothing is recorded.
    public var inFavour: String?
    /// The event that records a vote against.
    public var against: String?

    /// Creates a declaration.
    public init(machine: String, states: [String], scored: String? = nil, inFavour: String? = nil, against: String? = nil) {
        self.machine = machine
        self.states = states
        self.scored = scored
        self.inFavour = inFavour
        self.against = against
    }

    /// Its events with their keys.
    public var events: [(key: String, event: String)] {
        [("scored", scored), ("in-favour", inFavour), ("against", against)].compactMap { key, event in event.map { (key, $0) } }
    }
}
