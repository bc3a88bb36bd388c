import Statistics
import Testing

@Suite("Survival curves")
struct SurvivalCurveTests {
    /// Times, negative for the last day somebody was seen without the event.
    private static func curve(_ times: [Int]) -> SurvivalCurve {
        SurvivalCurve(times.map { Observation(time: abs($0), hadEvent: $0 > 0) })
    }

    /// Remission under 6-mercaptopurine, weeks: Freireich and others (1963), the example of Kaplan–Meier in most books on survival.
    private static let remission = curve([6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35])

    @Test("the published example comes out as published")
    func published() {
        let steps = Self.remission.steps.filter { $0.events > 0 }
        #expect(steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
        #expect(steps.map(\.atRisk) == [21, 17, 15, 12, 11, 7, 6])
        #expect(steps.map { $0.survival.decimal(3) } == ["0.857", "0.807", "0.753", "0.690", "0.627", "0.538", "0.448"])
        #expect(
            steps.map { $0.variance?.squareRoot().decimal(4) } == ["0.0764", "0.0869", "0.0963", "0.1068", "0.1141", "0.1282", "0.1346"]
        )
        #expect(Self.remission.median == 23)
    }

    @Test("its band is that of the transformation log(−log S)")
    func band() {
        let bands = Self.remission.steps.filter { $0.events > 0 }.compactMap(\.band)
        #expect(bands.map { $0.lower.decimal(3) } == ["0.620", "0.563", "0.503", "0.432", "0.368", "0.268", "0.188"])
        #expect(bands.map { $0.upper.decimal(3) } == ["0.952", "0.923", "0.889", "0.849", "0.805", "0.747", "0.680"])
        #expect(Self.remission.medianBand.lower == 13)
        #expect(Self.remission.medianBand.upper == nil)
    }

    @Test("nobody: no steps, nothing known")
    func nobody() {
        let curve = Self.curve([])
        #expect(curve.steps.isEmpty && curve.count == 0 && curve.median == nil)
        #expect(curve.survival(at: 100) == 1)
        #expect(curve.atRisk(at: 0) == 0)
    }

    @Test("all censored: the curve stays at 1 with a band of no width")
    func censored() {
        let curve = Self.curve([-5, -5, -9])
        #expect(curve.steps.map(\.survival) == [1, 1])
        #expect(curve.steps.map { $0.band?.lower } == [1, 1])
        #expect(curve.median == nil && curve.medianBand.lower == nil && curve.events == 0)
    }

    @Test("one person with the event: 0 from then on, where no variance is defined")
    func one() {
        let step = Self.curve([7]).steps[0]
        #expect((step.atRisk, step.events, step.survival) == (1, 1, 0))
        #expect(step.variance == nil && step.band == nil)
        #expect(Self.curve([7]).median == 7)
        #expect(Self.curve([7]).medianBand.lower == 7)
        #expect(Self.curve([7]).medianBand.upper == nil)
    }

    @Test("who is last seen on the day of an event was still at risk")
    func together() {
        let step = Self.curve([4, -4, 9]).steps[0]
        #expect((step.time, step.atRisk, step.events, step.censored) == (4, 3, 1, 1))
        #expect(step.survival.decimal(6) == "0.666667")
        #expect(Self.curve([4, -4, 9]).steps[1].atRisk == 1)
    }

    @Test("half exactly counts as half, whatever the rounding", arguments: [2, 4, 6, 10, 14, 98])
    func half(_ count: Int) {
        // Half have the event at 3, the others are seen until 8; and the same with a day for each.
        #expect(Self.curve(Array(repeating: 3, count: count / 2) + Array(repeating: -8, count: count / 2)).median == 3)
        let oneByOne = Self.curve((1...count / 2).map { $0 } + Array(repeating: -200, count: count / 2))
        #expect(oneByOne.median == count / 2)
        let oneLess = Self.curve((1..<count / 2).map { $0 } + Array(repeating: -200, count: count / 2 + 1))
        #expect(oneLess.median == nil)
    }

    @Test("the estimate holds from a step on, the number at risk until it")
    func reading() {
        let curve = Self.curve([3, -5, 8])
        #expect(curve.survival(at: 2) == 1)
        #expect(curve.survival(at: 3).decimal(4) == "0.6667")
        #expect(curve.survival(at: 7).decimal(4) == "0.6667")
        #expect([0, 3, 4, 5, 6, 8, 9].map(curve.atRisk) == [3, 3, 2, 2, 1, 1, 0])
    }

    @Test("a time before the start is the start, and order does not matter")
    func odd() {
        #expect(Observation(time: -3, hadEvent: true).time == 0)
        #expect(Self.curve([8, -5, 3]) == Self.curve([3, 8, -5]))
    }

    @Test("properties of random groups", arguments: 0..<40)
    func properties(_ seed: Int) {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let group = (0..<next(60) + 1).map { _ in Observation(time: next(30), hadEvent: next(3) > 0) }
        let curve = SurvivalCurve(group)
        #expect(curve.events == group.count { $0.hadEvent })
        #expect(curve.steps.reduce(0) { $0 + $1.events + $1.censored } == group.count)
        var before = 1.0
        for step in curve.steps {
            #expect(step.atRisk == group.count { $0.time >= step.time })
            #expect(step.survival <= before && step.survival >= 0)
            if let band = step.band { #expect(band.lower <= step.survival && step.survival <= band.upper && band.upper <= 1) }
            before = step.survival
        }
    }
}

@Suite("Rounding of statistics")
struct DecimalTests {
    @Test(
        "half away from zero, with all the decimals",
        arguments: [
            (0.5, 0, "1"), (-0.5, 0, "-1"), (0.125, 2, "0.13"), (2, 3, "2.000"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (12.96, 1, "13.0"),
            (-1.25, 1, "-1.3"),
        ]
    )
    func decimals(_ value: Double, _ places: Int, _ text: String) {
        #expect(value.decimal(places) == text)
    }

    @Test("what is no number is told as it is")
    func odd() {
        #expect(Double.infinity.decimal(2) == "inf")
        #expect(Double.nan.decimal(2) == "nan")
    }
}
