/// What the rules ask of one kind of council, by the `kind` of the small machine `council-session`: declared so that checking can see
/// whether the seats can meet the quorum, whatever numbers a province decides on.
public struct Council: Sendable, Hashable {
    /// The fewest members it may have.
    public var least: Amount
    /// The most members it may have.
    public var most: Amount
    /// The parameter, a share of the members, that says how many must be present.
    public var quorum: String
    /// Members who must be among those present, by seat: `chair`, `reviewers`, `secretary`.
    public var seats: [String: Amount]

    /// Creates a declaration.
    public init(least: Amount, most: Amount, quorum: String, seats: [String: Amount] = [:]) {
        self.least = least
        self.most = most
        self.quorum = quorum
        self.seats = seats
    }
}
