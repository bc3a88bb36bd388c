/// An instant with nanosecond precision (`google.protobuf.Timestamp`), from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public let seconds: Int64
    /// Nanoseconds after `seconds`, 0 to 999 999 999.
    public let nanoseconds: Int32

    /// The first and the last second that a timestamp may fall in.
    public static let secondsRange: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// An instant, or nil when it lies outside the years 1 to 9999 or the nanoseconds are out of range.
    public init?(seconds: Int64, nanoseconds: Int32 = 0) {
        guard Self.secondsRange.contains(seconds), (0..<1_000_000_000).contains(nanoseconds) else { return nil }
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Earlier comes first.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
    }

    /// The instant that lies a length of time later, or nil outside the range.
    public func adding(_ span: TimeSpan) -> Timestamp? {
        let total = nanoseconds + span.nanoseconds
        let carry: Int64 = total >= 1_000_000_000 ? 1 : 0
        let (sum, overflow) = seconds.addingReportingOverflow(span.seconds + carry)
        guard !overflow else { return nil }
        return Timestamp(seconds: sum, nanoseconds: total - Int32(carry) * 1_000_000_000)
    }

    /// The length of time from another instant to this one, or nil when its nanoseconds do not fit 64 bits (about 292 years).
    public func since(_ other: Timestamp) -> TimeSpan? {
        let (nanos, overflow) = (seconds - other.seconds).multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return nil }
        let (total, past) = nanos.addingReportingOverflow(Int64(nanoseconds - other.nanoseconds))
        return past ? nil : TimeSpan(nanoseconds: total)
    }
}
