public import CanonicalJSON

/// An instant, in milliseconds since 1 January 1970 UTC, shown in Vietnamese time.
///
/// Vietnam has kept UTC+7 without summer time since 13 June 1975, and no record here is older, so the offset is fixed.
public struct Moment: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    private static let millisecondsADay: Int64 = 86_400_000
    private static let offset: Int64 = 7 * 3_600_000

    /// An instant.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// An instant by date and clock in Vietnam; hours 0–23, minutes and seconds 0–59, milliseconds 0–999, or nil.
    public init?(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second), (0...999).contains(millisecond) else {
            return nil
        }
        let ofDay = Int64(((hour * 60 + minute) * 60 + second) * 1000 + millisecond)
        self.init(milliseconds: Int64(date.daysSinceEpoch) * Self.millisecondsADay + ofDay - Self.offset)
    }

    /// The first instant of a day in Vietnam.
    public init(startOf date: CivilDate) {
        self.init(milliseconds: Int64(date.daysSinceEpoch) * Self.millisecondsADay - Self.offset)
    }

    private var local: Int64 { milliseconds.addingReportingOverflow(Self.offset).partialValue }

    /// The day on which this instant falls in Vietnam; instants out of the range of dates fall on its first or last day.
    public var civilDate: CivilDate {
        let (quotient, remainder) = local.quotientAndRemainder(dividingBy: Self.millisecondsADay)
        return CivilDate(clampingDays: Int(remainder < 0 ? quotient - 1 : quotient))
    }

    /// The clock in Vietnam.
    public var clock: (hour: Int, minute: Int, second: Int, millisecond: Int) {
        let remainder = local % Self.millisecondsADay
        let ofDay = Int(remainder < 0 ? remainder + Self.millisecondsADay : remainder)
        return (ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60, ofDay % 1000)
    }

    /// Earlier comes first.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension Moment: CustomStringConvertible {
    /// The instant as `2026-11-21T10:27:28.123+07:00`.
    public var description: String {
        let (hour, minute, second, millisecond) = clock
        let fraction = String(String(1000 + millisecond).dropFirst())
        return "\(civilDate)T\(CivilDate.twoDigits(hour)):\(CivilDate.twoDigits(minute)):\(CivilDate.twoDigits(second)).\(fraction)+07:00"
    }

    /// The instant as people write it: `10:27 21/11/2026`.
    public var vietnamese: String {
        "\(CivilDate.twoDigits(clock.hour)):\(CivilDate.twoDigits(clock.minute)) \(civilDate.vietnamese)"
    }
}

extension Moment: JSONRepresentable {
    /// Reads ISO 8601 text.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let text = json.string else { throw JSONShapeFault(path: "", expected: "an instant", found: json.typeName) }
        do throws(MomentFault) {
            try self.init(parsing: text)
        } catch {
            throw JSONShapeFault(path: "", expected: "an instant", found: "‘\(text)’")
        }
    }

    /// ISO 8601 text.
    public var json: JSONValue { .string(description) }
}
