/// What is known of one member of a group that is watched from a start of its own: until when, and whether the event came then.
public struct Observation: Sendable, Hashable {
    /// Whole units of time (days) from its start to the event, or to the last moment it was seen without one; from 0.
    public let time: Int
    /// Whether the event came at that time; otherwise nobody looked any longer (right-censored).
    public let hadEvent: Bool

    /// An observation; a time before the start counts as the start.
    public init(time: Int, hadEvent: Bool) {
        self.time = max(time, 0)
        self.hadEvent = hadEvent
    }
}
