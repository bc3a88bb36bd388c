/// What can be read from an instant or a length of time; the raw values are the function names.
enum TimePart: String, CaseIterable, Sendable {
    case fullYear = "getFullYear"
    case month = "getMonth"
    case date = "getDate"
    case dayOfMonth = "getDayOfMonth"
    case dayOfWeek = "getDayOfWeek"
    case dayOfYear = "getDayOfYear"
    case hours = "getHours"
    case minutes = "getMinutes"
    case seconds = "getSeconds"
    case milliseconds = "getMilliseconds"

    /// Reads the part from a value; nil when the value's type does not have it.
    ///
    /// - Parameter zone: `UTC`, a fixed offset such as `+07:00`, or a name for the injected lookup; nil means UTC.
    func read(_ value: Value, zone: String?, _ frame: borrowing Frame) throws(EvaluationError) -> Value? {
        switch value {
        case .timestamp(let instant):
            let offset = try Self.offset(zone, at: instant.seconds, frame.timeZones)
            return .int(part(of: WallClock(seconds: instant.seconds + offset), nanoseconds: instant.nanoseconds))
        case .duration(let span) where zone == nil: return part(of: span).map(Value.int)
        default: return nil
        }
    }

    private func part(of clock: WallClock, nanoseconds: Int32) -> Int64 {
        switch self {
        case .fullYear: clock.day.year
        case .month: clock.day.month - 1
        case .date: clock.day.day
        case .dayOfMonth: clock.day.day - 1
        case .dayOfWeek: clock.day.dayOfWeek
        case .dayOfYear: clock.day.dayOfYear
        case .hours: clock.hour
        case .minutes: clock.minute
        case .seconds: clock.second
        case .milliseconds: Int64(nanoseconds / 1_000_000)
        }
    }

    /// Lengths of time give totals, save for the milliseconds, which are those of the last second.
    private func part(of span: TimeSpan) -> Int64? {
        switch self {
        case .hours: span.secondsTowardZero / 3_600
        case .minutes: span.secondsTowardZero / 60
        case .seconds: span.secondsTowardZero
        case .milliseconds: span.millisecondsOfSecond
        default: nil
        }
    }

    /// Seconds east of UTC.
    private static func offset(_ zone: String?, at seconds: Int64, _ lookup: TimeZoneLookup?) throws(EvaluationError) -> Int64 {
        guard let zone, zone != "UTC", !zone.isEmpty else { return 0 }
        if let fixed = fixedOffset(zone) { return fixed }
        let longest = 100 * 3_600
        guard let offset = lookup?(zone, seconds), abs(offset) <= longest else {
            throw EvaluationError(.unknownTimeZone(zone))
        }
        return Int64(offset)
    }

    /// `+07:00`, `-3:30`, `02:00`
    private static func fixedOffset(_ zone: String) -> Int64? {
        var scanner = ByteScanner(zone)
        let west = scanner.skip("-")
        if !west { _ = scanner.skip("+") }
        guard let hours = scanner.number(digits: 2) ?? scanner.number(digits: 1), scanner.skip(":"),
            let minutes = scanner.number(digits: 2), scanner.isAtEnd, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (west ? -1 : 1)
    }
}
