public import LifecycleModel

/// Everything the record knows about one task: the fold of its events, nothing else.
public struct TaskState: Sendable, Hashable {
    /// Task code.
    public internal(set) var code: String
    /// Regime and the definition it runs under.
    public internal(set) var regime, definition: String
    /// Where it stands, `stage/state`.
    public internal(set) var position: String
    /// How its life ended (`Machine.State.End`), or nil.
    public internal(set) var end: String?
    /// What its position counts as.
    public internal(set) var countsAs: [String]
    /// First day it counted as each.
    public internal(set) var reached: NameTable<CivilDate>
    /// Known facts by group and name.
    public internal(set) var facts: NameTable<NameTable<FactValue>>
    /// Small machines by kind, in the order of their numbers.
    public internal(set) var machines: MachineTable
    /// Clocks, running and done, in the order they started; only such as are done stay unread.
    public internal(set) var clocks: SnapshotList<Clock>
    /// Documents by form, in the order they came.
    public internal(set) var documents: NameTable<[AttachedDocument]>
    /// What was fired on the task's own machine, by event.
    public internal(set) var fired: NameTable<Fired>
    /// Raised flags with their labels.
    public internal(set) var flags: [String: Phrase]
    /// Bars this task put on its parties.
    public internal(set) var bars: [Bar]
    /// Public pages it is on, sorted.
    public internal(set) var pages: [String]
    /// Day of the last event of the task's own machine, and of any event.
    public internal(set) var movedOn, lastHappenedOn: CivilDate
    /// Number of happenings folded.
    public internal(set) var eventCount: Int64
    /// Number of refusals that were overridden.
    public internal(set) var exceptionCount: Int64

    /// One small machine.
    public struct Instance: Sendable, Hashable {
        /// Its number, from 1.
        public internal(set) var number: Int64
        /// Where it stands.
        public internal(set) var state: String
        /// How its life ended, or nil.
        public internal(set) var end: String?
        /// Its facts by bare name.
        public internal(set) var facts: NameTable<FactValue>
        /// What was fired on it, by event.
        public internal(set) var fired: NameTable<Fired>
        /// Day it was opened and day of its last event.
        public internal(set) var openedOn, movedOn: CivilDate
    }

    /// Who fired an event, when last and how often.
    public struct Fired: Sendable, Hashable {
        /// Actors in the order they first fired it.
        public private(set) var by: [String]
        /// Day it last happened.
        public private(set) var on: CivilDate
        /// Times.
        public private(set) var times: Int64

        /// It was never fired.
        static let never = Fired(by: [], on: .earliest, times: 0)

        /// What is known of an event.
        init(by actors: [String], on day: CivilDate, times: Int64) {
            by = actors
            on = day
            self.times = times
        }

        /// It happened once more.
        mutating func add(_ actor: String, on day: CivilDate) {
            if !by.contains(actor) { by.append(actor) }
            on = day
            times += 1
        }
    }

    /// A bar this task put on a party.
    public struct Bar: Sendable, Hashable {
        /// What was said.
        public internal(set) var barred: Happening.Barred
        /// Day it was lifted.
        public internal(set) var liftedOn: CivilDate?

        /// Whether lifting ends it: a bar for so many months runs out by itself.
        var canBeLifted: Bool { liftedOn == nil && barred.until == nil }
    }

    /// The fact of that path, `group.name`.
    public func fact(_ path: String) -> FactValue? {
        guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return nil }
        return facts[String(path[..<dot])]?[String(path[path.utf8.index(after: dot)...])]
    }

    /// The small machine, if it is there.
    public func instance(_ reference: MachineReference) -> Instance? {
        guard reference.number >= 1, let instances = machines[reference.kind], reference.number <= Int64(instances.count) else {
            return nil
        }
        return instances[Int(reference.number) - 1]
    }

    /// The state the machine is in; nil when there is no such machine.
    public func state(of reference: MachineReference) -> String? {
        reference == .task ? position : instance(reference)?.state
    }

    /// The newest run of a clock.
    public func clock(_ reference: DeadlineReference) -> Clock? {
        clocks.last { $0.reference == reference }
    }

    /// Clocks that have not been stopped.
    public var openClocks: [Clock] { clocks.compactMapKnown { $1.isOpen ? $1 : nil } }

    /// The first last day of its running clocks.
    public var nextDue: CivilDate? { clocks.compactMapKnown { $1.isOpen && !$1.isSuspended ? $1.lastDay : nil }.min() }
}
