public import LifecycleModel

/// What a day is to an office.
public enum DayStatus: Sendable, Hashable {
    /// An ordinary working day.
    case working
    /// A Saturday or Sunday that is worked in exchange for another day.
    case makeUp(Phrase)
    /// Saturday or Sunday.
    case weekend(Weekday)
    /// A holiday of the table.
    case holiday(Phrase)

    /// Whether offices work.
    public var isWorking: Bool {
        switch self {
        case .working, .makeUp: true
        case .weekend, .holiday: false
        }
    }

    /// What sets the day apart; nil for an ordinary working day.
    public var note: Phrase? {
        switch self {
        case .working: nil
        case .makeUp(let name), .holiday(let name): name
        case .weekend(let weekday): weekday.name
        }
    }
}
