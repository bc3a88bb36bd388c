import Engine
public import Indicators
public import LifecycleModel
public import Store

/// What happened to tasks in a period, and how the deadlines that fell into it were kept.
public struct PeriodFigures: Sendable {
    /// What happened to tasks in the period, by the moves of the calendar, each with the tasks.
    public struct Moved: Sendable {
        /// What happened.
        public let move: ReportCalendar.Move
        /// The tasks it happened to, by code.
        public let tasks: [String]
    }

    /// Deadlines whose last day lay in the period.
    public struct Deadlines: Sendable, Hashable {
        /// Done by their last day.
        public var met = 0
        /// Done later, or still open.
        public var late = 0, open = 0
        /// Those of suspended clocks, and those whose last day has not passed.
        public var suspended = 0, running = 0

        /// No deadlines.
        public init() {}
    }

    /// The period, cut off at the day the figures are as of.
    public let period: ClosedRange<CivilDate>
    /// What happened.
    public let moves: [Moved]
    /// Deadlines of the period.
    public let deadlines: Deadlines

    /// Reads the figures.
    public init(of period: ClosedRange<CivilDate>, on day: CivilDate, counting moves: [ReportCalendar.Move], in reader: any StoreReader)
        throws
    {
        self.period = period
        var tasks = moves.map { _ in [String]() }
        var deadlines = Deadlines()
        try reader.eachTask(TaskFilter()) { row in
            let state = try TaskState(of: row)
            for (place, move) in moves.enumerated() {
                if let moved = state.day(of: move.sign), period.contains(moved) { tasks[place].append(row.code) }
            }
            for clock in state.clocks where period.contains(clock.lastDay) && clock.reference.machine.use != .result {
                if let stopped = clock.stopped {
                    if stopped.manner == .late { deadlines.late += 1 } else { deadlines.met += 1 }
                } else if clock.isSuspended {
                    deadlines.suspended += 1
                } else if clock.lastDay < day {
                    deadlines.open += 1
                } else {
                    deadlines.running += 1
                }
            }
        }
        self.moves = zip(moves, tasks).map { Moved(move: $0, tasks: $1) }
        self.deadlines = deadlines
    }
}

extension TaskState {
    /// The day of what a move is told by; nil when it has not happened.
    fileprivate func day(of sign: ReportCalendar.Move.Sign) -> CivilDate? {
        switch sign {
        case .fact(let path): fact(path)?.date
        case .events(let events): events.compactMap { fired[$0]?.on }.max()
        case .countsAs(let standing): reached[standing]
        case .ends(let ends): end.map { ends.contains($0) } == true ? movedOn : nil
        }
    }
}
