/// An exact share or score: a quotient of whole numbers in lowest terms, its denominator above zero. Nothing is ever rounded on the way.
public struct Fraction: Sendable, Hashable {
    /// The number above the line.
    public let numerator: Int64
    /// The number below the line, always above zero.
    public let denominator: Int64

    /// A whole number.
    public init(_ whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// `numerator/denominator`; refused when the denominator is zero or the reduced numbers do not fit.
    public init(_ numerator: Int64, over denominator: Int64) throws(FractionFault) {
        try self.init(wide: Int128(numerator), over: Int128(denominator))
    }

    /// Nothing.
    public static let zero = Fraction(0)

    // Products and sums of two 64-bit fractions fit in 128 bits: |n₁·d₂| + |n₂·d₁| < 2¹²⁷.
    private init(wide numerator: Int128, over denominator: Int128) throws(FractionFault) {
        guard denominator != 0 else { throw .divisionByZero }
        var (left, right) = (numerator.magnitude, denominator.magnitude)
        while right != 0 { (left, right) = (right, left % right) }
        let divisor = Int128(left) * (denominator < 0 ? -1 : 1)
        guard let above = Int64(exactly: numerator / divisor), let below = Int64(exactly: denominator / divisor) else { throw .overflow }
        self.numerator = above
        self.denominator = below
    }
}

extension Fraction {
    /// The sum.
    public func adding(_ other: Fraction) throws(FractionFault) -> Fraction {
        try Fraction(
            wide: Int128(numerator) * Int128(other.denominator) + Int128(other.numerator) * Int128(denominator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The difference.
    public func subtracting(_ other: Fraction) throws(FractionFault) -> Fraction {
        try Fraction(
            wide: Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The product.
    public func multiplied(by other: Fraction) throws(FractionFault) -> Fraction {
        try Fraction(
            wide: Int128(numerator) * Int128(other.numerator),
            over: Int128(denominator) * Int128(other.denominator)
        )
    }

    /// The quotient; refused when the other one is zero.
    public func divided(by other: Fraction) throws(FractionFault) -> Fraction {
        try Fraction(
            wide: Int128(numerator) * Int128(other.denominator),
            over: Int128(denominator) * Int128(other.numerator)
        )
    }

    /// How far from zero.
    public func magnitude() throws(FractionFault) -> Fraction {
        numerator < 0 ? try Fraction.zero.subtracting(self) : self
    }

    /// Whether it is a whole number.
    public var isWhole: Bool { denominator == 1 }

    /// The greatest whole number that is not greater.
    public var floor: Int64 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        return rest < 0 ? quotient - 1 : quotient
    }

    /// The least whole number that is not less.
    public var ceiling: Int64 {
        isWhole ? numerator : floor + 1
    }
}

extension Fraction: Comparable {
    /// By size, compared crosswise without loss.
    public static func < (left: Fraction, right: Fraction) -> Bool {
        Int128(left.numerator) * Int128(right.denominator) < Int128(right.numerator) * Int128(left.denominator)
    }
}

extension Sequence<Fraction> {
    /// The sum of all.
    public func total() throws(FractionFault) -> Fraction {
        var sum = Fraction.zero
        for fraction in self { sum = try sum.adding(fraction) }
        return sum
    }
}

extension Collection<Fraction> {
    /// The mean; refused when there is nothing to take it of.
    public func mean() throws(FractionFault) -> Fraction {
        try total().divided(by: Fraction(Int64(count)))
    }
}
