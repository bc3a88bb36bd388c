import Importing
import LifecycleModel

extension Portfolio {
    /// A decision on erasure may be dated before the last day on which the person acted or was named, since it is recorded later. Whoever imports
    /// the rows takes what happened until the day that they tell: so it is that last day.
    mutating func tellErasuresAfterActs() {
        var days: [String: CivilDate] = [:]
        for draft in people {
            if let erasure = draft.value.erasure { days[draft.value.code.text] = erasure.day }
        }
        guard !days.isEmpty else { return }
        func note(_ code: String, _ day: CivilDate) {
            if let known = days[code], known < day { days[code] = day }
        }
        for task in tasks.map(\.value) {
            for fact in task.allFacts { note(fact.text, task.proposedOn) }
        }
        for entry in history.map(\.value) {
            note(entry.actor, entry.happenedOn)
            for fact in entry.facts { note(fact.text, entry.happenedOn) }
        }
        people = people.map { draft in
            guard let erasure = draft.value.erasure, let day = days[draft.value.code.text], day > erasure.day else { return draft }
            return PersonDraft(Person(erased: draft.value.code, by: Person.Erasure(on: day, event: erasure.event)), source: draft.source)
        }
    }
}
