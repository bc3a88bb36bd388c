import CanonicalJSON
public import Engine
import LifecycleModel
import Rules
public import Store
public import WorkingCalendar

/// The working calendar the store counts by. It is adopted by a recorded act; an edited holiday file moves no date by itself.
public enum AdoptedCalendar {
    static let setting = "calendar"

    /// The calendar in force; nil in a store that has none yet.
    public static func read(in reader: any StoreReader) throws -> WorkingCalendar? {
        guard let bytes = try reader.setting(setting) else { return nil }
        return WorkingCalendar(try HolidayTable(csv: String(decoding: bytes, as: UTF8.self)))
    }

    /// A running clock whose dates another calendar would move.
    public struct Moved: Sendable, Hashable {
        /// The task.
        public let task: String
        /// The clock.
        public let clock: DeadlineReference
        /// Its dates now and then.
        public let before, after: DeadlineDates
    }

    /// The running clocks that a table would move, by task.
    public static func moved(by table: HolidayTable, in reader: any StoreReader) throws -> [Moved] {
        let calendar = WorkingCalendar(table)
        var moved: [Moved] = []
        var seen: Set<String> = []
        for row in try reader.openDeadlines(dueBefore: nil) where seen.insert(row.task).inserted {
            guard let task = try reader.task(row.task) else { continue }
            moved += AdoptedCalendar.moved(try TaskState(of: task), calendar)
        }
        return moved.sorted { ($0.task, $0.clock.machine.description, $0.clock.id) < ($1.task, $1.clock.machine.description, $1.clock.id) }
    }

    private static func moved(_ state: TaskState, _ calendar: WorkingCalendar) -> [Moved] {
        state.openClocks.filter { !$0.isSuspended }.compactMap { clock in
            let suspensions = clock.pauses.compactMap { pause in pause.until.map { Suspension(from: pause.from, until: $0) } }
            let after = calendar.dates(of: clock.started.terms, from: clock.started.start, suspensions: suspensions)
            return after == clock.dates
                ? nil : Moved(task: state.code, clock: clock.reference, before: clock.dates, after: after)
        }
    }

    /// Adopts a holiday table and moves the clocks it moves, each by an event of its own, all in one transaction.
    ///
    /// - Returns: the moved clocks and the receipt.
    public static func adopt(_ csv: String, reason: String, by surroundings: Surroundings) throws -> (moved: [Moved], receipt: Receipt) {
        let table = try HolidayTable(csv: csv)
        return try surroundings.store.write { writer in
            var records = try writer.append([
                NewEvent(
                    subject: EventRecord.Subject(.calendar, "holidays"),
                    kind: "calendar_adopted",
                    payload: ["days": JSONValue(table.days.count), "table": .string(csv), "reason": .string(reason)],
                    actor: surroundings.actor.isEmpty ? "system" : surroundings.actor,
                    happenedOn: surroundings.today,
                    recordedAt: surroundings.now,
                    definition: nil
                )
            ])
            let moved = try moved(by: table, in: writer)
            let journal = TaskJournal(writer: writer, now: surroundings.now)
            for (task, clocks) in Dictionary(grouping: moved, by: \.task).sorted(by: { $0.key < $1.key }) {
                guard let row = try writer.task(task) else { continue }
                var state = try TaskState(of: row)
                let happenings = clocks.map { Happening.deadlineMoved($0.clock, dates: $0.after, reason: reason) }
                let events = try journal.append(happenings, to: &state, by: surroundings.actor, on: surroundings.today)
                try journal.project(state, records: events, happenings: happenings)
                records += events
            }
            try writer.set(setting, to: Array(csv.utf8))
            return (moved, Receipt(of: records, in: try writer.head()))
        }
    }
}
