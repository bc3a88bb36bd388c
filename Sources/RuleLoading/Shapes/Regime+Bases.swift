import LifecycleModel
import Rules

extension Regime {
    /// Puts in what this regime says a shared machine rests on: `machine/event`, `machine/event/requirement`, or the term of `machine/DEADLINE`.
    ///
    /// A fragment that several laws share leaves the articles out; each law gives its own, and says how firmly a term stands under it.
    mutating func apply(bases: [(name: String, value: Cursor)]) {
        for (name, value) in bases {
            let steps = name.split(separator: "/").map(String.init)
            guard let id = steps.first, let machine = machines[id] else {
                value.missing(steps.first ?? name, "unknown-machine", among: machines.keys)
                continue
            }
            if value.node.mapping != nil, steps.count == 2 {
                base(term: steps[1], of: id, on: value)
                continue
            }
            guard let basis = value.text() else { continue }
            let event = steps.count > 1 ? steps[1] : ""
            let places = machine.transitions.indices.filter { machine.transitions[$0].event == event }
            guard !places.isEmpty else {
                value.missing(event, "unknown-event", among: machine.events)
                continue
            }
            guard steps.count == 3 else {
                for place in places { machines[id]?.transitions[place].basis = basis }
                continue
            }
            var isFound = false
            for place in places {
                for index in machine.transitions[place].requires.indices where machine.transitions[place].requires[index].id == steps[2] {
                    machines[id]?.transitions[place].requires[index].basis = basis
                    isFound = true
                }
            }
            if !isFound {
                let known = places.flatMap { machine.transitions[$0].requires.map(\.id) }
                value.missing(steps[2], "unknown-requirement", among: known)
            }
        }
    }

    /// Puts in the article of a term and how firmly it stands: `{basis, standing}`.
    private mutating func base(term id: String, of machine: String, on value: Cursor) {
        let fields = value.fields("basis", "standing")
        guard machines[machine]?.deadlines[id] != nil else {
            value.missing(id, "unknown-deadline", among: machines[machine]?.deadlines.keys.sorted() ?? [])
            return
        }
        machines[machine]?.deadlines[id]?.basis = fields.text("basis")
        if let standing: Standing = fields.required("standing")?.word() { machines[machine]?.deadlines[id]?.standing = standing }
    }
}

extension Cursor {
    /// Reports a name in the key before this value that nothing has.
    fileprivate func missing(_ part: String, _ code: String, among known: some Sequence<String>) {
        fault(
            code,
            at: name,
            Phrase(vi: "không có ‘\(part)’ ở đây", en: "there is no ‘\(part)’ here"),
            hint: Suggestion.hint(for: part, in: known)
        )
    }
}
