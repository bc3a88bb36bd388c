import LifecycleModel

/// `unknown-flag`: a flag that is cleared but that nothing raises.
struct FlagNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var raised: Set<String> = []
        var cleared: [(flag: String, path: RulePath)] = []
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, effect) in transition.effects.enumerated() {
                    switch effect {
                    case .raise(let flag, _): raised.insert(flag)
                    case .clear(let flag): cleared.append((flag, path / "effects" / index / "clear"))
                    default: break
                    }
                }
            }
            for (_, _, deadline) in part.deadlines {
                for case .flag(let flag, _) in deadline.passing.map(\.act) { raised.insert(flag) }
            }
        }
        return cleared.filter { !raised.contains($0.flag) }.map { .unknown(.flag, $0.flag, at: $0.path, among: raised) }
    }
}
