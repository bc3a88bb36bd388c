import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// One transition tried for one command: every blocker, or the happenings.
struct Attempt {
    let question: Question
    let transition: CompiledTransition
    let from: CompiledState
    let scope: FactScope
    private(set) var outcomes: [RequirementOutcome] = []
    private(set) var blockers: [Blocker] = []
    /// Facts that come with the event and facts that are computed from them.
    private(set) var facts: [String: FactValue]

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
        guard blockers.isEmpty || grant != nil else { return refused(blockers) }
        var recording = Recording(self, calendar)
        recording.prepare()
        let found = recording.problems.isEmpty ? blockers : blockers + recording.problems
        guard let grant else { return found.isEmpty ? accepted(recording.happenings) : refused(found) }
        let fixed = found.filter { !Attempt.overridable.contains($0.code) }
        return fixed.isEmpty ? accepted(recording.happenings(overriding: found, grant)) : refused(fixed)
    }

    /// How far this transition is from what the command means: first by requirements that the facts given with it contradict, then by all blockers.
    var distance: (Int, Int) {
        let contradicted = outcomes.filter { outcome in
            !outcome.holds && outcome.facts.contains { question.command.facts[$0.path] != nil }
        }
        return (contradicted.count, blockers.count)
    }

    /// Refusals that a person may override when the past broke the rules. What makes no sense at all stays refused.
    static let overridable: Set<String> = [
        "requirement", "information-missing", "missing-fact", "missing-document", "recorded-too-late", "role", "before-previous",
        "document-from-later",
    ]

    private func accepted(_ happenings: [Happening]) -> Decision {
        Decision(outcome: .accepted(happenings), transition: transition, requirements: outcomes)
    }

    private func refused(_ blockers: [Blocker]) -> Decision {
        Decision(outcome: .refused(blockers), transition: transition, requirements: outcomes)
    }

    private mutating func judge(_ requirement: CompiledRequirement) {
        let outcome = requirement.outcome(in: scope)
        outcomes.append(outcome)
        if !outcome.holds { blockers.append(outcome.blocker) }
    }

    private mutating func compute(_ computed: ComputedFact) {
        let path = computed.fact.path
        do throws(EvaluationError) {
            guard let value = FactValue(try scope.evaluate(computed.compiled), kind: computed.type)
            else {
                throw EvaluationError(.overflow(path))
            }
            facts[path] = value
            scope.add(computed.fact, value)
        } catch {
            let missing = error.missingPath ?? error.message
            block(
                "information-missing",
                vi: "Thiếu thông tin: \(missing) (để tính \(path))",
                en: "Missing information: \(missing) (to compute \(path))",
                facts: [Blocker.Fact(path: missing, value: nil)]
            )
        }
    }

    mutating func block(_ blocker: Blocker) {
        blockers.append(blocker)
    }
}
