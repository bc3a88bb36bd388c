import Engine
import LifecycleModel
import Rules
import WorkingCalendar

/// Compares what is with what should be, and gathers what differs.
struct ExpectationCheck {
    let after: Aftermath
    let row: Row
    private(set) var mismatches: [Mismatch] = []

    init(after: Aftermath, row: Row) {
        self.after = after
        self.row = row
    }

    private static let nothing = Phrase(vi: "không có", en: "none")

    private mutating func differ(_ subject: String, _ expected: Phrase, _ found: Phrase) {
        mismatches.append(
            Mismatch(place: row.place, row: row.name, subject: Phrase(vi: subject), expected: expected, found: found, blockers: [])
        )
    }

    mutating func equal(_ subject: String, _ expected: String?, _ found: String?) {
        guard expected != found else { return }
        differ(subject, expected.map { Phrase(vi: $0) } ?? Self.nothing, found.map { Phrase(vi: $0) } ?? Self.nothing)
    }

    mutating func lists(_ subject: String, _ expected: [String], _ found: [String]) {
        func text(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
        equal(subject, text(expected), text(found))
    }

    mutating func sets(_ subject: String, _ expected: Set<String>, _ found: Set<String>) {
        lists(subject, expected.sorted(), found.sorted())
    }

    mutating func counts(_ subject: String, _ expected: [String: Int], _ found: [String: Int]) {
        func list(_ counts: [String: Int]) -> [String] {
            counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        }
        lists(subject, list(expected), list(found))
    }

    // MARK: Machines and facts

    mutating func machine(_ stand: Expectation.Stand) {
        let state = after.state
        switch stand {
        case .one(let target, state: let expected):
            let reference = target.reference(in: state)
            equal(reference.description, expected, state.state(of: reference))
        case .count(kind: let kind, let expected):
            equal(kind, String(expected), String(state.machines[kind]?.count ?? 0))
        case .states(kind: let kind, let expected):
            let found = Dictionary(grouping: state.machines[kind] ?? [], by: \.state).mapValues(\.count)
            counts(kind, expected, found.filter { expected[$0.key] != nil })
        }
    }

    mutating func onward(_ onward: Expectation.Onward) {
        let reference = onward.target.reference(in: after.state)
        let leaving = after.state.state(of: reference).map { after.rules.transitions(of: reference.kind, from: $0) } ?? []
        lists("next \(reference)", onward.events.sorted(), leaving.map(\.rule.event).sorted())
    }

    mutating func ending(_ ending: Expectation.Ending) {
        let reference = ending.target.reference(in: after.state)
        equal("end \(reference)", ending.end, after.state.instance(reference)?.end)
    }

    mutating func fact(_ stand: Expectation.FactStand) {
        let reference = stand.target.reference(in: after.state)
        let isTask = reference == .task
        let found = isTask ? after.state.fact(stand.path) : after.state.instance(reference)?.facts[stand.path]
        equal(
            isTask ? stand.path : "\(reference)/\(stand.path)",
            stand.value?.value(on: row.day).written,
            found?.written
        )
    }

    // MARK: Bars

    mutating func bars(_ expected: [String: Expectation.Bar]) {
        func list(_ bars: [String: Expectation.Bar]) -> [String] {
            bars.sorted { $0.key < $1.key }.map { party, bar in
                switch bar {
                case .open: "\(party): open"
                case .until(let day): "\(party): \(day)"
                }
            }
        }
        lists("bars", list(expected), list(after.state.standingBars(on: row.day)))
    }

    // MARK: Clocks

    mutating func clock(_ stand: Expectation.ClockStand) {
        let reference = DeadlineReference(machine: stand.target.reference(in: after.state), id: stand.id)
        let subject = reference.machine == .task ? stand.id : "\(reference.machine)/\(stand.id)"
        let clock = after.state.clock(reference)
        switch stand.how {
        case .word(let word):
            let words = clock?.words(on: row.day) ?? [.none]
            if !words.contains(word) { equal(subject, word.rawValue, words.first?.rawValue) }
        case .dates(let due, let grace, let lock):
            guard let clock, clock.isOpen, !clock.isSuspended else {
                equal(subject, (due ?? grace ?? lock)?.description, (clock?.words(on: row.day) ?? [.none]).first?.rawValue)
                return
            }
            if let due { equal(subject, due.description, clock.dates.due.description) }
            if let grace { equal("\(subject) grace", grace.description, clock.dates.grace?.description) }
            if let lock { equal("\(subject) lock", lock.description, clock.dates.lock?.description) }
        }
    }
}

extension Clock {
    /// Every word that fits how it stands on a day, the most telling one first.
    fileprivate func words(on day: CivilDate) -> [Expectation.ClockStand.Word] {
        switch stopped?.manner {
        case .met: [.met]
        case .late: [.late]
        case .replaced: [.replaced]
        case .ended: [.ended]
        case nil where isSuspended: [.suspended]
        case nil: isPassed(on: day) ? [.passed, .open] : [.open]
        }
    }
}

extension FactValue {
    /// As it is written in a scenario file.
    fileprivate var written: String {
        switch self {
        case .bool(let value): String(value)
        case .int(let value): String(value)
        case .text(let value): value
        case .date(let value): value.description
        }
    }
}
