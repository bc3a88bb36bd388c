public import LifecycleModel

/// One row of the holiday table: a weekday off, or a weekend day on which the state's offices work.
public struct Holiday: Sendable, Hashable {
    /// What the day is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nobody works.
        case off
        /// A make-up day (ngày làm bù): worked although it is Saturday or Sunday.
        case work
    }

    /// The day.
    public let date: CivilDate
    /// Off or worked.
    public let kind: Kind
    /// What it is called.
    public let name: Phrase

    /// A row.
    public init(date: CivilDate, kind: Kind, name: Phrase) {
        self.date = date
        self.kind = kind
        self.name = name
    }
}
