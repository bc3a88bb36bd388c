import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// One transition tried for one command: every blocker, or the happenings. Shared, not copied: it has a dozen values that own memory.
final class Attempt {
    let question: Question
    let transition: CompiledTransition
    let from: CompiledState
    let scope: FactScope
    @exclusivity(unchecked) private(set) var outcomes: [RequirementOutcome] = []
    @exclusivity(unchecked) private var faults: [Fault] = []
    /// Facts that come with the event and facts that are computed from them.
    @exclusivity(unchecked) private(set) var facts: [String: FactValue]

    /// What stands in the way. A requirement is put into words only when it is told: of several candidates, most are not.
    private enum Fault {
        case told(Blocker)
        /// The requirement at this place does not hold.
        case requirement(Int)
    }

    init(_ question: Question, _ transition: CompiledTransition, from: CompiledState) {
        self.question = question
        self.transition = transition
        self.from = from
        facts = question.command.facts
        scope = FactScope(question)
        checkDay()
        checkRole()
        checkFacts()
        checkDocuments()
        outcomes.reserveCapacity(transition.requirements.count)
        for requirement in transition.requirements { judge(requirement) }
        for computed in transition.computed { compute(computed) }
    }

    /// The happenings, or the blockers that no person's exception covers.
    func decision(_ calendar: WorkingCalendar) -> Decision {
        let grant = question.command.exception
        guard isFree || grant != nil else { return refused(blockers) }
        var recording = Recording(self, calendar)
        recording.prepare()
        let found = isFree ? recording.problems : blockers + recording.problems
        guard let grant else { return found.isEmpty ? accepted(recording.happenings) : refused(found) }
        let fixed = found.filter { !Attempt.overridable.contains($0.code) }
        return fixed.isEmpty ? accepted(recording.happenings(overriding: found, grant)) : refused(fixed)
    }

    /// Whether nothing stands in its way.
    var isFree: Bool { faults.isEmpty }

    /// Everything that stands in its way, in the order it was found.
    private var blockers: [Blocker] {
        faults.map { fault in
            switch fault {
            case .told(let blocker): blocker
            case .requirement(let place): outcomes[place].tellingFacts(in: scope).blocker(of: transition)
            }
        }
    }

    /// How far this transition is from what the command means: first by requirements that the facts given with it contradict, then by all blockers.
    var distance: (Int, Int) {
        let contradicted = outcomes.filter { outcome in
            !outcome.holds && outcome.compiled.readings.contains { question.command.facts[$0.text] != nil }
        }
        return (contradicted.count, faults.count)
    }

    /// Refusals that a person may override when the past broke the rules. What makes no sense at all stays refused.
    static let overridable: Set<String> = [
        "requirement", "information-missing", "missing-fact", "missing-document", "recorded-too-late", "role", "other-party",
        "before-previous", "document-from-later",
    ]

    private func accepted(_ happenings: [Happening]) -> Decision {
        Decision(outcome: .accepted(happenings), transition: transition, requirements: outcomes)
    }

    private func refused(_ blockers: [Blocker]) -> Decision {
        let told = outcomes.map { $0.holds ? $0 : $0.tellingFacts(in: scope) }
        return Decision(outcome: .refused(blockers), transition: transition, requirements: told)
    }

    private func judge(_ requirement: CompiledRequirement) {
        let outcome = requirement.outcome(in: scope)
        if !outcome.holds { faults.append(.requirement(outcomes.count)) }
        outcomes.append(outcome)
    }

    private func compute(_ computed: ComputedFact) {
        let path = computed.fact.path
        do throws(EvaluationError) {
            guard let value = FactValue(try scope.evaluate(computed.compiled), kind: computed.type)
            else {
                throw EvaluationError(.overflow(path))
            }
            facts[path] = value
            scope.add(computed.fact, value)
        } catch {
            // What fails otherwise often fails because of what is refused already, such as a list that is still empty.
            guard error.missingPath != nil || isFree else { return }
            let missing = error.missingPath ?? error.message
            block(
                "information-missing",
                vi: "Thiếu thông tin: \(missing) (để tính \(path))",
                en: "Missing information: \(missing) (to compute \(path))",
                facts: [Blocker.Fact(path: missing, value: nil)]
            )
        }
    }

    func block(_ blocker: Blocker) {
        faults.append(.told(blocker))
    }
}
