import Engine
public import Rules
public import WorkingCalendar

/// Plays all stories of a suite on a regime.
///
/// Pure: the same suite, regime and calendar always give the same answer. It touches no store, so it can be called thousands of times on
/// changed regimes; names that such a regime no longer knows make the stories fail.
///
/// - Parameter measuring: whether to note which transitions, requirements, deadlines and ends the stories touch.
public func run(_ suite: ScenarioSuite, on rules: CompiledRegime, calendar: WorkingCalendar, measuring: Bool = false) -> SuiteResult {
    var play = ScenarioPlay(suite, rules, calendar, measuring: measuring)
    let results = suite.scenarios.map { play.result(of: $0) }
    return SuiteResult(regime: suite.regime, results: results, coverage: play.meter?.coverage)
}

/// The playing of one suite: every story once, those that others go on from before them.
struct ScenarioPlay {
    private let suite: [String: Scenario]
    private let rules: CompiledRegime
    private let calendar: WorkingCalendar
    private let releases: [String: String]
    private var outcomes: [String: Outcome] = [:]
    private var open: Set<String> = []
    private(set) var meter: CoverageMeter?

    /// How a story came out and where it left the task; no scene when it could not be played to its end.
    private struct Outcome {
        let result: ScenarioResult
        let scene: Scene?
    }

    init(_ suite: ScenarioSuite, _ rules: CompiledRegime, _ calendar: WorkingCalendar, measuring: Bool) {
        self.suite = Dictionary(suite.scenarios.map { ($0.id, $0) }) { first, _ in first }
        self.rules = rules
        self.calendar = calendar
        meter = measuring ? CoverageMeter(rules, calendar) : nil
        var releases: [String: String] = [:]
        for transition in rules.regime.task.transitions {
            for case .setRegime(let regime, _) in transition.effects { releases[regime] = regime }
        }
        self.releases = releases
    }

    mutating func result(of scenario: Scenario) -> ScenarioResult {
        outcome(of: scenario).result
    }

    private mutating func outcome(of scenario: Scenario) -> Outcome {
        if let known = outcomes[scenario.id] { return known }
        let outcome = play(scenario)
        outcomes[scenario.id] = outcome
        return outcome
    }

    private mutating func play(_ scenario: Scenario) -> Outcome {
        var scene: Scene
        switch scenario.beginning {
        case .registration(let registration):
            scene = Scene(registration, code: scenario.id, rules, calendar, releases)
            scene.facts = scenario.facts
            scene.check(registration, &meter)
        case .end(of: let earlier):
            guard let before = endOf(earlier) else {
                return Outcome(
                    result: ScenarioResult(scenario, [], unplayed: scenario.steps.count, lostBeginning: earlier),
                    scene: nil
                )
            }
            scene = before
            scene.mismatches = []
            scene.facts.merge(scenario.facts) { $1 }
        }
        for (index, step) in scenario.steps.enumerated() {
            if scene.play(step, &meter) { continue }
            return Outcome(
                result: ScenarioResult(scenario, scene.mismatches, unplayed: scenario.steps.count - index - 1),
                scene: nil
            )
        }
        return Outcome(result: ScenarioResult(scenario, scene.mismatches), scene: scene)
    }

    /// Where another story ends; nil when it does not, is not there or goes on from itself.
    private mutating func endOf(_ id: String) -> Scene? {
        guard let earlier = suite[id], open.insert(id).inserted else { return nil }
        defer { open.remove(id) }
        return outcome(of: earlier).scene
    }
}
