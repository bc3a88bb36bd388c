import AuditTrail
import CanonicalJSON
import Councils
import Engine
public import LifecycleModel
import Rules
import Store

/// Erases personal data on a lawful request. The log stays as it is and verifies as before: it never held the data, only commitments to them. What
/// was erased, when, and by whose decision is an event of its own.
public struct ErasePersonalData: Sendable {
    /// How much is erased.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// Everything; the code stays, and stands for the name.
        case all
        /// What stood before the last change: for a correction that must leave no trace of what was wrong.
        case earlier
    }

    /// What is asked.
    public struct Request: Sendable {
        /// Whose data.
        public var person: PersonCode
        /// How much.
        public var scope = Scope.all
        /// The decision that orders it: number and who issued it.
        public var decision: String
        /// Why: whose request, under which provision.
        public var reason: String
        /// Attached files that are erased, too.
        public var files: [File] = []
        /// The day of it.
        public var day: CivilDate
        /// Whether to only show what would be erased.
        public var dryRun = false

        /// A request.
        public init(_ person: PersonCode, decision: String, reason: String, day: CivilDate) {
            self.person = person
            self.decision = decision
            self.reason = reason
            self.day = day
        }
    }

    /// An attached file as people name it.
    public struct File: Sendable, Hashable {
        /// Code of the task it was attached to.
        public let task: String
        /// Its name, or the beginning of its hash.
        public let name: String

        /// A file.
        public init(task: String, name: String) {
            self.task = task
            self.name = name
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// Whose data.
        public let person: PersonCode
        /// Entries of the register that were erased, earlier ones among them.
        public internal(set) var entries = 0
        /// Sessions of councils in whose record the person was named.
        public internal(set) var sessions: [String] = []
        /// Letters that were emptied.
        public internal(set) var letters = 0
        /// Hashes of the attached files that were erased.
        public internal(set) var files: [String] = []
        /// Where files that were erased by this or an earlier decision still lie, since they could not be removed.
        public internal(set) var filesLeft: [String] = []
        /// Roles of the person that nobody has from now on.
        public internal(set) var vacantRoles: [String] = []
        /// The receipt; nil when nothing was written.
        public internal(set) var receipt: Receipt?
    }

    private let surroundings: Surroundings
    private let vault: AttachmentVault

    /// Prepares the use case.
    public init(_ surroundings: Surroundings, vault: AttachmentVault) {
        self.surroundings = surroundings
        self.vault = vault
    }

    /// Does it; attached files go after the transaction that says so, and what of them stays is told. The store's file is then to be freed of what is left in it
    /// (`PurgingStore.purge`).
    ///
    /// Asked again it erases what is left, and nothing when nothing is.
    ///
    /// - Throws: `UseCaseFault` when nobody has that code, the person still has a part in something that goes on, or the data are in the log
    ///   itself, from before they were kept beside it.
    public func callAsFunction(_ request: Request) throws -> Answer {
        var answer: Answer
        do {
            answer = try surroundings.store.write { writer in
                let answer = try erase(request, in: writer)
                if request.dryRun { throw Trial(answer: answer) }
                return answer
            }
        } catch let trial as Trial {
            answer = trial.answer
            answer.receipt = nil
            return answer
        }
        // Also those whose removal an earlier run did not live to see.
        answer.filesLeft = try surroundings.store.read { try $0.erasedFiles() }.keys.compactMap(vault.remove).sorted()
        return answer
    }

    /// Undoes a trial's transaction.
    private struct Trial: Error {
        let answer: Answer
    }

    /// Only people of the department or the province decide on the data of others: whoever has a role that released rules give to them.
    private func requireDuty(in reader: any StoreReader) throws {
        let definitions = Definitions()
        let roles = try reader.definitions().flatMap { row in
            try definitions.regime(row.hash, in: reader).regime.roles.filter { [.department, .province].contains($0.value.heldBy) }.keys
        }
        guard Set(roles).isDisjoint(with: try Actor(surroundings.actor, in: reader).roles), !roles.isEmpty else { return }
        throw UseCaseFault(
            .refused,
            "not-your-duty",
            Phrase(
                vi: "Chỉ người của Sở hoặc UBND tỉnh ghi việc xoá dữ liệu cá nhân",
                en: "Only people of the department or the province record the erasure of personal data"
            )
        )
    }

    private func erase(_ request: Request, in writer: any StoreWriter) throws -> Answer {
        try RegisterParty(surroundings).checkActor(in: writer)
        if request.day > surroundings.today { throw UseCaseFault.ahead(request.day) }
        let person = try requirePerson(request.person, in: writer)
        guard surroundings.actor != person.code.text else { throw Self.own }
        try requireDuty(in: writer)
        let traces = try PersonalTraces(of: person, request.scope, in: writer)
        let files = try request.files.map { try ErasedFile($0, of: person.code, in: writer) }
        let known = try writer.erasedFiles()
        var answer = Answer(person: person.code)
        answer.files = Set(files.map(\.sha256)).subtracting(known.keys).sorted()
        guard !traces.rows.isEmpty || !answer.files.isEmpty else { return answer }
        if request.scope == .all { try ErasureBarriers(person, on: surroundings.today, in: writer).check() }
        try traces.requireNoneInLog()
        let records = try writer.append([event(request, traces, answer.files)])
        let number = records[0].number
        try writer.erase(traces.rows.map(\.commitment), by: number)
        for hash in answer.files { try writer.noteErased(file: hash, by: number) }
        answer.entries = traces.entries
        answer.sessions = traces.sessions
        if request.scope == .all, person.erasure == nil {
            answer.vacantRoles = try rolesOnly(of: person, in: writer)
            try forget(person, by: Person.Erasure(on: request.day, event: number), in: writer)
        }
        answer.letters = try writer.emptyLetters(
            to: person.code.text,
            waiting: request.scope == .all,
            because: Self.unsent,
            at: surroundings.now
        )
        try rewrite(traces.sessions, in: writer)
        answer.receipt = Receipt(of: records, in: try writer.head())
        return answer
    }

    /// Roles that no other person of the register has.
    private func rolesOnly(of person: Person, in reader: any StoreReader) throws -> [String] {
        let others = try reader.allRegistered(.person).filter { $0.code != person.code.text }
        return Set(person.roles).subtracting(try others.flatMap { try Person(json: $0.value).roles }).sorted()
    }

    private static let own = UseCaseFault(
        .refused,
        "own-erasure",
        Phrase(vi: "Không ai tự ghi việc xoá dữ liệu của mình", en: "Nobody records the erasure of their own data"),
        hint: Phrase(vi: "Nhờ người khác ghi theo quyết định", en: "Have somebody else record it by the decision")
    )
    private static let unsent = Phrase(vi: "dữ liệu cá nhân của người nhận đã xoá", en: "the personal data of the person were erased")

    private func event(_ request: Request, _ traces: PersonalTraces, _ files: [String]) -> NewEvent {
        NewEvent(
            subject: EventRecord.Subject(.person, request.person.text),
            kind: PersonalErasure.kind,
            payload: PersonalErasure(
                scope: request.scope,
                decision: request.decision,
                reason: request.reason,
                commitments: traces.rows.map(\.commitment),
                files: files
            ).json,
            actor: surroundings.actor,
            happenedOn: request.day,
            recordedAt: surroundings.now,
            definition: nil
        )
    }

    /// The entry of the register, and what tasks are found by.
    private func forget(_ person: Person, by erasure: Person.Erasure, in writer: any StoreWriter) throws {
        let erased = RegisterParty.Entry.person(Person(erased: person.code, by: erasure))
        let words = RegisterParty.searchText(erased.code, erased.json)
        try writer.register(.person, code: erased.code, value: erased.json, searchText: words)
        try RegisterParty(surroundings).reindexTasks(of: [erased.code], in: writer)
    }

    /// The entries of sessions name their members.
    private func rewrite(_ sessions: [String], in writer: any StoreWriter) throws {
        let definitions = Definitions()
        for code in sessions.compactMap({ CouncilCode(recorded: $0) }) {
            try CouncilSummary.register(try CouncilRecord(code, definitions: definitions, in: writer), in: writer)
        }
    }
}
