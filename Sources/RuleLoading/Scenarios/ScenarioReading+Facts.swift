import Engine
import LifecycleModel
import Rules
import Scenarios
import WorkingCalendar

extension ScenarioReading {
    private static let fact = Named("unknown-fact", vi: "thông tin", en: "fact")

    /// Facts of the task or of a machine with their values, by `group.name` or `this.name`.
    func details(_ cursor: Cursor, of machine: Machine) -> [String: Scenario.Detail] {
        var details: [String: Scenario.Detail] = [:]
        for (path, key, value) in cursor.pairs() {
            guard let fact = fact(path, of: machine, key, value) else { continue }
            details[path] = detail(value, as: fact)
        }
        return details
    }

    /// Facts that rows leave out, by `group.name` or `machine/name`.
    func defaults(_ cursor: Cursor) -> [String: Scenario.Detail] {
        var details: [String: Scenario.Detail] = [:]
        for (path, key, value) in cursor.pairs() {
            let fact: Fact?
            if let (kind, name) = path.split(at: "/") {
                guard let machine = machine(kind, key, value) else { continue }
                fact = self.fact("this.\(name)", of: machine, key, value)
            } else {
                fact = self.fact(path, of: regime.task, key, value)
            }
            if let fact { details[path] = detail(value, as: fact) }
        }
        return details
    }

    /// The declaration of a fact, or nil with a report.
    func fact(_ path: String, of machine: Machine, _ key: Tree, _ cursor: Cursor) -> Fact? {
        if let fact = regime.fact(path, of: machine) { return fact }
        let known =
            regime.facts.flatMap { group, facts in facts.keys.map { "\(group).\($0)" } } + machine.facts.keys.map { "this.\($0)" }
        _ = cursor.known(path, among: known, Self.fact, at: key)
        return nil
    }

    /// A small machine's definition, or nil with a report.
    func machine(_ kind: String, _ key: Tree?, _ cursor: Cursor) -> Machine? {
        let known = cursor.known(kind, among: regime.machines.keys, Named("unknown-machine", vi: "loại hồ sơ con", en: "machine"), at: key)
        return known ? regime.machines[kind] : nil
    }

    /// `task`, `machine` for the newest, or `machine:2`.
    func target(_ cursor: Cursor) -> Target? {
        cursor.text().flatMap { target($0, cursor) }
    }

    /// The same from a text that stands at a key.
    func target(_ text: String, _ cursor: Cursor, at key: Tree? = nil) -> Target? {
        if text == Regime.taskMachine { return .task }
        let (kind, number) = text.split(at: ":") ?? (text, "")
        guard machine(kind, key, cursor) != nil else { return nil }
        if number.isEmpty && !text.hasSuffix(":") { return Target(kind: kind) }
        if let number = Int64(number), number > 0 { return Target(kind: kind, number: number) }
        cursor.fault(
            "wrong-machine",
            at: key,
            Phrase(vi: "‘\(text)’ phải có dạng \(kind) hoặc \(kind):2", en: "‘\(text)’ should be \(kind) or \(kind):2")
        )
        return nil
    }

    /// A value as the declaration of its fact asks; `same-day` is the date of the row.
    func detail(_ cursor: Cursor, as fact: Fact) -> Scenario.Detail? {
        let value: FactValue?
        switch fact.type {
        case .bool: value = cursor.flag().map(FactValue.bool)
        case .int: value = cursor.integer().map(FactValue.int)
        case .dong: value = dong(cursor)
        case .date:
            if cursor.node.scalar?.string == "same-day" { return .sameDay }
            value = cursor.date().map(FactValue.date)
        case .text, .organisation, .person, .programme:
            // What was put in quotes may be empty: an event can come with an empty text, and rules can refuse it.
            let isEmptyText = cursor.node.scalar.map { $0.string.isEmpty && !$0.isNull } ?? false
            value = isEmptyText ? .text("") : cursor.text().map(FactValue.text)
        case .choice:
            guard let text = cursor.text() else { return nil }
            guard fact.choices.contains(where: { $0.value == text }) else {
                cursor.unknownWord(text, among: fact.choices.map(\.value))
                return nil
            }
            value = .text(text)
        }
        return value.map(Scenario.Detail.value)
    }

    private func dong(_ cursor: Cursor) -> FactValue? {
        guard let text = cursor.text() else { return nil }
        do throws(DongFault) { return .int(try Dong(parsing: text).amount) } catch {
            cursor.fault("wrong-type", error.phrase)
            return nil
        }
    }
}

extension String {
    /// What stands before and after the first such character; nil without one.
    func split(at separator: Character) -> (String, String)? {
        guard let place = firstIndex(of: separator) else { return nil }
        return (String(self[..<place]), String(self[index(after: place)...]))
    }
}
