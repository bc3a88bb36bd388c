import Engine
import LifecycleModel
import Rules

extension FireEvent.Request {
    /// Refuses words that name nothing in the rules — a machine, an event, a form — before anything is decided.
    ///
    /// - Throws: `UseCaseFault` of kind `usage` that says which names come near.
    func checkWords(_ rules: CompiledRegime, of state: TaskState) throws {
        guard let known = rules.machine(machine.kind) else {
            let regime = rules.regime
            throw UseCaseFault(
                .usage,
                "unknown-machine",
                Phrase(vi: "Quy tắc không có hồ sơ con loại «\(machine.kind)»", en: "The rules know nothing called \"\(machine.kind)\""),
                hint: .nearest(to: machine.kind, among: regime.machines.keys)
                    ?? .oneOf(regime.machines.keys.sorted())
            )
        }
        // What something takes where the machine stands is known without a look at all transitions.
        let isTaken = state.state(of: machine).flatMap { known.states[$0] }.map { !$0.transitions(of: event).isEmpty } ?? false
        if !isTaken, !known.takes(event) {
            let definition = known.definition
            throw UseCaseFault(
                .usage,
                "unknown-event",
                Phrase(
                    vi: "Quy tắc không có sự kiện «\(event)» cho «\(definition.label.vi)»",
                    en: "The rules have no event \"\(event)\" for \"\(definition.label[.en])\""
                ),
                hint: elsewhere(rules.regime) ?? .nearest(to: event, among: Set(definition.transitions.map(\.event)))
                    ?? Phrase(
                        vi: "Xem việc có thể làm bằng «nhiemvu task explain \(task)»",
                        en: "See what may be done with \"nhiemvu task explain \(task)\""
                    )
            )
        }
        for document in documents where rules.regime.forms[document.form] == nil {
            let regime = rules.regime
            throw UseCaseFault(
                .usage,
                "unknown-form",
                Phrase(vi: "Quy tắc không có mẫu văn bản «\(document.form)»", en: "The rules know no form \"\(document.form)\""),
                hint: .nearest(to: document.form, among: regime.forms.keys)
                    ?? Phrase(
                        vi: "Xem các mẫu bằng «nhiemvu rules show \(regime.id) --part forms»",
                        en: "See the forms with \"nhiemvu rules show \(regime.id) --part forms\""
                    )
            )
        }
    }

    /// The machine that has the event, when this one has it not.
    private func elsewhere(_ regime: Regime) -> Phrase? {
        if regime.task.transitions.contains(where: { $0.event == event }) {
            return Phrase(vi: "«\(event)» là việc của nhiệm vụ: bỏ --on", en: "\"\(event)\" belongs to the task: leave --on out")
        }
        let kinds = regime.machines.filter { $0.value.transitions.contains { $0.event == event } }.keys.sorted()
        guard let kind = kinds.first else { return nil }
        let list = kinds.map { "\($0):1" }.joined(separator: ", ")
        return Phrase(
            vi: "«\(event)» thuộc hồ sơ con: thêm --on \(kind):SỐ (\(list) …)",
            en: "\"\(event)\" belongs to a thing beside the task: add --on \(kind):NUMBER (\(list) …)"
        )
    }
}

extension Phrase {
    /// "Did you mean …?" for a word that names nothing; nil when it is like none of the known ones.
    static func nearest(to word: String, among known: some Sequence<String>) -> Phrase? {
        let near = VietnameseText.nearest(to: word, among: known, limit: 3).map { "‘\($0)’" }
        guard !near.isEmpty else { return nil }
        return Phrase(
            vi: "Có phải ý bạn là \(near.joined(separator: " hoặc "))?",
            en: "Did you mean \(near.joined(separator: " or "))?"
        )
    }

    /// The words that could be used.
    static func oneOf(_ known: [String]) -> Phrase {
        Phrase(vi: "Các tên có thể dùng: \(known.joined(separator: ", "))", en: "Known: \(known.joined(separator: ", "))")
    }
}
