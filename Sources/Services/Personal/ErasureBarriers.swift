import CanonicalJSON
import Councils
import Engine
import LifecycleModel
import Store

/// What still needs to know who a person is: tasks that go on, councils that sit, bars in force.
struct ErasureBarriers {
    private var blockers: [Blocker] = []

    init(_ person: Person, on today: CivilDate, in reader: any StoreReader) throws {
        let code = person.code.text
        blockers = try Self.openTasks(of: [person.code], in: reader).map(\.blocker)
        for entry in try CouncilRegister(reader).entries(matching: []) where !entry.isCalledOff && !Self.isOver(entry.value) {
            guard CouncilSummary.people(entry.value).contains(code) else { continue }
            add(
                "council-sits",
                Phrase(
                    vi: "Phiên họp \(entry.code) chưa kết luận và có người này",
                    en: "The person sits in \(entry.code), not concluded yet"
                ),
                Phrase(vi: "Kết luận phiên họp trước", en: "Conclude the session first")
            )
        }
        for bar in try reader.bars(party: "person", code: code) where bar.until.map({ $0 >= today }) ?? true {
            add(
                "bar-in-force",
                Phrase(vi: "\(bar.task): \(bar.reason.vi)", en: "\(bar.task): \(bar.reason[.en])"),
                Phrase(vi: "Hạn chế còn hiệu lực phải biết là của ai", en: "While a bar is in force it must be known whose it is"),
                basis: bar.basis
            )
        }
    }

    /// The tasks that go on and in which one of these people has a part.
    static func openTasks(of people: Set<PersonCode>, in reader: any StoreReader) throws -> [(person: PersonCode, blocker: Blocker)] {
        guard !people.isEmpty else { return [] }
        var filter = TaskFilter()
        filter.openOnly = true
        // Only the state of a task tells who bids for it.
        return try reader.tasks(filter).map(\.code).flatMap { task in
            let participants = try TaskParticipation(of: TaskState(of: requireTask(task, in: reader)), in: reader).joined.participants
            return people.intersection(participants.map(\.person)).sorted().map { person in
                let blocker = Blocker(
                    code: "task-goes-on",
                    message: Phrase(
                        vi: "Nhiệm vụ \(task) chưa kết thúc và có \(person) tham gia",
                        en: "The task \(task) goes on and \(person) has a part in it"
                    ),
                    cure: Phrase(vi: "Đợi nhiệm vụ kết thúc, hoặc thay người", en: "Wait for its end, or put somebody else in their place")
                )
                return (person, blocker)
            }
        }
    }

    private static func isOver(_ entry: JSONValue) -> Bool {
        entry["phase"]?.string.flatMap(CouncilSession.Phase.init) == .concluded
    }

    private mutating func add(_ code: String, _ message: Phrase, _ cure: Phrase, basis: String? = nil) {
        blockers.append(Blocker(code: code, message: message, basis: basis, cure: cure))
    }

    /// Refuses with everything that stands in the way.
    func check() throws {
        guard !blockers.isEmpty else { return }
        throw UseCaseFault(
            .refused,
            "erasure-refused",
            Phrase(vi: "Chưa xoá được dữ liệu cá nhân", en: "The personal data cannot be erased yet"),
            blockers: blockers
        )
    }
}
