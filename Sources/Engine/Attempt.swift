import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// One transition tried for one command: every blocker, or the happenings.
final class Attempt {
    let rules: CompiledRegime
    let task: PreparedTask
    let command: Command
    let actor: Actor
    let transition: CompiledTransition
    let from: String
    let scope: FactScope
    let circumstances: Circumstances
    var state: TaskState { task.state }
    private(set) var outcomes: [RequirementOutcome] = []
    private(set) var blockers: [Blocker] = []
    /// Facts that come with the event and facts that are computed from them.
    private(set) var facts: [String: FactValue]

    init(
        _ rules: CompiledRegime,
        _ task: PreparedTask,
        _ command: Command,
        _ actor: Actor,
        _ circumstances: Circumstances,
        _ transition: CompiledTransition,
        from: String
    ) {
        self.rules = rules
        self.task = task
        self.command = command
        self.actor = actor
        self.transition = transition
        self.from = from
        self.circumstances = circumstances
        facts = command.facts
        scope = FactScope(
            rules,
            task,
            machine: command.machine,
            actor: actor,
            day: command.day,
            circumstances: circumstances,
            arriving: command.facts,
            attached: command.documents
        )
        checkDay()
        checkRole()
        checkFacts()
        checkDocuments()
        outcomes.reserveCapacity(transition.requirements.count)
        for requirement in transition.requirements { judge(requirement) }
        computeFacts()
    }

    /// The happenings, or the blockers that no person's exception covers.
    func decision(_ calendar: WorkingCalendar) -> Decision {
        var recording = Recording(self, calendar)
        var found = blockers
        if found.isEmpty || command.exception != nil { found += recording.prepare() }
        if let grant = command.exception {
            let fixed = found.filter { !Attempt.overridable.contains($0.code) }
            guard fixed.isEmpty else { return refused(fixed) }
            return Decision(
                outcome: .accepted(recording.happenings(overriding: found, grant)),
                transition: transition,
                requirements: outcomes
            )
        }
        guard found.isEmpty else { return refused(found) }
        return Decision(outcome: .accepted(recording.happenings(overriding: [], nil)), transition: transition, requirements: outcomes)
    }

    /// How far this transition is from what the command means: first by requirements that the facts given with it contradict, then by all blockers.
    var distance: (Int, Int) {
        let contradicted = outcomes.filter { outcome in
            !outcome.holds && outcome.facts.contains { command.facts[$0.path] != nil }
        }
        return (contradicted.count, blockers.count)
    }

    /// Refusals that a person may override when the past broke the rules. What makes no sense at all stays refused.
    static let overridable: Set<String> = [
        "requirement", "information-missing", "missing-fact", "missing-document", "recorded-too-late", "role", "before-previous",
        "document-from-later",
    ]

    private func refused(_ blockers: [Blocker]) -> Decision {
        Decision(outcome: .refused(blockers), transition: transition, requirements: outcomes)
    }

    private func checkDay() {
        if command.day > command.recordedOn {
            block(
                "future-date",
                vi: "Ngày \(command.day.vietnamese) ở tương lai (hôm nay \(command.recordedOn.vietnamese))",
                en: "\(command.day) lies in the future (today is \(command.recordedOn))",
                cure: Phrase(vi: "Ghi đúng ngày sự việc đã xảy ra", en: "Give the day it really happened")
            )
        }
        let previous = state.instance(command.machine)?.movedOn ?? state.movedOn
        if command.day < previous {
            block(
                "before-previous",
                vi: "Ngày \(command.day.vietnamese) trước sự việc liền trước (\(previous.vietnamese))",
                en: "\(command.day) lies before the event it follows (\(previous))"
            )
        }
        if let within = transition.rule.recordWithin, command.day.days(to: command.recordedOn) > within {
            block(
                "recorded-too-late",
                vi: "Sự việc ngày \(command.day.vietnamese) phải được ghi trong \(within) ngày",
                en: "What happened on \(command.day) must be recorded within \(within) days",
                basis: transition.rule.basis
            )
        }
    }

