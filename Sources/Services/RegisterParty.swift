public import CanonicalJSON
import Engine
public import LifecycleModel
public import Store

/// Enters organisations, people and programmes in the register, or changes them; every change is an event of the log.
public struct RegisterParty: Sendable {
    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// An entry of the register.
    public enum Entry: Sendable {
        /// An organisation.
        case organisation(Organisation)
        /// A person.
        case person(Person)
        /// A programme.
        case programme(Programme)
        /// Who stands behind a task or a dossier.
        case participation(Participation)

        /// What it is.
        public var kind: EventRecord.Subject.Kind {
            switch self {
            case .organisation: .organisation
            case .person: .person
            case .programme: .programme
            case .participation: .participation
            }
        }

        /// Its code.
        public var code: String {
            switch self {
            case .organisation(let it): it.code.text
            case .person(let it): it.code.text
            case .programme(let it): it.code.text
            case .participation(let it): it.code
            }
        }

        /// Its value as the register keeps it.
        public var json: JSONValue {
            switch self {
            case .organisation(let it): it.json
            case .person(let it): it.json
            case .programme(let it): it.json
            case .participation(let it): it.json
            }
        }

        /// Whether people know it by another name than before.
        func isRenamed(from present: JSONValue?) -> Bool { present.map { $0["name"] != json["name"] } ?? false }
    }

    /// Registers a new entry, or with `replacing` changes one that is there.
    ///
    /// - Throws: `UseCaseFault` when the code is taken, or when there is nothing to change.
    public func callAsFunction(_ entry: Entry, replacing: Bool) throws -> Receipt {
        try surroundings.store.write { writer in
            try checkActor(in: writer)
            let present = try writer.registered(entry.kind, code: entry.code)
            if replacing, present == nil {
                throw UseCaseFault(
                    .usage,
                    "unknown-code",
                    Phrase(vi: "Chưa có mã «\(entry.code)»", en: "There is no code \"\(entry.code)\"")
                )
            }
            if !replacing, present != nil {
                throw UseCaseFault(
                    .badData,
                    "duplicate-code",
                    Phrase(vi: "Mã «\(entry.code)» đã có", en: "The code \"\(entry.code)\" is taken")
                )
            }
            return try put(entry, over: present, in: writer)
        }
    }

    /// Changes a person who is there.
    ///
    /// - Throws: `UseCaseFault` when nobody has that code, and what the change throws.
    public func changing(_ person: PersonCode, _ change: (inout Person) throws -> Void) throws -> (person: Person, receipt: Receipt) {
        try surroundings.store.write { writer in
            try checkActor(in: writer)
            var known = try requirePerson(person, in: writer)
            let present = known.json
            try change(&known)
            return (known, try put(.person(known), over: present, in: writer))
        }
    }

    /// Writes an entry after checking what it refers to.
    private func put(_ entry: Entry, over present: JSONValue?, in writer: any StoreWriter) throws -> Receipt {
        if case .person(let person) = entry {
            if let present { try Person(json: present).requireUnerased() }
            try PersonReferences(person).check(in: writer)
        }
        guard present != entry.json else { return Receipt(events: nil, head: try writer.head()) }
        let records = try enter(entry, isNew: present == nil, in: writer)
        if entry.isRenamed(from: present) { try reindexTasks(of: [entry.code], in: writer) }
        return Receipt(of: records, in: try writer.head())
    }

    /// Somebody answers for every change, but for the first entries, when nobody is registered yet.
    func checkActor(in reader: any StoreReader) throws {
        guard try !reader.registeredCodes(.person, limit: 1).isEmpty else { return }
        _ = try Actor(surroundings.actor, in: reader)
    }

    /// Appends the event and writes the entry, inside a running transaction.
    func enter(_ entry: Entry, isNew: Bool, in writer: any StoreWriter) throws -> [EventRecord] {
        let records = try writer.append([
            NewEvent(
                subject: EventRecord.Subject(entry.kind, entry.code),
                kind: isNew ? "entered" : "changed",
                payload: entry.json,
                actor: surroundings.actor.isEmpty ? "system" : surroundings.actor,
                happenedOn: surroundings.today,
                recordedAt: surroundings.now,
                definition: nil
            ).sealingPersonalData
        ])
        try writer.register(entry.kind, code: entry.code, value: entry.json, searchText: Self.searchText(entry.code, entry.json))
        return records
    }

    /// What an entry is found by: its code and its name.
    static func searchText(_ code: String, _ value: JSONValue) -> String {
        [code, value["name"]?.string ?? ""].map(VietnameseText.folded).joined(separator: " ")
    }

    /// Tasks are found by the names of their parties: new names go into their rows.
    func reindexTasks(of parties: Set<String>, in writer: any StoreWriter) throws {
        guard !parties.isEmpty else { return }
        let names = TaskNames(writer)
        for row in try writer.tasks(TaskFilter()) {
            let own = [row.host, row.orderer, row.investigator, row.programme].compactMap { $0 }
            guard own.contains(where: parties.contains) else { continue }
            try writer.save(searchText: Projection.searchText(row.code, title: row.title, names: names.names(of: row)), of: row.code)
        }
    }
}
