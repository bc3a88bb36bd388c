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
    func mismatches(expecting expected: Set<String>?, _ row: Row) -> [Mismatch] {
        let found = Set(blockers.map(\.scenarioName))
        if let expected, expected == found { return [] }
        let happens = Phrase(vi: "xảy ra", en: "happens")
        func refused(_ names: Set<String>) -> Phrase {
            let list = names.sorted().joined(separator: ", ")
            return Phrase(vi: "bị chặn vì \(list)", en: "refused for \(list)")
        }
        return [
            Mismatch(
                place: row.place,
                row: row.name,
                subject: Phrase(vi: "sự kiện", en: "the event"),
                expected: expected.map(refused) ?? happens,
                found: happenings.isEmpty ? refused(found) : happens,
                blockers: blockers
            )
        ]
    }
}
