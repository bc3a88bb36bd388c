public import Rules
public import WorkingCalendar

/// The first story of a suite that does not come out as expected; nil when all do. Nothing is played after it.
public func firstFailure(of suite: ScenarioSuite, on rules: CompiledRegime, calendar: WorkingCalendar) -> ScenarioResult? {
    var play = ScenarioPlay(suite, rules, calendar, measuring: false)
    for scenario in suite.scenarios {
        let result = play.result(of: scenario)
        if !result.passed { return result }
    }
    return nil
}
