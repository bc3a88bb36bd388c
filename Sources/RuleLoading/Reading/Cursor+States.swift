import LifecycleModel
import Rules

extension Cursor {
    /// States by name and by the patterns `stage/*` (all states of a stage) and `*` (all states); patterns leave out ends unless asked for them.
    func states(among states: [String: Machine.State], withEnds: Bool = false) -> [String] {
        var candidates: [String] { states.filter { withEnds || $0.value.end == nil }.keys.sorted() }
        var found: [String] = []
        func add(_ names: [String], from element: Cursor) {
            for name in names where !found.contains(name) {
                _ = element.read(for: path / found.count)
                found.append(name)
            }
        }
        for element in oneOrMore() {
            guard let text = element.text() else { continue }
            if text == "*" {
                add(candidates, from: element)
            } else if text.hasSuffix("/*") {
                let matches = candidates.filter { $0.hasPrefix(text.dropLast()) }
                if matches.isEmpty {
                    element.fault(
                        "unknown-state",
                        Phrase(vi: "không có trạng thái nào khớp với ‘\(text)’", en: "no state matches ‘\(text)’"),
                        hint: Suggestion.hint(
                            for: text,
                            in: Set(candidates.compactMap { $0.split(separator: "/").first.map { "\($0)/*" } })
                        )
                    )
                }
                add(matches, from: element)
            } else if found.contains(text) {
                element.fault(
                    "duplicate-state",
                    Phrase(vi: "trạng thái ‘\(text)’ đã có trong danh sách", en: "the state ‘\(text)’ is listed already")
                )
            } else {
                add([text], from: element)
            }
        }
        return found
    }
}
