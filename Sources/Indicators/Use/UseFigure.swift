public import LifecycleModel

/// A share of what was counted, exact: it can be recomputed by hand.
public struct UseFigure: Sendable, Hashable {
    /// How many are in use.
    public var numerator: Int
    /// How many are counted.
    public var denominator: Int
    /// How many are not counted yet (right-censored).
    public var open: Int

    /// Creates a figure.
    public init(numerator: Int, denominator: Int, open: Int) {
        self.numerator = numerator
        self.denominator = denominator
        self.open = open
    }

    /// Counts outcomes.
    public init(_ outcomes: some Sequence<Verdict.Outcome>) {
        self.init(numerator: 0, denominator: 0, open: 0)
        for outcome in outcomes {
            if outcome == .used { numerator += 1 }
            if outcome == .open { open += 1 } else { denominator += 1 }
        }
    }

    /// The percentage in tenths of a point, half rounded up, in whole numbers throughout: ⌊(2000 n + d) / 2 d⌋; nil when nothing is counted.
    public var tenths: Int64? {
        denominator == 0 ? nil : (2000 * Int64(numerator) + Int64(denominator)) / (2 * Int64(denominator))
    }

    /// The percentage with one decimal and a point; nil when nothing is counted.
    public var percent: String? { tenths.map { "\($0 / 10).\($0 % 10)" } }

    /// How far the rounded percentage is from a target, in points: below zero when it falls short. Taken from the rounded one, so that
    /// whoever subtracts the printed numbers finds the same.
    public func gap(to target: Fraction) -> Fraction? {
        guard let tenths, let share = try? Fraction(tenths, over: 10) else { return nil }
        return try? share.subtracting(target)
    }
}
