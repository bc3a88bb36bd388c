import CanonicalJSON
public import Councils
public import Engine
public import LifecycleModel
public import Rules
public import Store

/// The councils a task's regime knows, and what they would say of people of the register: for choosing whom to seat.
public struct TaskCouncils {
    /// What one kind of council says of one person.
    public struct Judgement: Sendable {
        /// The council.
        public let law: CouncilLaw
        /// The grounds against the person.
        public let conflicts: [Conflict]

        /// Whether the law has a list of those who may not sit at all.
        public var hasList: Bool { !law.council.conflicts.isEmpty }

        /// The seats of this council that no ground bars; its ordinary seat last.
        public var openSeats: [Seat] {
            Seat.allCases.filter { seat in
                (seat == .member || law.council.composition[seat] != nil) && !conflicts.contains { $0.bars(seat) }
            }
        }
    }

    /// Somebody who may be asked.
    public struct Candidate: Sendable {
        /// Who.
        public let person: Person
        /// What each council says.
        public let judgements: [Judgement]
        /// How many sessions of this year the person sits in, councils of all tasks together.
        public let sessionsThisYear: Int
    }

    /// The task.
    public let task: TaskState
    /// The rules it runs under.
    public let regime: Regime
    /// The councils asked about, by name.
    public let laws: [CouncilLaw]
    private let searches: [ConflictSearch]
    private let day: CivilDate
    private let reader: any StoreReader

    /// Reads the task and its councils: the one of that kind, or all that its regime knows.
    ///
    /// - Throws: `UseCaseFault` when there is no such task or its regime has no such council.
    public init(of task: String, kind: String?, on day: CivilDate, in reader: any StoreReader) throws {
        let row = try requireTask(task, in: reader)
        self.task = try TaskState(of: row)
        regime = try Definitions().regime(row.definition, in: reader).regime
        self.day = day
        self.reader = reader
        let regime = regime
        laws = try Self.kinds(kind, in: regime).map { try CouncilLaw($0, in: regime) }
        guard let first = laws.first else {
            searches = []
            return
        }
        let search = try ConflictSearch(task: self.task, law: first, on: day, in: reader)
        searches = laws.map { search.under($0) }
    }

    /// What people call a field of research.
    public func fieldLabel(_ field: String) -> Phrase {
        regime.facts["task"]?["field"]?.choices.first { $0.value == field }?.label ?? Phrase(vi: field)
    }

    /// What the councils say of a person.
    public func judgements(of person: Person) -> [Judgement] {
        zip(laws, searches).map { Judgement(law: $0, conflicts: $1.conflicts(of: person)) }
    }

    /// The people whose roles councils hold: first those of the task's field, then the others, each group with the fewest sessions this
    /// year first.
    ///
    /// - Parameters:
    ///   - field: only people of this field.
    ///   - words: only people whose code or name has all these words; case and diacritics do not matter.
    public func candidates(field: String? = nil, matching words: [String] = []) throws -> [Candidate] {
        let roles = Set(regime.roles.filter { $0.value.heldBy == .council }.keys)
        let sessions = try Self.sessions(in: day.parts.year, reader)
        let own = task.fact("task.field")?.text
        return try reader.allRegistered(.person, matching: words.map(VietnameseText.folded))
            .map { try Person(json: $0.value) }
            .filter { person in !roles.isDisjoint(with: person.roles) && (field == nil || person.field == field) }
            .map { Candidate(person: $0, judgements: judgements(of: $0), sessionsThisYear: sessions[$0.code.text] ?? 0) }
            .sorted { left, right in
                let (far, farther) = (left.person.field != own, right.person.field != own)
                if far != farther { return !far }
                return (left.sessionsThisYear, left.person.code) < (right.sessionsThisYear, right.person.code)
            }
    }

    private static func kinds(_ kind: String?, in regime: Regime) throws -> [String] {
        let known = regime.councils.keys.sorted()
        guard let kind else { return known }
        guard known.contains(kind) else {
            let near = VietnameseText.nearest(to: kind, among: known, limit: 3).joined(separator: ", ")
            let list = known.joined(separator: ", ")
            let hint =
                near.isEmpty
                ? Phrase(vi: "Các hội đồng: \(list)", en: "Its councils: \(list)")
                : Phrase(vi: "Có phải ý bạn là: \(near)?", en: "Did you mean: \(near)?")
            throw UseCaseFault(
                .usage,
                "unknown-council",
                Phrase(
                    vi: "Chế độ \(regime.id) không quy định hội đồng «\(kind)»",
                    en: "The regime \(regime.id) has no council \"\(kind)\""
                ),
                hint: known.isEmpty ? nil : hint
            )
        }
        return [kind]
    }

    /// How many sessions of a year each person sits in.
    private static func sessions(in year: Int, _ reader: any StoreReader) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for (_, session) in try reader.allRegistered(.council) {
            guard let day = session["meeting_on"]?.string.flatMap({ try? CivilDate(parsing: $0) }), day.parts.year == year else { continue }
            for member in CouncilSummary.people(session) { counts[member, default: 0] += 1 }
        }
        return counts
    }
}
