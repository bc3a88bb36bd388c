import Engine
import LifecycleModel
import Rules
import Scenarios

extension ScenarioReading {
    /// Reads what must be so; the transitions the event can mean say which refusals there can be (nil: none).
    func expectation(_ cursor: Cursor, of transitions: [Transition]?) -> Expectation {
        let fields = cursor.fields(
            "blocked",
            "needs",
            "asks",
            "next",
            "at",
            "regime",
            "end",
            "opens",
            "machines",
            "deadlines",
            "flags",
            "bars",
            "facts",
            "publishes",
            "fires"
        )
        var expected = Expectation()
        expected.blocked = fields.optional("blocked").map { blocked($0, of: transitions) }
        expected.needs = fields.optional("needs").map {
            some($0, of: Set(regime.forms.keys), "unknown-form", vi: "mẫu văn bản", en: "form")
        }
        expected.asks = fields.optional("asks").map { asked($0, of: transitions ?? []) }
        expected.next = fields.optional("next").map(onward) ?? []
        expected.regime = fields.optional("regime").flatMap { one($0, of: regimes.keys, "unknown-regime", vi: "chế độ", en: "regime") }
        let task = (expected.regime.flatMap { regimes[$0] } ?? regime).task
        expected.position = fields.optional("at").flatMap { state($0, of: task) }
        if let end = fields.optional("end") {
            if end.node.mapping == nil { expected.end = ending(end) } else { expected.ends = endings(end) }
        }
        expected.opened = fields.optional("opens").map(opened)
        expected.machines = fields.optional("machines").map(stands) ?? []
        expected.clocks = fields.optional("deadlines").map(clocks) ?? []
        expected.flags = fields.optional("flags").map { some($0, of: knownFlags, "unknown-flag", vi: "cờ", en: "flag") }
        expected.bars = fields.optional("bars").map(bars)
        expected.facts = fields.optional("facts").map(facts) ?? []
        expected.pages = fields.optional("publishes").map { some($0, of: knownPages, "unknown-page", vi: "trang công khai", en: "page") }
        expected.fired = fields.optional("fires").map { $0.collect(fired) }
        return expected
    }

    // MARK: Names

    /// The name of a state of a machine.
    func state(_ cursor: Cursor, of machine: Machine) -> String? {
        one(cursor, of: machine.states.keys, "unknown-state", vi: "trạng thái", en: "state")
    }

    func one(_ cursor: Cursor, of known: some Sequence<String>, _ code: String, vi: String, en: String) -> String? {
        cursor.text().flatMap { cursor.known($0, among: Array(known), Named(code, vi: vi, en: en)) ? $0 : nil }
    }

    func some(_ cursor: Cursor, of known: Set<String>, _ code: String, vi: String, en: String) -> Set<String> {
        Set(cursor.collect { one($0, of: known, code, vi: vi, en: en) })
    }

    private var allMachines: [Machine] { [regime.task] + regime.machines.values }

    private var knownFlags: Set<String> {
        var flags: Set<String> = []
        for machine in allMachines {
            for deadline in machine.deadlines.values {
                for case .flag(let id, _) in deadline.passing.map(\.act) { flags.insert(id) }
            }
            for case .raise(let id, _) in machine.transitions.flatMap(\.effects) { flags.insert(id) }
        }
        return flags
    }

    private var knownPages: Set<String> {
        var pages: Set<String> = []
        for case .publish(let page) in allMachines.flatMap(\.transitions).flatMap(\.effects) { pages.insert(page) }
        return pages
    }

    /// Refusals that no requirement, form or fact names.
    private static let codes: Set<String> = [
        "before-previous", "document-from-later", "future-date", "information-missing", "life-ended", "no-such-machine", "not-from-here",
        "other-party", "recorded-too-late", "role", "several-apply", "unexpected-fact",
    ]

    private func blocked(_ cursor: Cursor, of transitions: [Transition]?) -> Set<String> {
        guard let transitions else {
            cursor.fault("unexpected-key", Phrase(vi: "ở đây không có gì bị chặn", en: "nothing can be refused here"))
            return []
        }
        let own = Set(transitions.flatMap { $0.requires.map(\.id) + $0.documents + $0.records.map(\.fact) })
        let names: Set<String> = Set(
            cursor.collect { name in
                guard let text = name.text() else { return nil }
                // A fact that is missing may be any.
                if text.contains(".") || own.contains(text) || Self.codes.contains(text) { return text }
                return name.known(text, among: own.union(Self.codes), Named("unknown-requirement", vi: "điều kiện", en: "requirement"))
                    ? text : nil
            }
        )
        if names.isEmpty && cursor.node.sequence?.isEmpty ?? false {
            cursor.fault(
                "empty-list",
                Phrase(vi: "phải nêu ít nhất một lý do bị chặn", en: "name at least one refusal"),
                hint: Phrase(vi: "sự kiện phải xảy ra thì bỏ blocked", en: "leave out blocked when the event must happen")
            )
        }
        return names
    }

