import CanonicalJSON
import Engine
import Expressions
import Importing
import LifecycleModel
import RuleLoading
import Rules
import Store

/// Replays the history of many tasks through the engine in the order of days, so that what one task does to a party is known to the others.
///
/// Only so many tasks are held in memory; the others wait in the store, inside the same transaction.
final class HistoryReplay {
    private(set) var faults: [ImportFault] = []

    private let surroundings: Surroundings
    private let library: RuleLibrary
    private let vault: AttachmentVault
    private let options: ImportPortfolio.Options
    private let writer: any StoreWriter
    private let journal: TaskJournal
    private let definitions = Definitions()
    private let grant: ExceptionGrant?
    private var choice: RegimeChoice?
    private var goals: GoalChoice?
    private var regimes: [String: CompiledRegime] = [:]
    private var actors: HistoryActors
    private var live: LiveTasks
    private var broken: Set<String> = []
    private var recorded: [String: RecordedMoves] = [:]

    init(
        _ surroundings: Surroundings,
        library: RuleLibrary,
        vault: AttachmentVault,
        options: ImportPortfolio.Options,
        writer: any StoreWriter
    ) throws {
        self.surroundings = surroundings
        self.library = library
        self.vault = vault
        self.options = options
        self.writer = writer
        journal = TaskJournal(writer: writer, now: surroundings.now)
        grant = options.exceptionReason.map { ExceptionGrant(by: surroundings.actor, reason: $0) }
        live = LiveTasks(writer: writer)
        actors = HistoryActors(writer)
        if grant != nil { _ = try Engine.Actor(surroundings.actor, in: writer) }
    }

    /// One step: a task comes in, or something happens to it.
    private enum Step {
        case register(TaskDraft)
        case happen(HistoryDraft)

        var day: CivilDate {
            switch self {
            case .register(let draft): draft.value.proposedOn
            case .happen(let draft): draft.value.happenedOn
            }
        }
    }

    /// Replays everything; faults are collected, and a task with a fault is not followed further.
    func run(_ portfolio: Portfolio, _ summary: inout ImportPortfolio.Summary, progress: (Int, Int) -> Void) throws {
        let steps = (portfolio.tasks.map(Step.register) + portfolio.history.map(Step.happen)).enumerated().sorted {
            ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
        }.map(\.element)
        for (index, step) in steps.enumerated() {
            switch step {
            case .register(let draft): try register(draft, &summary)
            case .happen(let draft): try replay(draft, &summary)
            }
            if index % 256 == 0 { progress(index, steps.count) }
        }
        guard faults.isEmpty else { return }
        try live.saveAll()
        progress(steps.count, steps.count)
    }

    // MARK: Registering

    private func register(_ draft: TaskDraft, _ summary: inout ImportPortfolio.Summary) throws {
        let code = draft.value.code.text
        if try writer.task(code) != nil {
            recorded[code] = try RecordedMoves(of: code, in: writer)
            return
        }
        do {
            var texts = Dictionary(draft.value.allFacts.map { ($0.path, $0.text) }) { $1 }
            texts["task.year"] = draft.value.year.map { String($0) }
            let known = RegistrationFacts(texts, choice: try draft.value.regime == nil ? regimeChoice() : nil)
            let rules = try regime(for: draft.value, known)
            let facts = try known.values(
                FactReading(rules, machine: Regime.taskMachine, reader: writer, past: draft.value.proposedOn),
                in: rules.regime
            )
            let registered = Happening.Registered(
                code: code,
                regime: rules.regime.id,
                definition: rules.hash,
                position: rules.regime.task.initial,
                facts: facts
            )
            var state = TaskState(registered, on: draft.value.proposedOn)
            let happening = Happening.registered(registered)
            let first = try writer.append([
                NewEvent(
                    subject: EventRecord.Subject(.task, code),
                    kind: happening.kind,
                    payload: happening.payload,
                    actor: surroundings.actor.isEmpty ? "system" : surroundings.actor,
                    happenedOn: draft.value.proposedOn,
                    recordedAt: surroundings.now,
                    definition: rules.hash
                )
            ])
            let clocks = startingHappenings(rules, state, on: draft.value.proposedOn, calendar: surroundings.calendar)
            let more = try journal.append(
                clocks,
                to: &state,
                by: surroundings.actor.isEmpty ? "system" : surroundings.actor,
                on: draft.value.proposedOn
            )
            try journal.project(state, records: first + more, happenings: [happening] + clocks)
            try live.put(state, rules: rules, lastEvent: (more.last ?? first[0]).number, isSaved: true)
            summary.tasks += 1
        } catch let fault as UseCaseFault {
            broken.insert(code)
            faults += (fault.blockers.isEmpty ? [fault.asBlocker] : fault.blockers).map { draft.source.fault($0) }
        }
    }

    private func regimeChoice() throws -> RegimeChoice {
        if let choice { return choice }
        let loaded = try library.all().choice
        choice = loaded
        return loaded
    }

    private func goalChoice() throws -> GoalChoice {
        if let goals { return goals }
        let loaded = try GoalChoice(library)
        goals = loaded
        return loaded
    }

    private func regime(for task: TaskRegistration, _ known: RegistrationFacts) throws -> CompiledRegime {
        let id =
            try task.regime ?? known.regime(by: RegimeChooser(regimeChoice()), proposedOn: task.proposedOn, today: task.proposedOn)
        if let known = regimes[id] { return known }
        let rules = try library.regime(id)
        try Definitions.release(rules, in: writer)
        regimes[id] = rules
        return rules
    }

