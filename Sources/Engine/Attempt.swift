import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// One transition tried for one command: every blocker, or the happenings.
final class Attempt {
    let question: Question
    let transition: CompiledTransition
    let from: String
    let scope: FactScope
    private(set) var outcomes: [RequirementOutcome] = []
    private(set) var blockers: [Blocker] = []
    /// Facts that come with the event and facts that are computed from them.
    private(set) var facts: [String: FactValue]

    private var command: Command { question.command }
    private var regime: Regime { question.rules.regime }

    init(_ question: Question, _ transition: CompiledTransition, from: String) {
        self.question = question
        self.transition = transition
        self.from = from
        facts = question.command.facts
        scope = FactScope(question, transition.roots)
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
        return Decision(outcome: .accepted(recording.happenings), transition: transition, requirements: outcomes)
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
        let previous = question.task.state.movedOn(command.machine)
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
        for role in question.actor.roles where allowed.contains(role) { return }
        let vi = allowed.map { regime.roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = allowed.map { regime.roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        let actor = question.actor.id
        block(
            "role", vi: "«\(actor)» không có vai trò được phép: \(vi)", en: "\"\(actor)\" does not have a role that may do this: \(en)",
            parameters: [Blocker.Parameter("actor", actor), Blocker.Parameter("roles", allowed.joined(separator: " "))],
            basis: transition.rule.basis)
    }

    private func checkFacts() {
        var wrong: [(path: String, fault: Phrase)] = []
        var known = 0
        for record in transition.records {
            guard let value = command.facts[record.fact.path] else {
                if record.isRequired { blockMissing(record) }
                continue
            }
            known += 1
            scope.add(record.fact, value)
            if let fault = record.declaration.flatMap(value.fault) { wrong.append((record.fact.path, fault)) }
        }
        guard known < command.facts.count || !wrong.isEmpty else { return }
        blockUnfit(wrong)
    }

    private func blockMissing(_ record: CompiledRecord) {
        let path = record.fact.path
        let label = record.declaration?.label ?? Phrase(vi: path)
        block(
            "missing-fact", vi: "Thiếu thông tin: \(label.vi) (\(path))", en: "Missing information: \(label[.en]) (\(path))",
            facts: [Blocker.Fact(path: path, value: nil)],
            cure: Phrase(vi: "Thêm --set \(path)=GIÁ_TRỊ", en: "Add --set \(path)=VALUE"))
    }

    /// Facts that the event does not record and facts of the wrong kind, by path.
    private func blockUnfit(_ wrong: [(path: String, fault: Phrase)]) {
        let expected = transition.rule.records.map(\.fact)
        for (path, value) in command.facts.sorted(by: { $0.key < $1.key }) {
            if let fault = wrong.first(where: { $0.path == path })?.fault {
                block("wrong-fact", vi: "\(path): \(fault.vi)", en: "\(path): \(fault[.en])")
            }
            guard !expected.contains(path) else { continue }
            if let fact = FactName(path) { scope.add(fact, value) }
            block(
                "unexpected-fact", vi: "Sự kiện «\(command.event)» không ghi thông tin «\(path)»",
                en: "The event \"\(command.event)\" does not record \"\(path)\"",
                cure: Phrase(
                    vi: "Thông tin được ghi: " + (expected.isEmpty ? "không có" : expected.joined(separator: ", ")),
                    en: "It records: " + (expected.isEmpty ? "nothing" : expected.joined(separator: ", "))))
        }
    }

    private func checkDocuments() {
        for form in transition.rule.documents where !command.documents.contains(where: { $0.form == form }) {
            let label = regime.forms[form]?.label ?? Phrase(vi: form)
            block(
                "missing-document",
                vi: "Thiếu văn bản kèm theo: \(label.vi) (\(form))",
                en: "A document must come with it: \(label[.en]) (\(form))",
                parameters: [Blocker.Parameter("form", form)],
                basis: regime.forms[form]?.basis,
                cure: Phrase(vi: "Thêm --doc \(form):SỐ:NGÀY[@TỆP]", en: "Add --doc \(form):NUMBER:DATE[@FILE]")
            )
        }
        for document in command.documents {
            if regime.forms[document.form] == nil {
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
        let outcome = requirement.outcome(in: scope)
        outcomes.append(outcome)
        if !outcome.holds { blockers.append(outcome.blocker) }
    }

    private func compute(_ computed: ComputedFact) {
        let path = computed.fact.path
        do throws(EvaluationError) {
            guard let value = FactValue(try computed.expression.evaluate({ scope.value(at: computed.places[$0]) }), kind: computed.type) else {
                throw EvaluationError(.overflow(path))
            }
            facts[path] = value
            scope.add(computed.fact, value)
        } catch {
            let missing = error.missingPath ?? error.message
            block(
                "information-missing", vi: "Thiếu thông tin: \(missing) (để tính \(path))", en: "Missing information: \(missing) (to compute \(path))",
                facts: [Blocker.Fact(path: missing, value: nil)])
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
