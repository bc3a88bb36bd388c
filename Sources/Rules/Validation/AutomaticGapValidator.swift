import Expressions
import LifecycleModel

/// `automatic-gap`, `nowhere-to-fire`: what a clock fires must be able to happen wherever the clock can run out, whatever the facts are.
///
/// An error where several ways of the event leave a state and their requirements leave a case without any; a warning where there is one way
/// with requirements of its own, or none at all. That the clock has run out is taken as given, facts that are not known yet are not.
struct AutomaticGapValidator {
    func findings(in compiled: CompiledRegime) -> [Finding] {
        compiled.regime.parts.flatMap { part -> [Finding] in
            let consistency = Consistency(domains: compiled.regime.domains(of: part.machine), constants: compiled.regime.constants)
            return part.deadlines.flatMap { path, id, deadline in
                deadline.passing.enumerated().flatMap { index, consequence -> [Finding] in
                    guard case .fire(let event) = consequence.act, part.machine.events.contains(event) else { return [] }
                    let running = part.machine.states(timedBy: deadline, until: event).filter { part.machine.states[$0]?.end == nil }
                    // A clock that also raises a flag then does not pass without consequence.
                    let isHeard = deadline.passing.contains { $0.at == consequence.at && $0.act != consequence.act }
                    return running.sorted().compactMap { state in
                        finding(
                            event,
                            in: state,
                            firedBy: id,
                            consequence.at,
                            isHeard,
                            of: part,
                            compiled,
                            consistency,
                            at: path / "passing" / index
                        )
                    }
                }
            }
        }
    }

    private func finding(
        _ event: String,
        in state: String,
        firedBy deadline: String,
        _ date: Deadline.Consequence.Date,
        _ isHeard: Bool,
        of part: Regime.Part,
        _ compiled: CompiledRegime,
        _ consistency: Consistency,
        at path: RulePath
    ) -> Finding? {
        let ways = compiled.transitions(of: part.id, from: state, event: event).filter { way in
            way.rule.by.contains { compiled.regime.roles[$0]?.heldBy == .system }
        }
        guard !ways.isEmpty else {
            return isHeard
                ? nil
                : Finding(
                    "nowhere-to-fire",
                    at: path,
                    severity: .warning,
                    Phrase(
                        vi: "thời hạn ‘\(deadline)’ có thể hết khi đang ở ‘\(state)’, nơi hệ thống không thể thực hiện ‘\(event)’",
                        en: "the deadline ‘\(deadline)’ may run out in ‘\(state)’, where the system cannot fire ‘\(event)’"
                    ),
                    hint: Phrase(
                        vi: "dừng hoặc tạm dừng thời hạn ở đó, hoặc thêm bước này",
                        en: "stop or suspend the clock there, or let the event happen there"
                    )
                )
        }
        let passed = Syntax(
            .select(Syntax(.variable("deadlines.\(FactEnvironment.expressionName(deadline))")), field: date == .lock ? "locked" : "passed")
        )
        // What closes each way on a day when the clock has passed.
        let refusals = ways.map { way in
            way.requirements.compactMap(\.expression).flatMap { Exclusion.terms(of: $0.syntax) }.map(\.negated)
                .filter { consistency.canHold([passed, $0]) }
        }
        guard !refusals.contains(where: \.isEmpty) else { return nil }
        let none = refusals.map { $0.count == 1 ? $0[0] : Syntax(.logical(.or, $0)) }
        guard consistency.canHold([passed] + none) else { return nil }
        return Finding(
            "automatic-gap",
            at: path,
            severity: ways.count > 1 ? .error : .warning,
            Phrase(
                vi: "khi hết thời hạn ‘\(deadline)’ ở ‘\(state)’, có trường hợp không cách nào của ‘\(event)’ thỏa mãn",
                en: "when the deadline ‘\(deadline)’ runs out in ‘\(state)’, there are cases no way of ‘\(event)’ covers"
            ),
            hint: Phrase(vi: "thêm một bước cho các trường hợp còn lại", en: "add a transition for the remaining cases")
        )
    }
}
