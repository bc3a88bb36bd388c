import Rules
import WorkingCalendar

extension MutantList {
    /// Mistakes in deadlines.
    mutating func addDeadlines() {
        for (id, machine) in machines {
            for (name, deadline) in machine.deadlines.sorted(by: { $0.key < $1.key }) {
                let place = Place(machine: id, name: name)
                add(.dropDeadline, place, "gone") { $0.deadlines[name] = nil }
                addTerms(place, deadline)
                addClockEvents(place, deadline)
                addCounting(place, deadline)
                for (index, consequence) in deadline.passing.enumerated() {
                    add(.dropConsequence, place, "no \(consequence.name)") { $0.deadlines[name]?.passing.remove(at: index) }
                }
            }
        }
    }

    private mutating func addTerms(_ place: Place, _ deadline: Deadline) {
        let name = place.name
        for term in deadline.term.others {
            add(.changeTerm, place, "\(deadline.term) → \(term)") { $0.deadlines[name]?.term = term }
        }
        for term in deadline.grace?.others ?? [] {
            add(.changeTerm, place, "grace \(deadline.grace?.description ?? "") → \(term)") { $0.deadlines[name]?.grace = term }
        }
        for term in deadline.lock?.others ?? [] {
            add(.changeTerm, place, "lock \(deadline.lock?.description ?? "") → \(term)") { $0.deadlines[name]?.lock = term }
        }
        if deadline.grace != nil { add(.changeTerm, place, "no grace") { $0.deadlines[name]?.grace = nil } }
        if deadline.lock != nil { add(.changeTerm, place, "no lock") { $0.deadlines[name]?.lock = nil } }
    }

    private mutating func addClockEvents(_ place: Place, _ deadline: Deadline) {
        let name = place.name
        for (index, start) in deadline.starts.enumerated() {
            add(.dropStart, place, "not on \(start.event ?? "opened")") { $0.deadlines[name]?.starts.remove(at: index) }
            if let from = start.from {
                add(.changeCounting, place, "on \(start.event ?? "opened") not from \(from)") {
                    $0.deadlines[name]?.starts[index].from = nil
                }
            }
        }
        for (index, event) in deadline.stops.enumerated() {
            add(.dropStop, place, "not by \(event)") { $0.deadlines[name]?.stops.remove(at: index) }
        }
        for (index, state) in deadline.suspendedIn.enumerated() {
            add(.dropStop, place, "not suspended in \(state)") { $0.deadlines[name]?.suspendedIn.remove(at: index) }
        }
    }

    private mutating func addCounting(_ place: Place, _ deadline: Deadline) {
        let name = place.name
        add(.changeCounting, place, deadline.isBackward ? "after" : "before") { $0.deadlines[name]?.isBackward.toggle() }
        if deadline.times != nil { add(.changeCounting, place, "without its period") { $0.deadlines[name]?.times = nil } }
        if deadline.rollsForward { add(.changeCounting, place, "not moved to a working day") { $0.deadlines[name]?.rollsForward = false } }
    }
}

extension Term {
    /// What may be written for it by mistake.
    fileprivate var others: [Term] {
        let kind: Unit =
            switch unit {
            case .calendarDays: .workingDays
            case .workingDays: .calendarDays
            case .months: .years
            case .years: .months
            }
        return [(amount + 1, unit), (amount - 1, unit), (amount, kind)].compactMap { try? Term($0.0, $0.1) }
    }
}

extension Deadline.Consequence {
    /// What it does and when.
    fileprivate var name: String {
        switch act {
        case .flag(let flag, _): "flag \(flag) at \(at.rawValue)"
        case .fire(let event): "fire \(event) at \(at.rawValue)"
        case .bar(let party, _): "bar \(party) at \(at.rawValue)"
        }
    }
}
