public import LifecycleModel

/// When reports must have been sent, and what happened to tasks they count.
public struct ReportCalendar: Sendable, Hashable {
    /// A day of every year, or of every month.
    public struct Day: Sendable, Hashable {
        /// The month; nil: every month.
        public var month: Int?
        /// The day, which every such month has.
        public var day: Int

        /// Creates a day.
        public init(month: Int? = nil, day: Int) {
            self.month = month
            self.day = day
        }
    }

    /// A report that comes again and again.
    public struct Entry: Sendable, Hashable {
        /// Its name: `half-year`.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// Whether it comes every month; every year otherwise.
        public var isMonthly: Bool
        /// The day before which it must have been sent.
        public var before: Day
        /// Its figures begin on the last such day before that.
        public var from: Day
        /// The only years it is written in; nil: all.
        public var years: ClosedRange<Int>?
        /// Where that stands.
        public var source: String
        /// Who gets it.
        public var receiver: Phrase

        /// Creates an entry.
        public init(
            id: String,
            label: Phrase,
            isMonthly: Bool,
            before: Day,
            from: Day,
            years: ClosedRange<Int>? = nil,
            source: String,
            receiver: Phrase
        ) {
            self.id = id
            self.label = label
            self.isMonthly = isMonthly
            self.before = before
            self.from = from
            self.years = years
            self.source = source
            self.receiver = receiver
        }

        /// The days that the report of a month (1–12, of a monthly report) or of a year covers; nil where there is none.
        public func covers(year: Int, month: Int? = nil) -> ClosedRange<CivilDate>? {
            guard years?.contains(year) ?? true, let before = CivilDate(year: year, month: before.month ?? month ?? 0, day: before.day)
            else {
                return nil
            }
            let last = before.adding(days: -1)
            let first: CivilDate?
            if isMonthly {
                let previous = CivilDate(year: year, month: month ?? 0, day: 1)?.adding(days: -1)
                let own = CivilDate(year: year, month: month ?? 0, day: from.day)
                first =
                    own.map { $0 < before } == true ? own : previous.flatMap { CivilDate(year: $0.year, month: $0.month, day: from.day) }
            } else {
                let own = CivilDate(year: year, month: from.month ?? 0, day: from.day)
                first = own.map { $0 < before } == true ? own : CivilDate(year: year - 1, month: from.month ?? 0, day: from.day)
            }
            return first.map { $0...last }
        }
    }

    /// What may happen to a task.
    public struct Move: Sendable, Hashable {
        /// How it is told from the record.
        public enum Sign: Sendable, Hashable {
            /// The day in a fact of the task: `task.proposed_on`.
            case fact(String)
            /// The last day one of these events was fired on the task's own machine.
            case events([String])
            /// The first day it counted as that: `accepted`.
            case countsAs(String)
            /// The day its life ended in one of these ways.
            case ends([String])
        }

        /// Its name.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// How it is told.
        public var sign: Sign

        /// Creates a move.
        public init(id: String, label: Phrase, sign: Sign) {
            self.id = id
            self.label = label
            self.sign = sign
        }
    }

    /// The reports in the order of the file.
    public var entries: [Entry]
    /// What is counted, in the order of the file.
    public var moves: [Move]

    /// Creates a calendar.
    public init(entries: [Entry], moves: [Move]) {
        self.entries = entries
        self.moves = moves
    }

    /// The report of that name.
    public func entry(_ id: String) -> Entry? { entries.first { $0.id == id } }

    /// A report that falls due.
    public struct Due: Sendable, Hashable {
        /// Which.
        public var entry: Entry
        /// What it covers; its end is the last day to send it.
        public var covers: ClosedRange<CivilDate>
    }

    /// The reports whose last day lies in a span, by that day.
    public func due(in span: ClosedRange<CivilDate>) -> [Due] {
        let years = span.lowerBound.year...span.upperBound.year
        return entries.flatMap { entry -> [Due] in
            years.flatMap { year -> [Due] in
                let all = entry.isMonthly ? (1...12).map { entry.covers(year: year, month: $0) } : [entry.covers(year: year)]
                return all.compactMap(\.self).filter { span.contains($0.upperBound) }.map { Due(entry: entry, covers: $0) }
            }
        }.sorted { ($0.covers.upperBound, $0.entry.id) < ($1.covers.upperBound, $1.entry.id) }
    }
}
