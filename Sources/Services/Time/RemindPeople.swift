import CanonicalJSON
import Engine
public import LifecycleModel
import Rules
public import Store
public import WorkingCalendar

/// Writes the reminders of the rules' ladders: so many days before and after the due date of a clock that runs on the morning of that day, to
/// everybody who answers for it.
public struct RemindPeople {
    private let definitions: Definitions
    private let holders: RoleHolders
    private let calendar: WorkingCalendar

    /// Prepares it.
    public init(definitions: Definitions, holders: RoleHolders, calendar: WorkingCalendar) {
        self.definitions = definitions
        self.holders = holders
        self.calendar = calendar
    }

    /// A rung of a ladder that a clock has come to.
    public struct Rung: Sendable {
        let clock: WakingDeadline
        /// The day of the reminder.
        public let day: CivilDate
        /// The due date in force on that day.
        let due: CivilDate
        /// Code of the task.
        public var task: String { clock.row.task }
        fileprivate let deadline: Deadline
        fileprivate let machine: Machine
        fileprivate let role: Role?
    }

    /// The rungs that clocks came to in a span of days, by day and clock.
    public func rungs(in days: ClosedRange<CivilDate>, in reader: any StoreReader) throws -> [Rung] {
        let reach = try reach(in: reader)
        let span = days.lowerBound.adding(days: -reach.upperBound)...days.upperBound.adding(days: -reach.lowerBound)
        var rungs: [Rung] = []
        for clock in try reader.runningDeadlines(due: span, since: days.lowerBound) {
            let regime = try definitions.regime(clock.definition, in: reader).regime
            guard let (machine, deadline) = try reader.ruled(clock.row, by: regime, definitions) else { continue }
            for past in try clock.row.dueDates(calendar) {
                for day in Set(deadline.reminders.map { past.due.adding(days: $0) }) where days.contains(day) && past.covers(morningOf: day)
                {
                    rungs.append(
                        Rung(
                            clock: clock,
                            day: day,
                            due: past.due,
                            deadline: deadline,
                            machine: machine,
                            role: regime.roles[clock.row.owner]
                        )
                    )
                }
            }
        }
        return rungs.sorted { ($0.day, $0.clock.row.run.key) < ($1.day, $1.clock.row.run.key) }
    }

    /// Reminds everybody who answers; answers how many were not reminded before, and whether nobody holds the role.
    public func callAsFunction(_ rung: Rung, in writer: any StoreWriter) throws -> (told: Int, vacant: String?) {
        let row = rung.clock.row
        let people = try holders.holder(of: row.owner, rung.role, on: RoleHolders.Parties(rung.clock), in: writer).people
        let subject = PassingWords.subject(row.number, rung.machine, rung.deadline)
        var told = 0
        for person in people {
            let notice = NoticeRow(
                key: "reminder/\(row.run.key)/\(rung.due)/\(rung.day)/\(person)",
                person: person,
                day: rung.day,
                isUrgent: false,
                task: row.task,
                text: subject,
                due: rung.due
            )
            if try writer.add(notice) { told += 1 }
        }
        return (told, people.isEmpty ? row.owner : nil)
    }

    /// How far before and after a due date any ladder of the definitions reaches.
    private func reach(in reader: any StoreReader) throws -> ClosedRange<Int> {
        var reach = 0...0
        for definition in try reader.definitions() {
            let regime = try definitions.regime(definition.hash, in: reader).regime
            for machine in [regime.task] + regime.machines.values {
                for rung in machine.deadlines.values.flatMap(\.reminders) {
                    reach = min(reach.lowerBound, rung)...max(reach.upperBound, rung)
                }
            }
        }
        return reach
    }
}

extension DeadlineRow {
    /// The due dates it has had, each with the mornings on which it was in force.
    fileprivate func dueDates(_ calendar: WorkingCalendar) throws -> [DueInForce] {
        try DueInForce.all(inputs: JSONValue(parsing: inputs), due: due, stoppedOn: stoppedOn, calendar: calendar)
    }
}
