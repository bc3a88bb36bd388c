public import CanonicalJSON
public import LifecycleModel
import Rules

extension InvariantResult {
    /// The form other programs read: `{id, label, basis, verdict, explored, reason, steps}`; `verdict` is `proved`, `broken` or `undecided`.
    public func json(in language: Language) -> JSONValue {
        var object: JSONObject = [
            "id": JSONValue(id), "label": JSONValue(invariant.label[language]), "basis": JSONValue(invariant.basis),
            "explored": JSONValue(explored), "reason": .null, "steps": [],
        ]
        switch verdict {
        case .proved: object["verdict"] = "proved"
        case .broken(let counterexample):
            object["verdict"] = "broken"
            object["steps"] = .array(counterexample.steps.map { $0.json(in: language) })
        case .undecided(let reason):
            object["verdict"] = "undecided"
            object["reason"] = JSONValue(reason[language])
        }
        return .object(object)
    }
}

extension Counterexample.Step {
    /// `{machine, event, label, from, to}`.
    fileprivate func json(in language: Language) -> JSONValue {
        [
            "machine": JSONValue(machine), "event": JSONValue(event), "label": JSONValue(label[language]), "from": JSONValue(from),
            "to": JSONValue(to),
        ]
    }
}
