/// A length of time with nanosecond precision (`google.protobuf.Duration`), at most 315 576 000 000 seconds (10 000 years) either way.
public struct TimeSpan: Sendable, Hashable, Comparable {
    /// Whole seconds, rounded down.
    public let seconds: Int64
    /// Nanoseconds after `seconds`, 0 to 999 999 999; also for negative lengths: −0.5 s is −1 s and 500 000 000 ns.
    public let nanoseconds: Int32

    /// The longest length either way, in seconds.
    public static let longestSeconds: Int64 = 315_576_000_000

    /// A length of time, or nil when it is longer than 10 000 years or the nanoseconds are out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard (0..<1_000_000_000).contains(nanoseconds), seconds >= -Self.longestSeconds else { return nil }
        guard seconds < Self.longestSeconds || (seconds == Self.longestSeconds && nanoseconds == 0) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// A length of time counted in nanoseconds; every 64-bit count is in range.
    public init(nanoseconds count: Int64) {
        let rest = count % 1_000_000_000
        seconds = count / 1_000_000_000 - (rest < 0 ? 1 : 0)
        nanoseconds = Int32(rest < 0 ? rest + 1_000_000_000 : rest)
    }

    /// The whole length in nanoseconds, or nil when that does not fit 64 bits.
    public var totalNanoseconds: Int64? {
        let (nanos, overflow) = (seconds + (seconds < 0 ? 1 : 0)).multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        let (total, past) = nanos.addingReportingOverflow(Int64(nanoseconds) - (seconds < 0 ? 1_000_000_000 : 0))
        return past ? nil : total
    }

    /// Whole seconds, cut towards zero.
    public var secondsTowardZero: Int64 {
        seconds < 0 && nanoseconds > 0 ? seconds + 1 : seconds
    }

    /// Milliseconds of the last second, cut towards zero: 500 for 3730.5 s, −500 for −3730.5 s.
    public var millisecondsOfSecond: Int64 {
        let whole = Int64(nanoseconds)
        return (seconds < 0 && whole > 0 ? whole - 1_000_000_000 : whole) / 1_000_000
    }

    /// Shorter (more negative) comes first.
    public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The sum, or nil when it or a part does not fit 64 bits of nanoseconds.
    public func adding(_ other: TimeSpan) -> TimeSpan? {
        guard let a = totalNanoseconds, let b = other.totalNanoseconds else { return nil }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : TimeSpan(nanoseconds: sum)
    }

    /// The difference, or nil when it or a part does not fit 64 bits of nanoseconds.
    public func subtracting(_ other: TimeSpan) -> TimeSpan? {
        guard let a = totalNanoseconds, let b = other.totalNanoseconds else { return nil }
        let (difference, overflow) = a.subtractingReportingOverflow(b)
        return overflow ? nil : TimeSpan(nanoseconds: difference)
    }

    /// The opposite length, or nil at the very end of the range.
    public var negated: TimeSpan? {
        nanoseconds == 0 ? TimeSpan(seconds: -seconds) : TimeSpan(seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds)
    }
}
