import CanonicalJSON
public import Engine
public import LifecycleModel
public import Rules
import Store

/// Puts every live task under a definition into another one by one recorded decision, or shows what that would do.
public struct MigrateTasks {
    /// What a person asks for.
    public struct Request {
        /// Definitions to leave: a regime, `id/version`, or the first digits of a stored hash.
        public var from: String
        /// The definition to enter.
        public var to: String
        /// Reads the names that differ once both sides are known.
        public var map: ([Regime], Regime) throws -> MigrationMap
        /// Number of the decision; may be empty for a trial.
        public var decision: String
        /// The day of the decision.
        public var day: CivilDate
        /// Whether tasks that cannot pass stay where they are instead of keeping all the others back.
        public var leavesBlocked: Bool
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates a request.
        public init(
            from: String,
            to: String,
            map: @escaping ([Regime], Regime) throws -> MigrationMap = { _, _ in MigrationMap() },
            decision: String = "",
            day: CivilDate,
            leavesBlocked: Bool = false,
            dryRun: Bool
        ) {
            self.from = from
            self.to = to
            self.map = map
            self.decision = decision
            self.day = day
            self.leavesBlocked = leavesBlocked
            self.dryRun = dryRun
        }
    }

    /// What came of it, or would.
    public struct Answer: Sendable {
        /// Definitions that are left, by hash.
        public let from: [CompiledRegime]
        /// The definition that is entered.
        public let to: CompiledRegime
        /// Every live task, by code: how it passes, or why it cannot.
        public let plans: [Migration.Plan]
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?

        /// Plans of tasks that cannot pass.
        public var blocked: [Migration.Plan] { plans.filter { !$0.blockers.isEmpty } }
        /// Plans of tasks that pass.
        public var passing: [Migration.Plan] { plans.filter(\.blockers.isEmpty) }
    }

    private let surroundings: Surroundings
    private let library: RuleLibrary
    private let definitions = Definitions()

    /// Prepares the use case with the rule files.
    public init(_ surroundings: Surroundings, library: RuleLibrary) {
        self.surroundings = surroundings
        self.library = library
    }

    /// Does it, all tasks in one transaction.
    ///
    /// - Throws: `UseCaseFault` of kind `refused` when tasks are blocked and are not to be left, or the decision was used already.
    public func callAsFunction(_ request: Request) throws -> Answer {
        let target = try DefinitionSearch(library: library) { surroundings.store }(request.to).rules
        guard request.day <= surroundings.today else {
            throw UseCaseFault(
                .refused,
                "future-date",
                Phrase(vi: "Ngày \(request.day.vietnamese) ở tương lai", en: "\(request.day) lies in the future")
            )
        }
        if request.dryRun { return try surroundings.store.read { try planned(request, target, $0) } }
        return try surroundings.store.write { writer in
            _ = try Actor(surroundings.actor, in: writer)
            let decision = try MigrationAct.checked(request.decision)
            if let act = try MigrationAct.inForce(decision, in: writer) {
                throw UseCaseFault(
                    .refused,
                    "decision-used",
                    Phrase(
                        vi: "Quyết định «\(decision)» đã dùng để chuyển ngày \(act.happenedOn.vietnamese)",
                        en: "The decision \"\(decision)\" was used for a migration on \(act.happenedOn)"
                    )
                )
            }
            let answer = try planned(request, target, writer)
            guard answer.blocked.isEmpty || request.leavesBlocked else { throw keptBack(answer.blocked) }
            guard !answer.passing.isEmpty else { return answer }
            try Definitions.release(target, in: writer)
            let act = MigrationAct(
                decision: decision,
                from: answer.from.map(\.hash),
                to: target.hash,
                tasks: answer.passing.map(\.before.code)
            )
            var records = try writer.append([act.event(regime: target.regime.id, surroundings, on: request.day)])
            let journal = TaskJournal(writer: writer, now: surroundings.now)
            for plan in answer.passing {
                let step = Happening.migrated(Migrated(from: plan.before, to: plan.after, decision: decision))
                records += try journal.migrate(plan.before, by: step, actor: surroundings.actor, on: request.day)
            }
            return Answer(from: answer.from, to: target, plans: answer.plans, receipt: Receipt(of: records, in: try writer.head()))
        }
    }

    private func planned(_ request: Request, _ target: CompiledRegime, _ reader: any StoreReader) throws -> Answer {
        let left = try leaving(request.from, target, reader)
        let sources = try left.map { try definitions.regime($0.hash, in: reader) }
        let map = try request.map(sources.map(\.regime), target.regime)
        var filter = TaskFilter()
        filter.openOnly = true
        let passages = Dictionary(
            sources.map { ($0.hash, Migration(from: $0, to: target, map: map, calendar: surroundings.calendar, on: request.day)) }
        ) { first, _ in first }
        var plans: [Migration.Plan] = []
        try reader.eachTask(filter) { row in
            if let passage = passages[row.definition] { plans.append(passage(try TaskState(of: row))) }
        }
        return Answer(from: sources, to: target, plans: plans, receipt: nil)
    }

    /// The stored definitions of that name, the one that is entered left out.
    private func leaving(_ name: String, _ target: CompiledRegime, _ reader: any StoreReader) throws -> [DefinitionRow] {
        let kept = try reader.definitions()
        let found = kept.named(name)
        guard !found.isEmpty else {
            throw UseCaseFault(
                .badData,
                "unknown-definition",
                Phrase(
                    vi: "Kho không có bộ quy tắc nào tên «\(name)»",
                    en: "The store has no definition called \"\(name)\""
                ),
                hint: .nearest(to: name, among: Set(kept.flatMap { [$0.id, $0.name, String($0.hash.prefix(12))] }))
                    ?? .oneOf(Set(kept.map(\.name)).sorted())
            )
        }
        return found.filter { $0.hash != target.hash }
    }

    private func keptBack(_ blocked: [Migration.Plan]) -> UseCaseFault {
        UseCaseFault(
            .refused,
            "tasks-blocked",
            Phrase(
                vi: "\(blocked.count) nhiệm vụ không chuyển được; chưa ghi gì",
                en: "\(blocked.count) tasks cannot pass; nothing was recorded"
            ),
            hint: Phrase(
                vi: "Nêu tên mới bằng --map, hoặc để chúng lại dưới bộ quy tắc cũ bằng --leave-blocked",
                en: "Give the new names with --map, or leave them under the old rules with --leave-blocked"
            ),
            blockers: blocked.flatMap { plan in
                plan.blockers.map { blocker in
                    let code = Phrase(vi: "\(plan.before.code): ", en: "\(plan.before.code): ")
                    return Blocker(code: blocker.code, message: code + blocker.message)
                }
            }
        )
    }
}

extension TaskJournal {
    /// Records one task's passage and writes its rows anew; clocks may have other names and starts, so their rows are not added to the old ones.
    func migrate(_ before: TaskState, by step: Happening, actor: String, on day: CivilDate) throws -> [EventRecord] {
        var state = before
        let records = try append([step], to: &state, by: actor, on: day)
        try writer.removeDeadlines(of: state.code)
        try project(state, records: records, happenings: [step])
        return records
    }
}
