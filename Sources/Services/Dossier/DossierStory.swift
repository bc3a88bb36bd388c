import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Store

/// What the events of a dossier tell: the task, its councils, its money. A pure fold of events and the definitions they name, so that whoever
/// has the dossier gets the same without the store.
struct DossierStory {
    /// The task as it is after the events.
    let task: TaskState
    /// The events that are given in full, in order.
    let events: [EventRecord]
    /// Numbers of ballots given by their hash alone.
    let sealed: [Int64]
    /// Sessions of councils, by number.
    let councils: [CouncilRecord]
    /// The money; nil where the regime says nothing of money.
    let money: BudgetRecord?
    /// Who was entered as standing behind the task and its dossiers, by code, as last entered.
    let participation: [(code: String, value: JSONValue)]
    /// By which event each attached file was erased that was, by its hash.
    let erasedFiles: [String: Int64]
    private let regimes: [String: CompiledRegime]

    /// Folds them.
    ///
    /// - Parameter definitions: canonical bytes by hash.
    /// - Throws: when they do not fit together, or a definition is missing.
    init(_ events: [EventRecord], _ personal: DossierPersonal, sealed: [Int64], definitions: [String: [UInt8]]) throws {
        self.events = events
        self.sealed = sealed
        erasedFiles = personal.erasedFiles
        task = try replay(events.filter { $0.subject.kind == .task })
        let named = Self.definitions(of: events).union([task.definition])
        var regimes: [String: CompiledRegime] = [:]
        for hash in named {
            guard let canonical = definitions[hash] else { throw Self.missing(hash) }
            regimes[hash] = CompiledRegime(try Regime(canonical: canonical), hash: hash)
        }
        self.regimes = regimes
        let task = task
        let councilEvents = events.filter { $0.subject.kind == .council }.opened(with: personal.rows)
        let sessions = Dictionary(grouping: councilEvents, by: \.subject.code)
        councils = try sessions.keys.compactMap { CouncilCode(recorded: $0) }.sorted { $0.number < $1.number }.map { code in
            let own = sessions[code.description] ?? []
            guard let rules = own.first?.definition.flatMap({ regimes[$0] }) else { throw Self.missing(own.first?.definition ?? "") }
            return try CouncilRecord(code, of: task, under: rules, own)
        }
        let movements = events.filter { $0.subject.kind == .budget }
        if let rules = regimes[task.definition], rules.regime.budget != nil {
            money = try BudgetRecord(task, under: rules, movements)
        } else {
            money = nil
        }
        var entered: [String: JSONValue] = [:]
        for event in events where event.subject.kind == .participation { entered[event.subject.code] = event.payload }
        participation = entered.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The definition of that hash; nil where no event names it.
    func regime(_ hash: String) -> Regime? { regimes[hash]?.regime }

    /// The definition that the task runs under now.
    var regime: Regime? { regime(task.definition) }

    /// Documents of the task in the order they came, with the number of their event.
    var documents: [DocumentRow] {
        get throws { try Self.documents(of: events) }
    }

    /// The definitions that events were decided under, or put the task under.
    static func definitions(of events: [EventRecord]) -> Set<String> {
        Set(events.compactMap(\.definition))
    }

    /// Documents that events of the task came with.
    ///
    /// - Throws: `JSONShapeFault` when an event cannot be read.
    static func documents(of events: [EventRecord]) throws -> [DocumentRow] {
        let own = events.filter { $0.subject.kind == .task }
        let happenings = try own.map { try Happening(kind: $0.kind, payload: $0.payload) }
        return Projection.documents(own, happenings, of: own.first?.subject.code ?? "")
    }

    /// The parts that hold attached files, by path, each with the hash of its content; a file attached twice lies there once.
    static func files(of documents: [DocumentRow]) -> [String: String] {
        var paths: [String: String] = [:]
        var seen: Set<String> = []
        for document in documents {
            guard let hash = document.sha256, seen.insert(hash).inserted else { continue }
            paths[DossierPart.file(hash, named: document.fileName)] = hash
        }
        return paths
    }

    private static func missing(_ hash: String) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "definition-missing",
            Phrase(vi: "Thiếu bộ quy tắc \(hash.prefix(12))", en: "The definition \(hash.prefix(12)) is missing")
        )
    }
}
