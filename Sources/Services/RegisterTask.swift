import CanonicalJSON
public import Engine
public import LifecycleModel
import RuleLoading
public import Rules
import Store

/// Registers a new task: chooses its regime by rule, pins it to the released definition and starts its life.
public struct RegisterTask: Sendable {
    /// What a person asks for.
    public struct Request: Sendable {
        /// Code, or nil to be given one (`NV-2025-001`).
        public var code: String?
        /// Regime, or nil to be chosen by the rules.
        public var regime: String?
        /// Facts as they were written, `title` or `task.title` → text.
        public var facts: [String: String]
        /// The day it was proposed.
        public var day: CivilDate
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates a request.
        public init(code: String?, regime: String?, facts: [String: String], day: CivilDate, dryRun: Bool = false) {
            self.code = code
            self.regime = regime
            self.facts = facts
            self.day = day
            self.dryRun = dryRun
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The new task's state.
        public let state: TaskState
        /// The rules it runs under.
        public let rules: CompiledRegime
        /// The receipt; nil on a dry run.
        public let receipt: Receipt?
    }

    private let surroundings: Surroundings
    private let library: RuleLibrary

    /// Prepares the use case with the rule files.
    public init(_ surroundings: Surroundings, library: RuleLibrary) {
        self.surroundings = surroundings
        self.library = library
    }

    /// Does it.
    ///
    /// - Throws: `UseCaseFault` when the code is taken, facts cannot be read, or a person must decide which law applies.
    public func callAsFunction(_ request: Request) throws -> Answer {
        guard request.day <= surroundings.today else {
            throw UseCaseFault(
                .refused,
                "future-date",
                Phrase(vi: "Ngày \(request.day.vietnamese) ở tương lai", en: "\(request.day) lies in the future")
            )
        }
        if request.dryRun {
            return try surroundings.store.read { reader in
                let (rules, registered) = try prepared(request, reader, release: nil)
                return Answer(state: TaskState(registered, on: request.day), rules: rules, receipt: nil)
            }
        }
        return try surroundings.store.write { writer in
            _ = try Actor(surroundings.actor, in: writer)
            let (rules, registered) = try prepared(request, writer, release: writer)
            var state = TaskState(registered, on: request.day)
            let records = try enter(&state, registered, rules, writer, on: request.day)
            return Answer(state: state, rules: rules, receipt: Receipt(of: records, in: try writer.head()))
        }
    }

    private func prepared(
        _ request: Request,
        _ reader: any StoreReader,
        release writer: (any StoreWriter)?
    ) throws -> (CompiledRegime, Happening.Registered) {
        let texts = Dictionary(request.facts.map { ($0.key.contains(".") ? $0.key : "task.\($0.key)", $0.value) }) { $1 }
        let choice = try request.regime == nil ? library.all().choice : nil
        let known = RegistrationFacts(texts, choice: choice)
        let chosen = try choice.map { try known.regime(by: RegimeChooser($0), proposedOn: request.day, today: surroundings.today) }
        let rules = try library.regime(request.regime ?? chosen ?? "")
        if let writer { try Definitions.release(rules, in: writer) }
        var facts = try known.values(FactReading(rules, machine: Regime.taskMachine, reader: reader), in: rules.regime)
        if facts["task.proposed_on"] == nil { facts["task.proposed_on"] = .date(request.day) }
        guard let title = facts["task.title"]?.text, !title.allSatisfy(\.isWhitespace) else {
            throw UseCaseFault(
                .badData,
                "missing-fact",
                Phrase(vi: "Thiếu tên nhiệm vụ (title)", en: "The task's title is missing (title)")
            )
        }
        let code = try request.code ?? nextCode(request.day.year, reader)
        _ = try TaskCode(code)
        if try reader.task(code) != nil {
            throw UseCaseFault(
                .badData,
                "duplicate-code",
                Phrase(vi: "Mã nhiệm vụ «\(code)» đã có", en: "The task code \"\(code)\" is taken")
            )
        }
        return (
            rules,
            Happening.Registered(
                code: code,
                regime: rules.regime.id,
                definition: rules.hash,
                position: rules.regime.task.initial,
                facts: facts
            )
        )
    }

    private func enter(
        _ state: inout TaskState,
        _ registered: Happening.Registered,
        _ rules: CompiledRegime,
        _ writer: any StoreWriter,
        on day: CivilDate
    ) throws -> [EventRecord] {
        let happening = Happening.registered(registered)
        let first = try writer.append([
            NewEvent(
                subject: EventRecord.Subject(.task, state.code),
                kind: happening.kind,
                payload: happening.payload,
                actor: surroundings.actor,
                happenedOn: day,
                recordedAt: surroundings.now,
                definition: registered.definition
            )
        ])
        let journal = TaskJournal(writer: writer, now: surroundings.now)
        let clocks = startingHappenings(rules, state, on: day, calendar: surroundings.calendar)
        let more = try journal.append(clocks, to: &state, by: surroundings.actor, on: day)
        try journal.project(state, records: first + more, happenings: [happening] + clocks)
        return first + more
    }

    private func nextCode(_ year: Int, _ reader: any StoreReader) throws -> String {
        var number = 1
        while true {
            let code = "NV-\(year)-" + String(repeating: "0", count: max(0, 3 - String(number).count)) + String(number)
            if try reader.task(code) == nil { return code }
            number += 1
        }
    }
}
