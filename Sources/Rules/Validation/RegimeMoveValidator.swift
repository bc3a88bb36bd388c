import LifecycleModel

/// `unknown-regime`, `unknown-state` of the effect `set-regime`: a task can only be moved to a state another regime has.
public struct RegimeMoveValidator: Sendable {
    private let regimes: [String: Regime]

    /// Checks against these regimes.
    public init(regimes: [String: Regime]) {
        self.regimes = regimes
    }

    /// What it finds in one of them.
    public func findings(in regime: Regime) -> [Finding] {
        var findings: [Finding] = []
        for part in regime.parts {
            for (path, transition) in part.transitions {
                for (index, effect) in transition.effects.enumerated() {
                    guard case .setRegime(let name, let position) = effect else { continue }
                    let place = path / "effects" / index / "set-regime"
                    if let target = regimes[name] {
                        guard target.task.states[position] == nil else { continue }
                        findings.append(.unknown(.state, position, at: place / "position", among: target.task.states.keys))
                    } else {
                        findings.append(.unknown(.regime, name, at: place / "regime", among: regimes.keys))
                    }
                }
            }
        }
        return findings
    }
}
