public import LifecycleModel

/// A day in a calendar: a `VEVENT` of RFC 5545 that takes no time of anybody.
public struct CalendarEvent: Sendable, Hashable {
    /// How it stands.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// It holds.
        case confirmed = "CONFIRMED"
        /// It may move: what counts it stands still.
        case tentative = "TENTATIVE"
        /// It is over, and calendars take it away.
        case cancelled = "CANCELLED"
    }

    /// The same for the same thing for ever, and for nothing else in the world.
    public var identifier: String
    /// Grows with every change.
    public var sequence: Int64
    /// When it last changed.
    public var changedAt: Moment
    /// The day.
    public var day: CivilDate
    /// How it stands.
    public var status: Status
    /// One line.
    public var summary: String
    /// More lines.
    public var details: [String]
    /// What it is about, to sort by.
    public var categories: [String]
    /// Days relative to the day on which to remind: -7 is a week before.
    public var reminders: [Int]

    /// Creates an event.
    public init(
        identifier: String,
        sequence: Int64,
        changedAt: Moment,
        day: CivilDate,
        status: Status,
        summary: String,
        details: [String],
        categories: [String],
        reminders: [Int]
    ) {
        self.identifier = identifier
        self.sequence = sequence
        self.changedAt = changedAt
        self.day = day
        self.status = status
        self.summary = summary
        self.details = details
        self.categories = categories
        self.reminders = reminders
    }

    /// Its lines (RFC 5545, 3.6.1).
    var lines: [ContentLine] {
        [
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: identifier), ContentLine("DTSTAMP", changedAt.utc),
            ContentLine("LAST-MODIFIED", changedAt.utc), ContentLine("SEQUENCE", "\(sequence)"),
            ContentLine("DTSTART;VALUE=DATE", day.compact), ContentLine("STATUS", status.rawValue), ContentLine("TRANSP", "TRANSPARENT"),
            ContentLine("SUMMARY", text: summary), ContentLine("DESCRIPTION", text: details.joined(separator: "\n")),
            ContentLine("CATEGORIES", texts: categories),
        ] + (status == .confirmed ? reminders.flatMap(alarm) : []) + [ContentLine("END", "VEVENT")]
    }

    /// A reminder at nine in the morning of its day (RFC 5545, 3.6.6).
    private func alarm(_ days: Int) -> [ContentLine] {
        let hours = days * 24 + 9
        return [
            ContentLine("BEGIN", "VALARM"), ContentLine("ACTION", "DISPLAY"), ContentLine("DESCRIPTION", text: summary),
            ContentLine("TRIGGER", hours < 0 ? "-PT\(-hours)H" : "PT\(hours)H"), ContentLine("END", "VALARM"),
        ]
    }
}

extension CivilDate {
    /// `20251231`.
    fileprivate var compact: String { description.filter { $0 != "-" } }
}

extension Moment {
    /// `20251231T020304Z`.
    fileprivate var utc: String {
        // The clock of a moment is Vietnam's, seven hours ahead.
        let shifted = Moment(milliseconds: milliseconds - 7 * 3_600_000)
        let clock = shifted.clock
        let digits = [clock.hour, clock.minute, clock.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
        return "\(shifted.civilDate.compact)T\(digits)Z"
    }
}
