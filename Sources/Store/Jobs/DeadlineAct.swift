public import LifecycleModel

extension DeadlineRow {
    /// What passing a date of the clock brings, as its row keeps it; its words are those of the rules it was started under.
    public struct Act: Sendable, Hashable {
        /// `due`, `grace` or `lock`.
        public var at: String
        /// `flag`, `fire` or `bar`.
        public var act: String
        /// Flag, event or party.
        public var subject: String

        /// Creates an act.
        public init(at: String, act: String, subject: String) {
            self.at = at
            self.act = act
            self.subject = subject
        }
    }

    /// What tells one run of a clock from all others.
    public struct Run: Sendable, Hashable {
        /// Task, machine kind (`task` or a small machine), its number (0 for the task) and the deadline's identifier.
        public let task, machine: String
        /// Number of the small machine.
        public let number: Int64
        /// Deadline identifier.
        public let id: String
        /// Day its counting starts from.
        public let start: CivilDate

        /// Reads the run out of a key that begins with it, such as `NV-1/task:0/NT-1/2026-01-05/due/…`; nil when it is none.
        public init?(beginning key: String, of task: String) {
            guard key.hasPrefix(task + "/") else { return nil }
            let parts = key.dropFirst(task.count + 1).split(separator: "/")
            let machine = parts.first?.split(separator: ":") ?? []
            guard parts.count >= 3, machine.count == 2, let number = Int64(machine[1]),
                let start = try? CivilDate(parsing: String(parts[2]))
            else { return nil }
            self.task = task
            self.machine = String(machine[0])
            self.number = number
            id = String(parts[1])
            self.start = start
        }

        fileprivate init(_ row: DeadlineRow) {
            (task, machine, number, id, start) = (row.task, row.machine, row.number, row.id, row.start)
        }

        /// The run as keys begin with it.
        public var key: String { "\(task)/\(machine):\(number)/\(id)/\(start)" }
    }

    /// Which run it is a row of.
    public var run: Run { Run(self) }

    /// The date after which an act comes; nil when the clock has no such date.
    public func date(of act: Act) -> CivilDate? {
        switch act.at {
        case "due": due
        case "grace": grace ?? due
        default: lock
        }
    }

    /// What passing its dates brings while it runs, and brought before it was stopped; nothing of one that stands still.
    public var passings: [(act: Act, date: CivilDate)] {
        acts.compactMap { act in dateOfPassing(act).map { (act, $0) } }
    }

    private func dateOfPassing(_ act: Act) -> CivilDate? {
        guard standing != "suspended", let date = date(of: act), stoppedOn.map({ date < $0 }) ?? true else { return nil }
        return date
    }

    /// The first day on which passing a date brings something; nil when nothing ever does.
    public var firstWaking: CivilDate? {
        acts.lazy.compactMap(dateOfPassing).min()?.adding(days: 1)
    }
}

/// A clock on which the calendar has something to do.
public struct WakingDeadline: Sendable, Hashable {
    /// The clock.
    public var row: DeadlineRow
    /// The day from which on it waits.
    public var wakesOn: CivilDate
    /// Definition its task is pinned to.
    public var definition: String
    /// Codes of the task's parties.
    public var host, investigator, orderer: String?

    /// Creates one.
    public init(row: DeadlineRow, wakesOn: CivilDate, definition: String, host: String?, investigator: String?, orderer: String?) {
        self.row = row
        self.wakesOn = wakesOn
        self.definition = definition
        self.host = host
        self.investigator = investigator
        self.orderer = orderer
    }
}
