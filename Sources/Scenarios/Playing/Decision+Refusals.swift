import Engine
import LifecycleModel

extension Blocker {
    /// The name by which scenarios speak of it: the requirement, the form or the fact that is missing, or its code.
    var scenarioName: String {
        if let requirement = self[parameter: "requirement"] { return requirement }
        switch code {
        case "missing-document": return self[parameter: "form"] ?? code
        case "missing-fact", "information-missing":
            // What cannot be computed for another reason than a missing fact says so in words.
            return missing.first { !$0.contains(" ") } ?? code
        default: return code
        }
    }
}

extension Mismatch {
    /// A row lets time pass to a day that is already over.
    static func wrongDay(_ step: Step, _ today: CivilDate) -> Mismatch {
        Mismatch(
            place: step.place,
            row: step.day.description,
            subject: Phrase(vi: "ngày", en: "the day"),
            expected: Phrase(vi: "từ \(today) trở đi", en: "\(today) or later"),
            found: Phrase(vi: step.day.description),
            blockers: []
        )
    }
}

extension Decision {
    /// How the refusals differ from the expected ones; nil expects that the event happens.
    func mismatches(expecting expected: Set<String>?, _ row: Row, by actor: String? = nil) -> [Mismatch] {
        let found = Set(blockers.map(\.scenarioName))
        guard expected != (happenings.isEmpty ? found : nil) else { return [] }
        let happens = Phrase(vi: "xảy ra", en: "happens")
        func refused(_ names: Set<String>) -> Phrase {
            let list = names.sorted().joined(separator: ", ")
            return Phrase(vi: "bị chặn vì \(list)", en: "refused for \(list)")
        }
        return [
            Mismatch(
                place: row.place,
                row: row.name,
                subject: actor.map { Phrase(vi: "sự kiện khi «\($0)» thực hiện", en: "the event by ‘\($0)’") }
                    ?? Phrase(vi: "sự kiện", en: "the event"),
                expected: expected.map(refused) ?? happens,
                found: happenings.isEmpty ? refused(found) : happens,
                blockers: blockers
            )
        ]
    }

    /// Forms that must come with the event and did not.
    var missingForms: [String] {
        blockers.filter { $0.code == "missing-document" }.compactMap { $0[parameter: "form"] }
    }
}

extension Set<String> {
    /// How what an event was found to ask for differs from these, which it should.
    func mismatches(with found: [String], as subject: String, _ row: Row) -> [Mismatch] {
        guard Set(found) != self else { return [] }
        func list(_ names: Set<String>) -> Phrase {
            names.isEmpty ? Phrase(vi: "không có", en: "none") : Phrase(vi: names.sorted().joined(separator: ", "))
        }
        return [
            Mismatch(
                place: row.place,
                row: row.name,
                subject: Phrase(vi: subject),
                expected: list(self),
                found: list(Set(found)),
                blockers: []
            )
        ]
    }
}
