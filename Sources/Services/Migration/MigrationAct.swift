import CanonicalJSON
import LifecycleModel
import Store

/// The one recorded act of a decision to put tasks under another definition, or of taking it back: an event about the definition's regime that
/// names every task. Each task has an event of its own beside it.
struct MigrationAct {
    static let kind = "tasks_migrated"
    static let undoKind = "migration_undone"

    /// Number of the decision.
    let decision: String
    /// Definitions that were left and the one that was entered.
    let from: [String]
    let to: String
    /// Codes of the tasks that passed.
    let tasks: [String]

    /// The event.
    func event(regime: String, _ surroundings: Surroundings, on day: CivilDate) -> NewEvent {
        NewEvent(
            subject: EventRecord.Subject(.definition, regime),
            kind: MigrationAct.kind,
            payload: ["decision": .string(decision), "from": JSONValue(from), "to": .string(to), "tasks": JSONValue(tasks)],
            actor: surroundings.actor,
            happenedOn: day,
            recordedAt: surroundings.now,
            definition: to
        )
    }

    /// The number of a decision as it is kept; it may not be empty.
    static func checked(_ text: String) throws -> String {
        let words = VietnameseText.composed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else {
            throw UseCaseFault(
                .usage,
                "decision-missing",
                Phrase(vi: "Cần --decision: số của quyết định", en: "--decision is needed: the number of the decision"),
                hint: Phrase(vi: "Xem trước bằng --dry-run", en: "Look first with --dry-run")
            )
        }
        return words
    }

    /// The event of a decision that has not been taken back; nil when there is none.
    static func inForce(_ decision: String, in reader: any StoreReader) throws -> EventRecord? {
        try acts(in: reader).last { $0.payload["decision"]?.string == decision && $0.kind == kind }.flatMap { act in
            try isUndone(act, in: reader) ? nil : act
        }
    }

    /// Whether a later event takes an act back.
    static func isUndone(_ act: EventRecord, in reader: any StoreReader) throws -> Bool {
        try reader.events(of: act.subject).contains { $0.kind == undoKind && $0.payload["act"]?.int == act.number }
    }

    /// All such events, by number.
    static func acts(in reader: any StoreReader) throws -> [EventRecord] {
        try Set(reader.definitions().map(\.id)).flatMap { try reader.events(of: EventRecord.Subject(.definition, $0)) }
            .filter { $0.kind == kind || $0.kind == undoKind }.sorted { $0.number < $1.number }
    }
}
