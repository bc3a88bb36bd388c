import Expressions
import LifecycleModel

/// `ambiguous-event`, `maybe-ambiguous`: two transitions of one event from one state that can both be taken.
///
/// An error when whatever the one asks the other asks too (so that both hold together), a warning when it could not be shown that they
/// exclude each other.
struct AmbiguityValidator {
    func findings(in compiled: CompiledRegime) -> [Finding] {
        compiled.regime.parts.flatMap { part -> [Finding] in
            var byEvent: [String: [Candidate]] = [:]
            for (index, transition) in compiled.compiledTransitions(of: part.id) {
                byEvent[transition.rule.event, default: []].append(Candidate(index: index, transition: transition))
            }
            let consistency = Consistency(domains: compiled.regime.domains(of: part.machine), constants: compiled.regime.constants)
            return byEvent.values.filter { $0.count > 1 }.flatMap { findings(among: $0, in: part, consistency) }
        }
    }

    private func findings(among candidates: [Candidate], in part: Regime.Part, _ consistency: Consistency) -> [Finding] {
        var findings: [Finding] = []
        for (place, later) in candidates.enumerated() {
            for earlier in candidates.prefix(place) {
                let shared = Set(earlier.transition.rule.from).intersection(later.transition.rule.from)
                guard let state = shared.min(), let overlap = later.overlap(with: earlier, consistency) else { continue }
                let isCertain = overlap == .certain
                let event = later.transition.rule.event
                findings.append(
                    Finding(
                        isCertain ? "ambiguous-event" : "maybe-ambiguous",
                        at: part.path / "transitions" / later.index,
                        severity: isCertain ? .error : .warning,
                        Phrase(
                            vi: "‘\(event)’ từ ‘\(state)’ \(isCertain ? "có" : "có thể có") hai cách đi cùng đủ điều kiện",
                            en: "‘\(event)’ from ‘\(state)’ \(isCertain ? "has" : "may have") two ways that hold together"
                        ),
                        hint: Phrase(vi: "thêm các yêu cầu loại trừ nhau", en: "add requirements that exclude each other")
                    )
                )
            }
        }
        return findings
    }

    private struct Candidate {
        let index: Int
        let transition: CompiledTransition
        /// What must hold, one term each; nil when something does not compile.
        let terms: Set<Syntax>?

        enum Overlap { case certain, possible }

        init(index: Int, transition: CompiledTransition) {
            self.index = index
            self.transition = transition
            let expressions = transition.requirements.compactMap(\.expression)
            terms = expressions.count == transition.requirements.count ? Set(expressions.flatMap { Exclusion.terms(of: $0.syntax) }) : nil
        }

        func overlap(with other: Candidate, _ consistency: Consistency) -> Overlap? {
            guard let terms, let others = other.terms else { return nil }
            if terms.isSubset(of: others) || others.isSubset(of: terms) { return .certain }
            return consistency.canHold(Array(terms.union(others))) ? .possible : nil
        }
    }
}
