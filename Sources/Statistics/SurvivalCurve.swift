/// How many of a group are still without the event after so much time, when some are not watched to the end.
///
/// The product-limit estimate (Kaplan and Meier, 1958) with Greenwood's variance (1926) and a band from the transformation log(−log S),
/// which stays between 0 and 1 (Kalbfleisch and Prentice, 1980): what R's `survfit(conf.type = "log-log")` and Python's `lifelines` give.
/// At one time events come before censorings: whoever was last seen then was still at risk.
public struct SurvivalCurve: Sendable, Hashable {
    /// One time at which somebody had the event or was last seen.
    public struct Step: Sendable, Hashable {
        /// The time.
        public let time: Int
        /// How many were still watched and without the event just before.
        public let atRisk: Int
        /// How many had the event then.
        public let events: Int
        /// How many were last seen then, without the event.
        public let censored: Int
        /// The estimate from this time on, 0 to 1.
        public let survival: Double
        /// Greenwood's variance of the estimate; nil once the estimate is 0, where it is not defined.
        public let variance: Double?
        /// The 95 % band; nil once the estimate is 0.
        public let band: Band?

        /// How many had the event by then, as a share: 1 less the estimate.
        public var share: Double { 1 - survival }
    }

    /// The times, ascending, each once; none for an empty group.
    public let steps: [Step]
    /// How many there are in the group.
    public let count: Int

    /// Estimates the curve of a group, in any order.
    public init(_ observations: some Sequence<Observation>) {
        var tally: [Int: (events: Int, censored: Int)] = [:]
        var count = 0
        for observation in observations {
            count += 1
            if observation.hadEvent {
                tally[observation.time, default: (0, 0)].events += 1
            } else {
                tally[observation.time, default: (0, 0)].censored += 1
            }
        }
        self.count = count
        var steps: [Step] = []
        var (atRisk, survival, greenwood) = (count, 1.0, 0.0)
        for (time, number) in tally.sorted(by: { $0.key < $1.key }) {
            let staying = atRisk - number.events
            survival *= Double(staying) / Double(atRisk)
            if staying > 0 { greenwood += Double(number.events) / (Double(atRisk) * Double(staying)) }
            steps.append(
                Step(
                    time: time,
                    atRisk: atRisk,
                    events: number.events,
                    censored: number.censored,
                    survival: survival,
                    variance: survival > 0 ? survival * survival * greenwood : nil,
                    band: Band(survival: survival, greenwood: greenwood)
                )
            )
            atRisk = staying - number.censored
        }
        self.steps = steps
    }

    /// How many had the event.
    public var events: Int { steps.reduce(0) { $0 + $1.events } }
}

extension SurvivalCurve {
    /// The estimate at a time: 1 before the first step.
    public func survival(at time: Int) -> Double { step(at: time)?.survival ?? 1 }

    /// The last step that is not later; nil before the first.
    public func step(at time: Int) -> Step? { steps.last { $0.time <= time } }

    /// How many are still watched and without the event just before a time.
    public func atRisk(at time: Int) -> Int { steps.first { $0.time >= time }?.atRisk ?? 0 }

    /// The first time at which at most half are without the event; nil when the curve stays above.
    public var median: Int? { first { $0.survival } }

    /// The 95 % band of the median, by where the band of the curve comes to a half (Brookmeyer and Crowley, 1982); nil on a side where it
    /// never does.
    public var medianBand: (lower: Int?, upper: Int?) {
        (first { $0.band?.lower ?? 0 }, first { $0.band?.upper })
    }

    /// A product of quotients may miss one half by a rounding error; no two values of an estimate lie so close.
    private static let half = 0.5 + 1e-12

    private func first(_ value: (Step) -> Double?) -> Int? {
        steps.first { step in value(step).map { $0 <= Self.half } ?? false }?.time
    }
}