    // MARK: Replaying

    private func replay(_ draft: HistoryDraft, _ summary: inout ImportPortfolio.Summary) throws {
        let entry = draft.value
        let code = entry.task.text
        guard !broken.contains(code) else { return }
        if try isRecorded(draft) {
            summary.known += 1
            return
        }
        guard !broken.contains(code) else { return }
        do {
            guard var task = try live.task(code, definitions) else {
                throw UseCaseFault(.badData, "unknown-task", Phrase(vi: "Không có nhiệm vụ «\(code)»", en: "There is no task \"\(code)\""))
            }
            let command = try self.command(entry, task.rules)
            if GoalChoice.isAsked(by: command) { try goalChoice().require(command, of: task.state) }
            let (actor, isErased) = try actors.actor(entry.actor, on: entry.happenedOn, under: task.rules.regime)
            let circumstances =
                try task.rules.asksAboutParties(command, task.state)
                ? live.circumstances(of: task.state, for: command, releases: writer.releases(), definitions) : Circumstances()
            let decision = decide(
                task.rules,
                task.state,
                command,
                by: actor,
                circumstances: circumstances,
                calendar: surroundings.calendar
            )
            guard case .accepted(let happenings) = decision.outcome else {
                broken.insert(code)
                faults += decision.blockers.map { draft.source.fault($0) }
                return
            }
            let records = try journal.append(happenings, to: &task.state, by: entry.actor, on: entry.happenedOn)
            try Projection.keep(records, happenings, of: code, to: writer)
            if case .transitioned(let move)? = happenings.first { summary.exceptions += move.exceptions.count }
            try live.put(task.state, rules: task.rules, lastEvent: records.last?.number ?? task.lastEvent, isSaved: false)
            summary.replayed += 1
            if isErased { summary.byErased += 1 }
        } catch let fault as UseCaseFault {
            broken.insert(code)
            faults += (fault.blockers.isEmpty ? [fault.asBlocker] : fault.blockers).map { draft.source.fault($0) }
        }
    }

    /// Whether the row is in the record already; a row that contradicts the record is a fault.
    private func isRecorded(_ draft: HistoryDraft) throws -> Bool {
        let code = draft.value.task.text
        if recorded[code] == nil, live.isUntouched(code), try writer.task(code) != nil {
            recorded[code] = try RecordedMoves(of: code, in: writer)
        }
        guard var moves = recorded[code] else { return false }
        let agrees = moves.reads(draft.value)
        recorded[code] = moves
        guard !agrees else { return true }
        guard moves.hasUnread else { return false }
        broken.insert(code)
        faults.append(
            draft.source.fault(
                .differsFromRecord,
                Phrase(
                    vi: "Hồ sơ đã ghi của \(code) khác dòng này: \(moves.expected)",
                    en: "The record of \(code) differs from this row: \(moves.expected)"
                ),
                hint: Phrase(
                    vi: "Lịch sử đã ghi không sửa được bằng cách nạp lại",
                    en: "Recorded history cannot be changed by importing again"
                )
            )
        )
        return false
    }

    private func command(_ entry: HistoryEntry, _ rules: CompiledRegime) throws -> Command {
        guard let machine = MachineReference(parsing: entry.machine ?? "task") else {
            throw UseCaseFault(
                .badData,
                "wrong-machine",
                Phrase(
                    vi: "machine «\(entry.machine ?? "")» không đúng dạng loại:số",
                    en: "machine \"\(entry.machine ?? "")\" is not kind:number"
                )
            )
        }
        let texts = Dictionary(entry.facts.map { ($0.path, $0.text) }) { $1 }
        let documents = try entry.documents.map { reference -> AttachedDocument in
            guard let path = reference.path else {
                return AttachedDocument(form: reference.form, number: reference.number, date: reference.date)
            }
            let full = path.hasPrefix("/") ? path : "\(options.folder)/\(path)"
            let kept = options.dryRun ? try AttachmentVault.inspect(full) : try vault.keep(full)
            return AttachedDocument(
                form: reference.form,
                number: reference.number,
                date: reference.date,
                sha256: kept.sha256,
                fileName: kept.fileName,
                size: kept.size
            )
        }
        return Command(
            machine: machine,
            event: entry.event,
            facts: try FactReading(rules, machine: machine.kind, reader: writer, past: entry.happenedOn).values(texts),
            documents: documents,
            day: entry.happenedOn,
            recordedOn: surroundings.today,
            exception: grant
        )
    }
}

extension SourceRow {
    /// A refusal of the rules at this row.
    fileprivate func fault(_ blocker: Blocker) -> ImportFault {
        let facts = blocker.facts.prefix(4).map { "\($0.path) = \($0.value ?? "?")" }.joined(separator: "; ")
        let basis = blocker.basis.map { " [\($0)]" } ?? ""
        let detail = (facts.isEmpty ? "" : " (\(facts))") + basis
        return fault(
            .refusedByRules,
            Phrase(vi: blocker.message.vi + detail, en: blocker.message[.en] + detail),
            hint: blocker.cure
        )
    }
}

extension UseCaseFault {
    fileprivate var asBlocker: Blocker { Blocker(code: code, message: message, cure: hint) }
}
