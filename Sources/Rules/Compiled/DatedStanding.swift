/// What a task counts as since the date in a fact.
public final class DatedStanding: Sendable {
    /// The date fact.
    public let fact: FactName
    /// What the task counts as (`Machine.State.Standing`).
    public let standing: String
    /// Whether it counts so as soon as the fact is known, whatever its state.
    public let isProof: Bool

    private init(_ fact: FactName, _ standing: Machine.State.Standing, isProof: Bool) {
        self.fact = fact
        self.standing = standing.rawValue
        self.isProof = isProof
    }

    /// All that the facts of the task say, in the order of their paths.
    static func all(in regime: Regime, names: FactNames) -> [DatedStanding] {
        var found: [DatedStanding] = []
        for (group, facts) in regime.facts {
            for (name, fact) in facts where fact.since != nil || fact.proves != nil {
                let path = names["\(group).\(name)"]
                if let standing = fact.since { found.append(DatedStanding(path, standing, isProof: false)) }
                if let standing = fact.proves { found.append(DatedStanding(path, standing, isProof: true)) }
            }
        }
        return found.sorted { ($0.fact.path, $0.standing) < ($1.fact.path, $1.standing) }
    }
}
