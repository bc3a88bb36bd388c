public import LifecycleModel

/// What came of playing all stories of a suite.
public struct SuiteResult: Sendable {
    /// The regime they were played on.
    public let regime: String
    /// What came of each story, in the order of the suite.
    public let results: [ScenarioResult]
    /// What the stories touched of the regime; nil when it was not measured.
    public let coverage: Coverage?

    /// Whether every story came out as expected.
    public var passed: Bool { results.allSatisfy(\.passed) }
    /// The stories that did not.
    public var failures: [ScenarioResult] { results.filter { !$0.passed } }
}

/// What came of one story.
public struct ScenarioResult: Sendable, Hashable {
    /// The story.
    public let scenario: Scenario
    /// Everything that was not as expected, in order.
    public let mismatches: [Mismatch]
    /// Rows that were not played, because one before them did not happen.
    public let unplayed: Int
    /// The story it goes on from, when that one could not be played to its end; nothing of this one was played then.
    public let lostBeginning: String?

    init(_ scenario: Scenario, _ mismatches: [Mismatch], unplayed: Int = 0, lostBeginning: String? = nil) {
        self.scenario = scenario
        self.mismatches = mismatches
        self.unplayed = unplayed
        self.lostBeginning = lostBeginning
    }

    /// Whether it came out as expected.
    public var passed: Bool { mismatches.isEmpty && lostBeginning == nil }
}

/// Something that was not as a story expects.
public struct Mismatch: Sendable, Hashable {
    /// Where the row is written.
    public let place: Scenario.Place
    /// What the row does: its event, or the day that comes.
    public let row: String
    /// What was looked at.
    public let subject: Phrase
    /// What should have been, and what was.
    public let expected, found: Phrase
    /// The refusals of the rules, where they refused.
    public let blockers: [Blocker]
}
