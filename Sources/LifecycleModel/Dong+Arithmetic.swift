extension Dong {
    /// The sum.
    public func adding(_ other: Dong) throws(DongFault) -> Dong {
        try Self.checked(amount.addingReportingOverflow(other.amount))
    }

    /// The difference.
    public func subtracting(_ other: Dong) throws(DongFault) -> Dong {
        try Self.checked(amount.subtractingReportingOverflow(other.amount))
    }

    /// So many times the amount.
    public func multiplied(by factor: Int64) throws(DongFault) -> Dong {
        try Self.checked(amount.multipliedReportingOverflow(by: factor))
    }

    /// The part `numerator/denominator` of the amount, rounded towards zero, with what is left over in `denominator`-ths of a đồng.
    ///
    /// The product is formed in 128 bits, so only a share that itself does not fit overflows.
    public func share(_ numerator: Int64, of denominator: Int64) throws(DongFault) -> (quotient: Dong, remainder: Int64) {
        guard denominator > 0 else { throw .notWhole }
        let (quotient, remainder) = (Int128(amount) * Int128(numerator)).quotientAndRemainder(dividingBy: Int128(denominator))
        guard let quotient = Int64(exactly: quotient) else { throw .overflow }
        return (Dong(quotient), Int64(remainder))
    }

    /// So many per cent of the amount, rounded towards zero, with what is left over in hundredths of a đồng.
    public func percent(_ percent: Int64) throws(DongFault) -> (quotient: Dong, remainder: Int64) {
        try share(percent, of: 100)
    }

    /// So many per cent of the amount; a share that is not a whole number of đồng is refused.
    public func exactPercent(_ percent: Int64) throws(DongFault) -> Dong {
        let (quotient, remainder) = try share(percent, of: 100)
        guard remainder == 0 else { throw .notWhole }
        return quotient
    }

    private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(DongFault) -> Dong {
        guard !result.overflow else { throw .overflow }
        return Dong(result.partialValue)
    }
}

extension Sequence<Dong> {
    /// The sum of all amounts.
    public func total() throws(DongFault) -> Dong {
        var sum = Dong.zero
        for amount in self { sum = try sum.adding(amount) }
        return sum
    }
}