    private func checkRole() {
        let allowed = transition.rule.by
        guard actor.roles.isDisjoint(with: allowed) else { return }
        let vi = allowed.map { rules.regime.roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = allowed.map { rules.regime.roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        block(
            "role",
            vi: "«\(actor.id)» không có vai trò được phép: \(vi)",
            en: "\"\(actor.id)\" does not have a role that may do this: \(en)",
            parameters: [Blocker.Parameter("actor", actor.id), Blocker.Parameter("roles", allowed.joined(separator: " "))],
            basis: transition.rule.basis
        )
    }

    private func checkFacts() {
        guard let machine = rules.regime.machine(command.machine.kind) else { return }
        let expected = transition.rule.records
        for recorded in expected where recorded.isRequired && command.facts[recorded.fact] == nil {
            let label = rules.regime.fact(recorded.fact, of: machine)?.label ?? Phrase(vi: recorded.fact)
            block(
                "missing-fact",
                vi: "Thiếu thông tin: \(label.vi) (\(recorded.fact))",
                en: "Missing information: \(label[.en]) (\(recorded.fact))",
                facts: [Blocker.Fact(path: recorded.fact, value: nil)],
                cure: Phrase(vi: "Thêm --set \(recorded.fact)=GIÁ_TRỊ", en: "Add --set \(recorded.fact)=VALUE")
            )
        }
        for (path, value) in command.facts.sorted(by: { $0.key < $1.key }) {
            guard expected.contains(where: { $0.fact == path }) else {
                block(
                    "unexpected-fact",
                    vi: "Sự kiện «\(command.event)» không ghi thông tin «\(path)»",
                    en: "The event \"\(command.event)\" does not record \"\(path)\"",
                    cure: Phrase(
                        vi: "Thông tin được ghi: " + (expected.isEmpty ? "không có" : expected.map(\.fact).joined(separator: ", ")),
                        en: "It records: " + (expected.isEmpty ? "nothing" : expected.map(\.fact).joined(separator: ", "))
                    )
                )
                continue
            }
            if let fact = rules.regime.fact(path, of: machine), let fault = value.fault(against: fact) {
                block("wrong-fact", vi: "\(path): \(fault.vi)", en: "\(path): \(fault[.en])")
            }
        }
    }

    private func checkDocuments() {
        for form in transition.rule.documents where !command.documents.contains(where: { $0.form == form }) {
            let label = rules.regime.forms[form]?.label ?? Phrase(vi: form)
            block(
                "missing-document",
                vi: "Thiếu văn bản kèm theo: \(label.vi) (\(form))",
                en: "A document must come with it: \(label[.en]) (\(form))",
                parameters: [Blocker.Parameter("form", form)],
                basis: rules.regime.forms[form]?.basis,
                cure: Phrase(vi: "Thêm --doc \(form):SỐ:NGÀY[@TỆP]", en: "Add --doc \(form):NUMBER:DATE[@FILE]")
            )
        }
        for document in command.documents {
            if rules.regime.forms[document.form] == nil {
                block(
                    "unknown-form",
                    vi: "Quy tắc không có mẫu văn bản «\(document.form)»",
                    en: "The rules know no form \"\(document.form)\"",
                    parameters: [Blocker.Parameter("form", document.form)]
                )
            }
            if document.number.isEmpty {
                block("document-number", vi: "Văn bản \(document.form) chưa có số", en: "Document \(document.form) has no number")
            }
            if document.date > command.day {
                block(
                    "document-from-later",
                    vi: "Văn bản \(document.form) đề ngày \(document.date.vietnamese), sau ngày sự việc \(command.day.vietnamese)",
                    en: "Document \(document.form) is dated \(document.date), after the event on \(command.day)"
                )
            }
        }
    }

    private func judge(_ requirement: CompiledRequirement) {
        let verdict = requirement.verdict(in: scope)
        if case .holds = verdict {
            outcomes.append(RequirementOutcome(holds: true, missing: [], facts: [], compiled: requirement))
            return
        }
        let facts = requirement.facts(in: scope)
        let outcome = RequirementOutcome(holds: false, missing: verdict.missing, facts: facts, compiled: requirement)
        outcomes.append(outcome)
        blockers.append(outcome.blocker(rules.regime))
    }

    private func computeFacts() {
        for case .set(let path, _) in transition.rule.effects {
            guard let expression = transition.effectExpressions[path] else { continue }
            guard let machine = rules.regime.machine(command.machine.kind), let fact = rules.regime.fact(path, of: machine) else {
                continue
            }
            do throws(EvaluationError) {
                guard let value = FactValue(try expression.evaluate(scope), kind: fact.type) else {
                    throw EvaluationError(.overflow(path))
                }
                facts[path] = value
                scope.add(path, value)
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
    }

    private func block(
        _ code: String,
        vi: String,
        en: String,
        parameters: [Blocker.Parameter] = [],
        facts: [Blocker.Fact] = [],
        basis: String? = nil,
        cure: Phrase? = nil
    ) {
        blockers.append(
            Blocker(code: code, message: Phrase(vi: vi, en: en), parameters: parameters, facts: facts, basis: basis, cure: cure)
        )
    }
}
