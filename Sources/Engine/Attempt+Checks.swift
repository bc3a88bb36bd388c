import LifecycleModel
import Rules

/// What is asked of every command: its day, the actor's role, its facts and documents.
extension Attempt {
    func checkDay() {
        if question.command.day > question.command.recordedOn {
            block(
                "future-date",
                vi: "Ngày \(question.command.day.vietnamese) ở tương lai (hôm nay \(question.command.recordedOn.vietnamese))",
                en: "\(question.command.day) lies in the future (today is \(question.command.recordedOn))",
                cure: Phrase(vi: "Ghi đúng ngày sự việc đã xảy ra", en: "Give the day it really happened")
            )
        }
        let previous = question.instance?.movedOn ?? question.task.state.movedOn
        if question.command.day < previous {
            block(
                "before-previous",
                vi: "Ngày \(question.command.day.vietnamese) trước sự việc liền trước (\(previous.vietnamese))",
                en: "\(question.command.day) lies before the event it follows (\(previous))"
            )
        }
        if let within = transition.rule.recordWithin, question.command.day.days(to: question.command.recordedOn) > within {
            block(
                "recorded-too-late",
                vi: "Sự việc ngày \(question.command.day.vietnamese) phải được ghi trong \(within) ngày",
                en: "What happened on \(question.command.day) must be recorded within \(within) days",
                basis: transition.rule.basis
            )
        }
    }

    func checkRole() {
        var stranger: (role: String, heldBy: Role.Holder?)?
        for doer in transition.doers where question.actor.roles.contains(doer.role) {
            guard let holder = doer.heldBy, holder.isOfTask else { return }
            if question.task.parties.admit(question.actor, heldBy: holder) { return }
            stranger = doer
        }
        if let stranger { blockStranger(as: stranger) } else { blockOutsider() }
    }

    /// The actor has no role that may do this.
    @inline(never)
    private func blockOutsider() {
        let allowed = transition.rule.by
        let vi = allowed.map { question.rules.regime.roles[$0]?.label.vi ?? $0 }.joined(separator: ", ")
        let en = allowed.map { question.rules.regime.roles[$0]?.label[.en] ?? $0 }.joined(separator: ", ")
        let actor = question.actor.id
        block(
            "role",
            vi: "«\(actor)» không có vai trò được phép: \(vi)",
            en: "\"\(actor)\" does not have a role that may do this: \(en)",
            parameters: [Blocker.Parameter("actor", actor), Blocker.Parameter("roles", allowed.joined(separator: " "))],
            basis: transition.rule.basis
        )
    }

    /// The actor has the role, but not in this task.
    private func blockStranger(as doer: (role: String, heldBy: Role.Holder?)) {
        let parties = question.task.parties.answering(for: doer.heldBy).joined(separator: ", ")
        let label = question.rules.regime.roles[doer.role]?.label ?? Phrase(vi: doer.role)
        let (actor, own) = (question.actor.id, question.actor.organisation ?? "")
        block(
            "other-party",
            vi: "Ở nhiệm vụ này vai trò «\(label.vi)» thuộc về \(parties), không phải «\(actor)»\(own.isEmpty ? "" : " của \(own)")",
            en: "In this task \"\(label[.en])\" is for \(parties), not for \"\(actor)\"\(own.isEmpty ? "" : " of \(own)")",
            parameters: [
                Blocker.Parameter("actor", actor), Blocker.Parameter("organisation", own), Blocker.Parameter("expected", parties),
            ],
            basis: transition.rule.basis
        )
    }

    func checkFacts() {
        let records = transition.records
        var (required, misfits) = (0, false)
        for (path, value) in question.command.facts {
            guard let place = records.firstIndex(where: { $0.fact.path == path }) else {
                misfits = true
                continue
            }
            let record = records[place]
            if record.isRequired { required += 1 }
            if let declaration = record.declaration, !value.fits(declaration) { misfits = true }
            scope.add(record.fact, value)
        }
        if required < transition.requiredRecordCount { blockMissingFacts() }
        if misfits { blockMisfits() }
    }

    private func blockMissingFacts() {
        for record in transition.records where record.isRequired && question.command.facts[record.fact.path] == nil {
            let path = record.fact.path
            let label = record.declaration?.label ?? Phrase(vi: path)
            block(
                "missing-fact",
                vi: "Thiếu thông tin: \(label.vi) (\(path))",
                en: "Missing information: \(label[.en]) (\(path))",
                facts: [Blocker.Fact(path: path, value: nil)],
                cure: record.setting
            )
        }
    }

    /// Facts that the event does not record and facts of the wrong kind, by path.
    private func blockMisfits() {
        let expected = transition.records.map(\.fact.path)
        for (path, value) in question.command.facts.sorted(by: { $0.key < $1.key }) {
            guard let place = expected.firstIndex(of: path) else {
                scope.add(question.rules.names[path], value)
                block(
                    "unexpected-fact",
                    vi: "Sự kiện «\(question.command.event)» không ghi thông tin «\(path)»",
                    en: "The event \"\(question.command.event)\" does not record \"\(path)\"",
                    cure: Phrase(
                        vi: "Thông tin được ghi: " + (expected.isEmpty ? "không có" : expected.joined(separator: ", ")),
                        en: "It records: " + (expected.isEmpty ? "nothing" : expected.joined(separator: ", "))
                    )
                )
                continue
            }
            if let fault = transition.records[place].declaration.flatMap(value.fault) {
                block("wrong-fact", vi: "\(path): \(fault.vi)", en: "\(path): \(fault[.en])")
            }
        }
    }

    func checkDocuments() {
        for form in transition.rule.documents where !question.command.documents.contains(where: { $0.form == form }) {
            let label = question.rules.regime.forms[form]?.label ?? Phrase(vi: form)
            block(
                "missing-document",
                vi: "Thiếu văn bản kèm theo: \(label.vi) (\(form))",
                en: "A document must come with it: \(label[.en]) (\(form))",
                parameters: [Blocker.Parameter("form", form)],
                basis: question.rules.regime.forms[form]?.basis,
                cure: Phrase(vi: "Thêm --doc \(form):SỐ:NGÀY[@TỆP]", en: "Add --doc \(form):NUMBER:DATE[@FILE]")
            )
        }
        for document in question.command.documents {
            if question.rules.regime.forms[document.form] == nil {
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
            if document.date > question.command.day {
                block(
                    "document-from-later",
                    vi: "Văn bản \(document.form) đề ngày \(document.date.vietnamese), sau ngày sự việc \(question.command.day.vietnamese)",
                    en: "Document \(document.form) is dated \(document.date), after the event on \(question.command.day)"
                )
            }
        }
    }

    func block(
        _ code: String,
        vi: String,
        en: String,
        parameters: [Blocker.Parameter] = [],
        facts: [Blocker.Fact] = [],
        basis: String? = nil,
        cure: Phrase? = nil
    ) {
        block(
            Blocker(code: code, message: Phrase(vi: vi, en: en), parameters: parameters, facts: facts, basis: basis, cure: cure)
        )
    }
}
