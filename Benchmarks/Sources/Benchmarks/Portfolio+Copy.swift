import Importing
import LifecycleModel

extension Portfolio {
    /// The same tasks under other codes, carried out by other hosts with other people: so that no party has more tasks than the rules
    /// allow, however many copies there are. Officials stay the same.
    func copy(_ number: Int) throws -> Portfolio {
        let given = tasks.flatMap { [$0.value.host?.text, $0.value.investigator?.text] }.compactMap { $0 }
        let later = history.flatMap(\.value.facts).filter { $0.path.hasSuffix("host") || $0.path.hasSuffix("investigator") }
        let hosts = Set(given + later.map(\.text))
        // Whoever acts for a host belongs to the copied one.
        let staff = people.filter { $0.value.organisation.map { hosts.contains($0.text) } ?? false }.map(\.value.code.text)
        let parties = hosts.union(staff)
        func renamed(_ text: String) -> String { parties.contains(text) ? "\(text)-\(number)" : text }
        var copy = self
        for place in copy.organisations.indices {
            let old = copy.organisations[place].value
            copy.organisations[place].value = Organisation(
                code: try OrganisationCode(renamed(old.code.text)),
                name: old.name,
                kind: old.kind,
                province: old.province,
                bars: old.bars
            )
        }
        for place in copy.people.indices {
            let old = copy.people[place].value
            copy.people[place].value = Person(
                code: try PersonCode(renamed(old.code.text)),
                name: old.name,
                title: old.title,
                organisation: try old.organisation.map { try OrganisationCode(renamed($0.text)) },
                field: old.field,
                roles: old.roles
            )
        }
        copy.organisations = unique(organisations + copy.organisations, by: \.value.code.text)
        copy.people = unique(people + copy.people, by: \.value.code.text)
        for place in copy.tasks.indices {
            var task = copy.tasks[place].value
            task.code = try TaskCode("\(task.code.text)-\(number)")
            task.host = try task.host.map { try OrganisationCode(renamed($0.text)) }
            task.investigator = try task.investigator.map { try PersonCode(renamed($0.text)) }
            copy.tasks[place].value = task
        }
        for place in copy.money.indices {
            copy.money[place].value.task = try TaskCode("\(copy.money[place].value.task.text)-\(number)")
            copy.money[place].value.actor = try PersonCode(renamed(copy.money[place].value.actor.text))
        }
        for place in copy.history.indices {
            var entry = copy.history[place].value
            entry.task = try TaskCode("\(entry.task.text)-\(number)")
            entry.actor = renamed(entry.actor)
            for fact in entry.facts.indices { entry.facts[fact].text = renamed(entry.facts[fact].text) }
            copy.history[place].value = entry
        }
        return copy
    }
}

private func unique<Value>(_ drafts: [Value], by code: (Value) -> String) -> [Value] {
    var seen: Set<String> = []
    return drafts.filter { seen.insert(code($0)).inserted }
}
