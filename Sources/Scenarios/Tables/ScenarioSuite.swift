/// All stories about one regime, in the order of their files.
public struct ScenarioSuite: Sendable, Hashable {
    /// The regime they are about.
    public var regime: String
    /// The stories, backgrounds among them.
    public var scenarios: [Scenario]

    /// Creates a suite.
    public init(regime: String, scenarios: [Scenario]) {
        self.regime = regime
        self.scenarios = scenarios
    }

    /// The story with an identifier.
    public func scenario(_ id: String) -> Scenario? {
        scenarios.first { $0.id == id }
    }

    /// The suite with only some stories and those they go on from.
    public func keeping(_ ids: Set<String>) -> ScenarioSuite {
        var wanted = ids
        var open = Array(ids)
        while let id = open.popLast() {
            guard case .end(of: let earlier)? = scenario(id)?.beginning, wanted.insert(earlier).inserted else { continue }
            open.append(earlier)
        }
        return ScenarioSuite(regime: regime, scenarios: scenarios.filter { wanted.contains($0.id) })
    }
}
