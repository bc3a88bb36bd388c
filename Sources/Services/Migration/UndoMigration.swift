import CanonicalJSON
public import Engine
public import LifecycleModel
public import Rules
import Store

/// Takes a migration back: every task it moved stands again as it stood before, as long as nothing has happened on any of them since.
public struct UndoMigration {
    /// What came of it, or would.
    public struct Answer: Sendable {
        /// The decision.
        public let decision: String
        /// Each task now and as it is afterwards.
        public let tasks: [(before: TaskState, after: TaskState)]
        /// The rules they are and were under, by hash.
        public let rules: [String: CompiledRegime]
        /// The receipt; nil on a dry run.
        public let receipt: Receipt?
    }

    private let surroundings: Surroundings

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Does it, all tasks in one transaction.
    ///
    /// - Throws: `UseCaseFault` of kind `badData` for an unknown decision, `refused` when it was taken back before or tasks went on since.
    public func callAsFunction(_ decision: String, on day: CivilDate, dryRun: Bool) throws -> Answer {
        if dryRun { return try surroundings.store.read { try prepared(decision, on: day, $0).answer } }
        return try surroundings.store.write { writer in
            _ = try Actor(surroundings.actor, in: writer)
            let (act, answer) = try prepared(decision, on: day, writer)
            var records = try writer.append([
                NewEvent(
                    subject: act.subject,
                    kind: MigrationAct.undoKind,
                    payload: [
                        "decision": .string(answer.decision), "act": .int(act.number), "tasks": JSONValue(answer.tasks.map(\.before.code)),
                    ],
                    actor: surroundings.actor,
                    happenedOn: day,
                    recordedAt: surroundings.now,
                    definition: act.definition
                )
            ])
            let journal = TaskJournal(writer: writer, now: surroundings.now)
            for task in answer.tasks {
                let step = Happening.migrated(Migrated(from: task.before, to: task.after, decision: answer.decision, isUndo: true))
                records += try journal.migrate(task.before, by: step, actor: surroundings.actor, on: day)
            }
            return Answer(
                decision: answer.decision,
                tasks: answer.tasks,
                rules: answer.rules,
                receipt: Receipt(of: records, in: try writer.head())
            )
        }
    }

    private func prepared(_ text: String, on day: CivilDate, _ reader: any StoreReader) throws -> (act: EventRecord, answer: Answer) {
        let decision = try MigrationAct.checked(text)
        guard let act = try MigrationAct.inForce(decision, in: reader) else { throw try notInForce(decision, reader) }
        guard day >= act.happenedOn, day <= surroundings.today else {
            throw UseCaseFault(
                .refused,
                "wrong-day",
                Phrase(
                    vi: "Ngày hủy \(day.vietnamese) phải từ \(act.happenedOn.vietnamese) đến nay",
                    en: "The day \(day) must lie between \(act.happenedOn) and today"
                )
            )
        }
        var tasks: [(TaskState, TaskState)] = []
        var moved: [Blocker] = []
        for code in act.payload["tasks"]?.array?.compactMap(\.string) ?? [] {
            let events = try reader.events(of: EventRecord.Subject(.task, code))
            guard let last = events.last, case .migrated(let step) = try Happening(kind: last.kind, payload: last.payload),
                step.decision == decision, !step.isUndo
            else {
                moved.append(
                    Blocker(
                        code: "task-went-on",
                        message: Phrase(
                            vi: "\(code): đã có sự kiện số \(events.last?.number ?? 0) sau khi chuyển",
                            en: "\(code): event \(events.last?.number ?? 0) happened since"
                        )
                    )
                )
                continue
            }
            tasks.append((try replay(events), try replay(events.dropLast())))
        }
        guard moved.isEmpty else {
            throw UseCaseFault(
                .refused,
                "tasks-went-on",
                Phrase(
                    vi: "Không hủy được quyết định «\(decision)»: \(moved.count) nhiệm vụ đã có việc mới",
                    en: "The decision \"\(decision)\" cannot be taken back: \(moved.count) tasks went on"
                ),
                blockers: moved
            )
        }
        let definitions = Definitions()
        let hashes = Set(tasks.flatMap { [$0.0.definition, $0.1.definition] })
        let rules = try hashes.map { ($0, try definitions.regime($0, in: reader)) }
        return (act, Answer(decision: decision, tasks: tasks, rules: Dictionary(rules) { first, _ in first }, receipt: nil))
    }

    private func notInForce(_ decision: String, _ reader: any StoreReader) throws -> UseCaseFault {
        let acts = try MigrationAct.acts(in: reader).filter { $0.kind == MigrationAct.kind }
        let known = Set(acts.compactMap { $0.payload["decision"]?.string })
        if known.contains(decision) {
            return UseCaseFault(
                .refused,
                "already-undone",
                Phrase(vi: "Quyết định «\(decision)» đã được hủy trước đó", en: "The decision \"\(decision)\" was taken back already")
            )
        }
        return UseCaseFault(
            .badData,
            "unknown-decision",
            Phrase(
                vi: "Chưa có lần chuyển bộ quy tắc nào theo quyết định «\(decision)»",
                en: "No migration was made by the decision \"\(decision)\""
            ),
            hint: .nearest(to: decision, among: known) ?? (known.isEmpty ? nil : .oneOf(known.sorted()))
        )
    }
}
