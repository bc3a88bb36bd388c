import Indicators
import LifecycleModel
import Rules

/// What the files of reports say about the regimes and definitions beside them.
struct ReportValidator {
    /// The values of a choice among the facts of tasks, over all regimes: `choices["task.kind"]`.
    let choices: [String: Set<String>]
    /// The facts of tasks that are dates, and the events of tasks, over all regimes.
    let dates, events: Set<String>
    /// The names of the definitions of use.
    let definitions: Set<String>

    /// Collects what the regimes know.
    init(regimes: some Sequence<Regime>, indicators: IndicatorLibrary) {
        var choices: [String: Set<String>] = [:]
        var dates: Set<String> = []
        var events: Set<String> = []
        for regime in regimes {
            events.formUnion(regime.task.transitions.map(\.event))
            for (group, facts) in regime.facts {
                for (name, fact) in facts where fact.type == .date { dates.insert("\(group).\(name)") }
            }
            for (name, fact) in regime.facts["task"] ?? [:] { choices["task.\(name)", default: []].formUnion(fact.choices.map(\.value)) }
        }
        self.choices = choices
        (self.dates, self.events) = (dates, events)
        definitions = Set(indicators.definitions.keys)
    }

    /// Everything that does not fit.
    func findings(in form: StatisticalForm) -> [Finding] {
        var findings: [Finding] = []
        let name = form.choices.useDefinition
        if !definitions.contains(name) {
            findings.append(
                Finding(
                    "unknown-definition",
                    at: .root / "choices" / "use" / "value",
                    Phrase(vi: "không có định nghĩa ‘\(name)’", en: "there is no definition ‘\(name)’"),
                    hint: Suggestion.hint(for: name, in: definitions)
                )
            )
        }
        let sections = RulePath.root / "sections"
        let kinds = form.sections.enumerated().flatMap { place, section in
            section.kinds.enumerated().map { (sections / place / "kinds" / $0.offset, $0.element) }
        }
        findings += compare(kinds, with: "task.kind", at: sections)
        for (place, section) in form.sections.enumerated() {
            for (number, group) in section.groups.enumerated() where group.by != .mainSource {
                let path = sections / place / "groups" / number
                findings += compare(values(group.rows, at: path / "rows"), with: "task.\(group.by.rawValue)", at: path)
            }
        }
        for (place, due) in form.dues.enumerated() where due.standing == Standing.assumed.rawValue {
            findings.append(
                Finding(
                    "assumed-number",
                    at: .root / "due" / place,
                    severity: .info,
                    Phrase(
                        vi: "con số giả định, cần người xác nhận: hạn gửi của \(due.who.vi)",
                        en: "an assumed number, to be confirmed: when \(due.who[.en]) is due"
                    )
                )
            )
        }
        return findings
    }

    /// Facts and events that no regime knows.
    func findings(in calendar: ReportCalendar) -> [Finding] {
        calendar.moves.enumerated().flatMap { place, move -> [Finding] in
            let path = RulePath.root / "moves" / place
            func unknown(_ name: String, at path: RulePath, among known: Set<String>) -> Finding? {
                guard !known.contains(name) else { return nil }
                return Finding(
                    "unknown-value",
                    at: path,
                    Phrase(vi: "không chế độ nào có ‘\(name)’", en: "no regime has ‘\(name)’"),
                    hint: Suggestion.hint(for: name, in: known)
                )
            }
            switch move.sign {
            case .fact(let name): return [unknown(name, at: path / "fact", among: dates)].compactMap(\.self)
            case .events(let names):
                return names.enumerated().compactMap { unknown($0.element, at: path / "events" / $0.offset, among: events) }
            case .countsAs, .ends: return []
            }
        }
    }

    /// The values that rows take, each with its place.
    private func values(_ rows: [StatisticalForm.Row], at path: RulePath) -> [(RulePath, String)] {
        rows.enumerated().flatMap { place, row in
            row.takes.enumerated().map { (path / place / "takes" / $0.offset, $0.element) } + values(row.parts, at: path / place / "of")
        }
    }

    /// Values that no task can have, and values whose tasks no row takes.
    private func compare(_ taken: [(path: RulePath, value: String)], with fact: String, at path: RulePath) -> [Finding] {
        let known = choices[fact] ?? []
        let unknown = taken.filter { !known.contains($0.value) }.map { path, value in
            Finding(
                "unknown-value",
                at: path,
                Phrase(vi: "\(fact) không có giá trị ‘\(value)’", en: "\(fact) has no value ‘\(value)’"),
                hint: Suggestion.hint(for: value, in: known)
            )
        }
        let left = known.subtracting(taken.map(\.value)).sorted().map { value in
            Finding(
                "value-without-row",
                at: path,
                severity: .warning,
                Phrase(
                    vi: "không dòng nào nhận \(fact) = ‘\(value)’, nhiệm vụ như vậy sẽ nằm ngoài biểu",
                    en: "no row takes \(fact) = ‘\(value)’; such tasks will stand outside of the form"
                )
            )
        }
        return unknown + left
    }
}
