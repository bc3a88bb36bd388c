extension TimeSpan: CustomStringConvertible {
    /// Reads a length such as `90s`, `1h30m`, `-1.5s` or `250ms`: an optional sign, then numbers with the units `h`, `m`, `s`, `ms`, `us`
    /// (`µs`), `ns`. A bare `0` is allowed.
    ///
    /// - Returns: nil when the text does not have that form or the length is out of range; digits beyond the nanosecond are dropped.
    public init?(_ text: String) {
        var scanner = ByteScanner(text)
        let negative = scanner.skip("-")
        if !negative { _ = scanner.skip("+") }
        if scanner.rest == "0" {
            self.init(nanoseconds: 0)
            return
        }
        var seconds: Int64 = 0
        var nanos: Int64 = 0
        repeat {
            guard let (whole, fraction, digits) = scanner.decimal(), let unit = Self.unit(&scanner) else { return nil }
            let (product, overflow) = whole.multipliedReportingOverflow(by: unit)
            // Units of an hour or a minute exceed a second: count those in seconds first to keep the range of 10 000 years.
            if unit >= 1_000_000_000 {
                let (inSeconds, tooLong) = whole.multipliedReportingOverflow(by: unit / 1_000_000_000)
                guard !tooLong, inSeconds <= Self.longestSeconds else { return nil }
                seconds += inSeconds
            } else {
                guard !overflow else { return nil }
                seconds += product / 1_000_000_000
                nanos += product % 1_000_000_000
            }
            let part = Self.scaled(fraction, digits: digits, unit: unit)
            seconds += part / 1_000_000_000
            nanos += part % 1_000_000_000
            seconds += nanos / 1_000_000_000
            nanos %= 1_000_000_000
            guard seconds <= Self.longestSeconds else { return nil }
        } while !scanner.isAtEnd
        guard let length = TimeSpan(seconds: seconds, nanoseconds: Int32(nanos)) else { return nil }
        guard negative else {
            self = length
            return
        }
        guard let opposite = length.negated else { return nil }
        self = opposite
    }

    /// Nanoseconds in the unit that stands next.
    private static func unit(_ scanner: inout ByteScanner) -> Int64? {
        if scanner.skip("ns") { return 1 }
        if scanner.skip("us") || scanner.skip("\u{B5}s") || scanner.skip("\u{3BC}s") { return 1_000 }
        if scanner.skip("ms") { return 1_000_000 }
        if scanner.skip("s") { return 1_000_000_000 }
        if scanner.skip("m") { return 60_000_000_000 }
        if scanner.skip("h") { return 3_600_000_000_000 }
        return nil
    }

    /// `0.fraction × unit` in nanoseconds, cut off.
    private static func scaled(_ fraction: Int64, digits: Int, unit: Int64) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<digits { power *= 10 }
        let (high, low) = fraction.multipliedFullWidth(by: unit)
        return power.dividingFullWidth((high, low)).quotient
    }

    /// Seconds with 0, 3, 6 or 9 decimals and an `s`: `90s`, `-1.500s`; the JSON form of protobuf durations.
    public var description: String {
        let negative = seconds < 0
        let whole = negative && nanoseconds > 0 ? -(seconds + 1) : abs(seconds)
        let nanos = negative && nanoseconds > 0 ? 1_000_000_000 - nanoseconds : nanoseconds
        return (negative ? "-" : "") + String(whole) + nanos.asFraction + "s"
    }
}

extension Int32 {
    /// Nanoseconds as a decimal fraction of 3, 6 or 9 digits, nothing for zero.
    var asFraction: String {
        guard self != 0 else { return "" }
        var digits = String(self)
        digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
        while digits.hasSuffix("000") { digits.removeLast(3) }
        return "." + digits
    }
}
