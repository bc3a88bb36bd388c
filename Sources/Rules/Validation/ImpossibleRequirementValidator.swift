import Expressions
import LifecycleModel

/// `never-possible`: a transition whose own requirements exclude each other, so that nobody can ever take it.
struct ImpossibleRequirementValidator {
    func findings(in compiled: CompiledRegime) -> [Finding] {
        compiled.regime.parts.flatMap { part -> [Finding] in
            let consistency = Consistency(domains: compiled.regime.domains(of: part.machine), constants: compiled.regime.constants)
            return compiled.compiledTransitions(of: part.id).compactMap { index, transition in
                let conditions = transition.requirements.compactMap { $0.expression?.syntax }
                guard !consistency.canHold(conditions) else { return nil }
                let event = transition.rule.event
                return Finding(
                    "never-possible",
                    at: part.path / "transitions" / index / "requires",
                    Phrase(
                        vi: "các yêu cầu của ‘\(event)’ loại trừ nhau nên không bao giờ cùng thỏa mãn",
                        en: "the requirements of ‘\(event)’ exclude each other, so they never hold together"
                    ),
                    hint: Phrase(vi: "bỏ hoặc sửa một yêu cầu", en: "drop or change one of them")
                )
            }
        }
    }
}