    // MARK: Machines

    private func opened(_ cursor: Cursor) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (kind, key, value) in cursor.pairs() {
            if machine(kind, key, value) != nil { counts[kind] = value.count() }
        }
        return counts
    }

    /// `{dossier:1: valid, dossier: 2, periodic-report: {expected: 3}}`
    private func stands(_ cursor: Cursor) -> [Expectation.Stand] {
        cursor.pairs().flatMap { name, key, value -> [Expectation.Stand] in
            guard let target = target(name, value, at: key), let machine = regime.machines[target.kind] else { return [] }
            func known(_ state: String, _ cursor: Cursor, at key: Tree? = nil) -> Bool {
                cursor.known(state, among: machine.states.keys, Named("unknown-state", vi: "trạng thái", en: "state"), at: key)
            }
            if value.node.mapping != nil {
                var states: [String: Int] = [:]
                for (state, key, count) in value.pairs() where known(state, count, at: key) { states[state] = count.count() }
                return [.states(kind: target.kind, states)]
            }
            if target.number == nil, value.node.scalar.map({ Int($0.string) != nil }) ?? false {
                return value.count().map { [.count(kind: target.kind, $0)] } ?? []
            }
            guard let state = value.text(), known(state, value) else { return [] }
            return [.one(target, state: state)]
        }
    }

    /// `close-call`, or `periodic-report:1/fall-overdue`.
    private func fired(_ cursor: Cursor) -> String? {
        guard let text = cursor.text() else { return nil }
        let (place, event) = text.split(at: "/") ?? (Regime.taskMachine, text)
        guard let target = target(place, cursor), let machine = regime.machine(target.kind) else { return nil }
        let known = cursor.known(event, among: machine.transitions.map(\.event), Named("unknown-event", vi: "sự kiện", en: "event"))
        return known ? text : nil
    }

    // MARK: Clocks

    /// `{NT-1: 2025-03-01, periodic-report:1/TH-1: met, TC-2: {due: …, grace: …, lock: …}}`
    private func clocks(_ cursor: Cursor) -> [Expectation.ClockStand] {
        cursor.pairs().compactMap { name, key, value in
            let (place, id) = name.split(at: "/") ?? (Regime.taskMachine, name)
            guard let target = target(place, value, at: key), let machine = regime.machine(target.kind) else { return nil }
            guard value.known(id, among: machine.deadlines.keys, Named("unknown-deadline", vi: "thời hạn", en: "deadline"), at: key) else {
                return nil
            }
            return how(value).map { Expectation.ClockStand(target: target, id: id, how: $0) }
        }
    }

    private func how(_ cursor: Cursor) -> Expectation.ClockStand.How? {
        if cursor.node.mapping != nil {
            let fields = cursor.fields("due", "grace", "lock")
            return .dates(
                due: fields.optional("due")?.date(),
                grace: fields.optional("grace")?.date(),
                lock: fields.optional("lock")?.date()
            )
        }
        if cursor.node.scalar?.string.first?.isNumber ?? false { return cursor.date().map { .dates(due: $0, grace: nil, lock: nil) } }
        return cursor.word(Expectation.ClockStand.Word.self).map(Expectation.ClockStand.How.word)
    }

    // MARK: Bars and facts

    /// `{host: open, investigator: 2026-05-01}`
    private func bars(_ cursor: Cursor) -> [String: Expectation.Bar] {
        var bars: [String: Expectation.Bar] = [:]
        for (party, key, value) in cursor.pairs() {
            guard value.known(party, among: BarredParty.allCases.map(\.rawValue), Named("unknown-party", vi: "bên", en: "party"), at: key)
            else {
                continue
            }
            if value.node.scalar?.string == "open" { bars[party] = .open } else { bars[party] = value.date().map(Expectation.Bar.until) }
        }
        return bars
    }

    /// `{award.mode: partial, dossier:1/total_x100: 8250, contract.number: ~}`
    private func facts(_ cursor: Cursor) -> [Expectation.FactStand] {
        cursor.pairs().compactMap { path, key, value in
            let declared: Fact?
            var stand = Expectation.FactStand(path: path, value: nil)
            if let (place, name) = path.split(at: "/") {
                guard let target = target(place, value, at: key), let machine = regime.machines[target.kind] else { return nil }
                stand = Expectation.FactStand(target: target, path: name, value: nil)
                declared = fact("this.\(name)", of: machine, key, value)
            } else {
                declared = fact(path, of: regime.task, key, value)
            }
            guard let declared else { return nil }
            if value.isEmpty { return stand }
            guard let detail = detail(value, as: declared) else { return nil }
            stand.value = detail
            return stand
        }
    }
}
