import CanonicalJSON
import Engine
import LifecycleModel
import Store

/// Appends a task's happenings to the log and folds them into its state: the one way anything about a task is ever recorded.
struct TaskJournal {
    let writer: any StoreWriter
    let now: Moment

    /// Appends happenings to the log, folds them into the state and keeps their documents.
    ///
    /// - Returns: the stored events.
    func append(_ happenings: [Happening], to state: inout TaskState, by actor: String, on day: CivilDate) throws -> [EventRecord] {
        try requireUnerased(happenings)
        let definition = state.definition
        let records = try writer.append(
            happenings.map {
                NewEvent(
                    subject: EventRecord.Subject(.task, state.code),
                    kind: $0.kind,
                    payload: $0.payload,
                    actor: actor,
                    happenedOn: day,
                    recordedAt: now,
                    definition: definition
                )
            }
        )
        for happening in happenings where !state.apply(happening, by: actor, on: day) {
            throw UseCaseFault(
                .unavailable,
                "record-inconsistent",
                Phrase(vi: "Sự kiện không khớp với hồ sơ \(state.code)", en: "An event does not fit the record of \(state.code)")
            )
        }
        return records
    }

    /// Refuses a file that was erased by a decision: it does not come back by another act.
    private func requireUnerased(_ happenings: [Happening]) throws {
        let files = happenings.flatMap { happening -> [AttachedDocument] in
            if case .transitioned(let move) = happening { move.documents } else { [] }
        }.filter { $0.sha256 != nil }
        guard !files.isEmpty else { return }
        let erased = try writer.erasedFiles()
        for file in files {
            guard let hash = file.sha256, let event = erased[hash] else { continue }
            throw UseCaseFault(
                .refused,
                "file-erased",
                Phrase(
                    vi: "Tệp «\(file.fileName ?? "")» đã xoá theo quyết định (sự kiện số \(event)), không ghi lại được",
                    en: "The file \"\(file.fileName ?? "")\" was erased by a decision (event \(event)) and is not taken again"
                )
            )
        }
    }

    /// Writes the rows people read, and the task's documents.
    func project(_ state: TaskState, after previous: SharedState? = nil, records: [EventRecord], happenings: [Happening]) throws {
        try Projection.save(state, after: previous, lastEvent: records.last?.number ?? 0, to: writer)
        try Projection.keep(records, happenings, of: state.code, to: writer)
    }
}

/// Names people search a task by: its parties' and its programme's.
struct TaskNames {
    let reader: any StoreReader

    private static let parties: [(fact: String, kind: EventRecord.Subject.Kind)] = [
        ("task.host", .organisation), ("task.orderer", .organisation), ("task.investigator", .person), ("task.programme", .programme),
    ]

    init(_ reader: any StoreReader) {
        self.reader = reader
    }

    func names(of state: TaskState) throws -> [String] {
        try names(Self.parties.map { (state.fact($0.fact)?.text, $0.kind) })
    }

    func names(of row: TaskRow) throws -> [String] {
        try names(zip([row.host, row.orderer, row.investigator, row.programme], Self.parties).map { ($0, $1.kind) })
    }

    private func names(_ parties: [(code: String?, kind: EventRecord.Subject.Kind)]) throws -> [String] {
        try parties.compactMap { code, kind in try code.flatMap { try reader.registered(kind, code: $0) }?["name"]?.string }
    }
}
