public import Engine
public import LifecycleModel
public import Store

/// The results of a task with their evidence, read from the log: as it stands, or as it was known on a day. What was recorded later is left
/// out then, so that a figure once reported can be reproduced.
public struct ResultHistory: Sendable {
    /// The task as known.
    public let task: TaskState
    /// Its results, by number.
    public let results: [FollowedResult]
    /// When it passed acceptance; nil before.
    public let acceptance: Acceptance?

    /// That a task passed acceptance.
    public struct Acceptance: Sendable, Hashable {
        /// The day.
        public let on: CivilDate
        /// The moment it was recorded.
        public let recordedAt: Moment
        /// The number of the event in the log.
        public let event: Int64
    }

    /// Reads a task.
    ///
    /// - Parameter day: only what was recorded on or before that day in Vietnam; nil for everything.
    /// - Returns: nil when the task was not on record by then.
    /// - Throws: `UseCaseFault` for an unknown task or a record that does not fit together.
    public init?(of code: String, knownOn day: CivilDate? = nil, in reader: any StoreReader) throws {
        let row = try requireTask(code, in: reader)
        try self.init(try reader.events(of: EventRecord.Subject(.task, row.code)), knownOn: day)
    }

    /// Reads the events of one task, in the order of the log.
    init?(_ events: [EventRecord], knownOn day: CivilDate?) throws {
        let known = events.filter { event in day.map { event.recordedAt.civilDate <= $0 } ?? true }
        guard let folded = try ResultFold(known) else { return nil }
        task = folded.state
        results = folded.results
        acceptance = folded.acceptance
    }

    /// The last of the twelve months after acceptance.
    public var month12: CivilDate? { acceptance?.on.adding(months: 12) }
}
