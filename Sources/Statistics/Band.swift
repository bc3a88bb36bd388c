#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Between which shares the true one lies with 95 % confidence.
public struct Band: Sendable, Hashable {
    /// The lower end, 0 to 1.
    public let lower: Double
    /// The upper end, 0 to 1.
    public let upper: Double

    /// The 97.5 % quantile of the standard normal distribution.
    static let quantile = 1.959963984540054

    /// The band of an estimate from log(−log S); 1 to 1 while nobody had the event, nil where nobody is left.
    ///
    /// - Parameter greenwood: the sum of d / (n (n − d)) over the times so far, for d events among n at risk.
    init?(survival: Double, greenwood: Double) {
        guard survival > 0 else { return nil }
        guard survival < 1 else {
            (lower, upper) = (1, 1)
            return
        }
        let exponent = exp(Self.quantile * greenwood.squareRoot() / -log(survival))
        (lower, upper) = (pow(survival, exponent), pow(survival, 1 / exponent))
    }
}
