public import LifecycleModel

/// Why somebody may not sit in a council, as its rule file names it: one ground with the article that says so.
public struct ConflictRule: Sendable, Hashable {
    /// The ground.
    public var ground: ConflictGround
    /// For `participant` and `relative`: whom of those who carry the task it is about; empty means all of them.
    public var of: [ParticipantRole]
    /// The seats it bars; empty means the whole council.
    public var seats: [Seat]
    /// The article.
    public var basis: String?

    /// Creates a rule.
    public init(ground: ConflictGround, of: [ParticipantRole] = [], seats: [Seat] = [], basis: String?) {
        self.ground = ground
        self.of = of
        self.seats = seats
        self.basis = basis
    }
}
