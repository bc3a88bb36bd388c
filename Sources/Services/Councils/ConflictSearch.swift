public import Councils
public import Engine
public import LifecycleModel
public import Store

/// Finds the conflicts of interest of people with one task, under the law of one kind of council, on a day.
///
/// What is recorded is all it knows: who stands behind the task and its dossiers (`TaskParticipation`), where a person works, family ties
/// recorded on either side, findings.
public struct ConflictSearch {
    private let participation: Participation
    private let law: CouncilLaw
    private let day: CivilDate
    private let reader: any StoreReader
    /// Ties that those who stand behind the task have recorded, by the person they name, as seen from there.
    private let kinOfOthers: [PersonCode: [Person.Kin]]

    /// Reads who stands behind the task.
    public init(task: TaskState, law: CouncilLaw, on day: CivilDate, in reader: any StoreReader) throws {
        let participation = try TaskParticipation(of: task, in: reader).joined
        self.init(participation, law: law, on: day, kinOfOthers: try Self.kin(of: participation, in: reader), in: reader)
    }

    /// The same for another kind of council, without reading anew.
    public func under(_ law: CouncilLaw) -> ConflictSearch {
        ConflictSearch(participation, law: law, on: day, kinOfOthers: kinOfOthers, in: reader)
    }

    private init(
        _ participation: Participation,
        law: CouncilLaw,
        on day: CivilDate,
        kinOfOthers: [PersonCode: [Person.Kin]],
        in reader: any StoreReader
    ) {
        self.participation = participation
        self.law = law
        self.day = day
        self.kinOfOthers = kinOfOthers
        self.reader = reader
    }

    /// Every ground against a person, from some or all seats; none when nothing is recorded or the law has no list.
    ///
    /// - Throws: `UseCaseFault` when nobody has that code.
    public func conflicts(of person: PersonCode) throws -> [Conflict] {
        conflicts(of: try requirePerson(person, in: reader))
    }

    /// The same for a person who is at hand.
    public func conflicts(of person: Person) -> [Conflict] {
        var candidate = person
        for kin in kinOfOthers[person.code] ?? [] where !candidate.kin.contains(where: { $0.person == kin.person && $0.tie == kin.tie }) {
            candidate.kin.append(kin)
        }
        return Conflict.all(of: candidate, with: participation, under: law, on: day)
    }

    private static func kin(of participation: Participation, in reader: any StoreReader) throws -> [PersonCode: [Person.Kin]] {
        var ties: [PersonCode: [Person.Kin]] = [:]
        for other in Set(participation.participants.map(\.person)).sorted() {
            guard let json = try reader.registered(.person, code: other.text) else { continue }
            for kin in try Person(json: json).kin {
                ties[kin.person, default: []].append(Person.Kin(to: other, kin.tie.inverse, source: kin.source))
            }
        }
        return ties
    }
}
