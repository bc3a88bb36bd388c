public import LifecycleModel

/// One of a party's tasks as far as it matters for what the party may do elsewhere: so that nobody reads the states of all its tasks.
public struct PartyTask: Sendable, Hashable {
    /// Code of the task.
    public var code: String
    /// Whether it is being carried out.
    public var isRunning: Bool
    /// Whether it ever put a bar on anybody, as far as the bars have rows: those on a host or investigator always have one.
    public var hasBarred: Bool
    /// First last day of its clocks that have not been stopped and bar somebody once their dates have passed, or of which that is not known.
    public var barsAfter: CivilDate?

    /// Creates one.
    public init(code: String, isRunning: Bool, hasBarred: Bool, barsAfter: CivilDate?) {
        self.code = code
        self.isRunning = isRunning
        self.hasBarred = hasBarred
        self.barsAfter = barsAfter
    }

    /// Whether its state may say of a bar on that day.
    public func mayBar(on day: CivilDate) -> Bool { hasBarred || barsAfter.map { $0 < day } ?? false }
}
