extension Double {
    /// A statistic as text with a point and so many decimals, half away from zero; the one place where statistics are rounded.
    public func decimal(_ places: Int) -> String {
        let scale = (0..<places).reduce(1.0) { value, _ in value * 10 }
        let units = (self * scale).rounded()
        guard let whole = Int64(exactly: units) else { return "\(self)" }
        let digits = String(whole.magnitude)
        let padded = String(repeating: "0", count: Swift.max(0, places + 1 - digits.count)) + digits
        let sign = whole < 0 ? "-" : ""
        return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
