extension Timestamp: CustomStringConvertible {
    /// Reads an RFC 3339 instant such as `2025-07-04T08:30:00.5+07:00` or `2025-07-04T01:30:00Z`.
    ///
    /// - Returns: nil when the text does not have that form, names a day that does not exist, or lies outside the years 1 to 9999 in UTC.
    ///   Digits beyond the nanosecond are dropped; leap seconds (`:60`) are not known.
    public init?(_ text: String) {
        var scanner = ByteScanner(text)
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2), scanner.skip("-"),
            let day = scanner.number(digits: 2), scanner.skip("T") || scanner.skip("t"), let hour = scanner.number(digits: 2),
            scanner.skip(":"), let minute = scanner.number(digits: 2), scanner.skip(":"), let second = scanner.number(digits: 2)
        else { return nil }
        guard (1...12).contains(month), day >= 1, day <= CalendarDay.days(in: month, of: year), hour < 24, minute < 60, second < 60
        else { return nil }
        var nanos: Int64 = 0
        if scanner.skip(".") {
            let part = scanner.fraction(limit: 9)
            guard part.read > 0 else { return nil }
            nanos = part.value
            for _ in part.digits..<9 { nanos *= 10 }
        }
        guard let offset = Self.offset(&scanner), scanner.isAtEnd else { return nil }
        let days = CalendarDay(year: year, month: month, day: day).daysSinceEpoch
        self.init(seconds: days * 86_400 + hour * 3_600 + minute * 60 + second - offset, nanoseconds: Int32(nanos))
    }

    /// `Z` or `±hh:mm`, in seconds east of UTC.
    private static func offset(_ scanner: inout ByteScanner) -> Int64? {
        if scanner.skip("Z") || scanner.skip("z") { return 0 }
        let west = scanner.skip("-")
        guard west || scanner.skip("+"), let hours = scanner.number(digits: 2), scanner.skip(":"), let minutes = scanner.number(digits: 2),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (west ? -1 : 1)
    }

    /// RFC 3339 in UTC with 0, 3, 6 or 9 decimals: `2009-02-13T23:31:30.500Z`; the JSON form of protobuf timestamps.
    public var description: String {
        let clock = WallClock(seconds: seconds)
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        let day = padded(clock.day.year, 4) + "-" + padded(clock.day.month, 2) + "-" + padded(clock.day.day, 2)
        let time = padded(clock.hour, 2) + ":" + padded(clock.minute, 2) + ":" + padded(clock.second, 2)
        return day + "T" + time + nanoseconds.asFraction + "Z"
    }
}
