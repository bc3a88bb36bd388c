public import Expressions
import LifecycleModel

extension RegimeChoice {
    /// What its clauses may read: its facts, `param` and `today`.
    public var declarations: Declarations {
        let none = Machine(label: Phrase(vi: ""), initial: "", states: [:], transitions: [])
        let regime = Regime(
            id: "",
            version: "",
            label: Phrase(vi: ""),
            roles: [:],
            parameters: parameters,
            forms: [:],
            facts: facts,
            stages: [],
            task: none,
            machines: [:]
        )
        return FactEnvironment(regime).declarations(for: Regime.taskMachine)
    }
}
