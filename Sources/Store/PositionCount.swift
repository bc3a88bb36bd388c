public import LifecycleModel

/// How many tasks of a regime stand at a position.
public struct PositionCount: Sendable, Hashable {
    /// Regime identifier.
    public var regime: String
    /// Where they stand.
    public var position: Position
    /// Whether their life goes on.
    public var isOpen: Bool
    /// How many they are.
    public var count: Int

    /// Creates a count.
    public init(regime: String, position: Position, isOpen: Bool, count: Int) {
        self.regime = regime
        self.position = position
        self.isOpen = isOpen
        self.count = count
    }
}
