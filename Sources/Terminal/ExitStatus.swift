/// How the program ends; scripts rely on these numbers.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
    /// It is done.
    case done = 0
    /// The rules refuse it; the blockers are listed.
    case refused = 1
    /// A check found faults.
    case faultsFound = 2
    /// The command was written wrongly.
    case usage = 64
    /// What was to be read is not right.
    case badData = 65
    /// A store, file or disk cannot be used.
    case unavailable = 69
    /// Somebody else is writing; try again.
    case tryAgain = 75
}
