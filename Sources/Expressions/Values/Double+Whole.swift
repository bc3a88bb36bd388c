extension Double {
    /// The number as a whole number of the given type, or nil when it has a fraction or does not fit.
    func asWhole<Whole: FixedWidthInteger>(_ type: Whole.Type) -> Whole? {
        guard let cut = cut(to: type), Double(cut) == self else { return nil }
        return cut
    }

    /// The number without its fraction, or nil when it does not fit.
    ///
    /// Both ends are judged as doubles: 2⁶³ is too large for `Int64` although `Double(Int64.max)` rounds to it.
    func cut<Whole: FixedWidthInteger>(to type: Whole.Type) -> Whole? {
        guard self < Double(Whole.max), Whole.isSigned ? self >= Double(Whole.min) : self > -1 else { return nil }
        return Whole(self)
    }
}
