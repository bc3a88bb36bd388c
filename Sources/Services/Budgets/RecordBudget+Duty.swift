import Engine
import LifecycleModel
import LumpSum
import Rules

/// What is asked of movements that no event of the rules carries: yearly spending, parts of a repayment.
extension RecordBudget.Work {
    /// Refuses whoever may do none of some events by the rules.
    func requireDuty(for events: Set<String>) throws {
        let transitions = transitions(of: events)
        let roles = Set(transitions.flatMap(\.by))
        let may = roles.contains { desk.actor.roles.contains($0) && record.task.admits(desk.actor, as: $0, under: record.rules.regime) }
        guard !may else { return }
        let names = roles.sorted().map { record.rules.regime.roles[$0]?.label ?? Phrase(vi: $0, en: $0) }
        throw UseCaseFault(
            .refused,
            "not-your-duty",
            Phrase(
                vi: "«\(desk.actor.id)» không có vai trò được ghi việc này",
                en: "\"\(desk.actor.id)\" has no role that may record this"
            ),
            hint: Phrase(vi: "Người được ghi: ", en: "Who may: ") + Phrase.list(names, ", ")
        )
    }

    /// Refuses papers of forms the rules do not know or of days to come, and the lack of those that an event comes with.
    func requireKnownForms(including event: String? = nil) throws {
        for document in act.documents {
            guard record.rules.regime.forms[document.form] != nil else {
                throw UseCaseFault(
                    .usage,
                    "unknown-form",
                    Phrase(vi: "Quy tắc không có mẫu văn bản «\(document.form)»", en: "The rules know no form \"\(document.form)\""),
                    hint: .nearest(to: document.form, among: record.rules.regime.forms.keys)
                )
            }
            guard document.date <= desk.surroundings.today else { throw UseCaseFault.ahead(document.date) }
        }
        let given = Set(act.documents.map(\.form))
        let missing = event.map { transitions(of: [$0]).flatMap(\.documents).filter { !given.contains($0) } } ?? []
        guard let form = missing.first else { return }
        throw UseCaseFault(
            .refused,
            "document-missing",
            Phrase(vi: "Thiếu văn bản kèm theo: \(form)", en: "The document \(form) is missing"),
            hint: Phrase(vi: "Thêm --doc \(form):SỐ:NGÀY[@TỆP]", en: "Add --doc \(form):NUMBER:DATE[@FILE]")
        )
    }

    /// Nobody asks for more than is left of what was approved.
    func requireApproved(_ amount: Dong) throws {
        guard let approved = record.terms.approved else { return }
        let left: Dong
        do throws(Refusal) {
            left = try record.budget.unpaid(of: approved)
        } catch { throw UseCaseFault(error, of: record.task.code) }
        guard amount > left else { return }
        throw UseCaseFault(
            .refused,
            "request-above-approved",
            Phrase(
                vi: "Đề nghị \(amount.formatted(.word)), ngân sách được duyệt còn \(left.formatted(.word)) chưa cấp",
                en: "\(amount.formatted()) is asked for; \(left.formatted()) of what was approved is not paid out yet"
            ),
            hint: Phrase(vi: "Nhiều nhất \(left.formatted(.word))", en: "At most \(left.formatted())")
        )
    }

    private func transitions(of events: Set<String>) -> [Transition] {
        let regime = record.rules.regime
        return ([regime.task] + regime.machines.values).flatMap(\.transitions).filter { events.contains($0.event) }
    }
}
