import CanonicalJSON
import Engine
public import Importing
public import LifecycleModel
import Rules
public import Store

/// Loads a portfolio: enters the register, registers tasks and replays their history through the engine, day by day, in one transaction.
///
/// All or nothing: any fault undoes everything. Importing the same files again changes nothing; files that go on where the record ends
/// are continued.
public struct ImportPortfolio: Sendable {
    /// How to import.
    public struct Options: Sendable {
        /// Why history that broke the rules is let in, in the words of the importer; nil refuses it.
        public var exceptionReason: String?
        /// Folder that documents' files are named from.
        public var folder: String
        /// Whether to only try.
        public var dryRun: Bool

        /// Creates options.
        public init(exceptionReason: String? = nil, folder: String = ".", dryRun: Bool = false) {
            self.exceptionReason = exceptionReason
            self.folder = folder
            self.dryRun = dryRun
        }
    }

    /// What was loaded.
    public struct Summary: Sendable {
        /// Numbers of new things.
        public internal(set) var organisations = 0
        /// New or changed people.
        public internal(set) var people = 0
        /// New or changed programmes.
        public internal(set) var programmes = 0
        /// New tasks.
        public internal(set) var tasks = 0
        /// Rows of history replayed now.
        public internal(set) var replayed = 0
        /// Rows of history that were already in the record.
        public internal(set) var known = 0
        /// Decisions on the budget of a year entered now.
        public internal(set) var years = 0
        /// Movements of money entered now.
        public internal(set) var movements = 0
        /// Rows of history by people whose data were erased: nobody knows any more which roles they had, so none was asked for.
        public internal(set) var byErased = 0
        /// People whose data were erased where the files come from, and who are known here: nothing is erased by a file.
        public internal(set) var stillKnown: [PersonCode] = []
        /// Refusals that were overridden.
        public internal(set) var exceptions = 0
        /// The receipt.
        public internal(set) var receipt: Receipt
    }

    private let surroundings: Surroundings
    private let library: RuleLibrary
    private let vault: AttachmentVault

    /// Prepares the use case.
    public init(_ surroundings: Surroundings, library: RuleLibrary, vault: AttachmentVault) {
        self.surroundings = surroundings
        self.library = library
        self.vault = vault
    }

    /// Codes the store already has, for checking references while reading the files.
    public static func knownCodes(in reader: any StoreReader) throws -> KnownCodes {
        KnownCodes(
            organisations: Set(try reader.registeredCodes(.organisation, limit: nil).compactMap { try? OrganisationCode($0) }),
            people: Set(try reader.registeredCodes(.person, limit: nil).compactMap { try? PersonCode($0) }),
            programmes: Set(try reader.registeredCodes(.programme, limit: nil).compactMap { try? ProgrammeCode($0) }),
            tasks: Set(try reader.taskCodes().compactMap { try? TaskCode($0) })
        )
    }

    /// Does it.
    ///
    /// - Parameters:
    ///   - portfolio: what the files hold.
    ///   - options: how.
    ///   - progress: told how many of how many steps are done.
    /// - Throws: `ImportRefusal` with every fault and its row.
    public func callAsFunction(
        _ portfolio: Portfolio,
        _ options: Options,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Summary {
        do {
            return try surroundings.store.write { writer in
                let replay = try HistoryReplay(surroundings, library: library, vault: vault, options: options, writer: writer)
                let before = try writer.head()
                var summary = Summary(receipt: Receipt(events: nil, head: before))
                try enterRegister(portfolio, writer, &summary)
                try replay.run(portfolio, &summary, progress: progress)
                guard replay.faults.isEmpty else { throw ImportRefusal(replay.faults) }
                try requireNoOpenTask(of: portfolio.people.filter { !summary.stillKnown.contains($0.value.code) }, in: writer)
                try enterYears(portfolio.yearBudgets, writer, &summary)
                var money = MoneyImport(surroundings, writer: writer)
                try money.run(portfolio.money, &summary)
                guard money.faults.isEmpty else { throw ImportRefusal(money.faults) }
                let after = try writer.head()
                summary.receipt = Receipt(events: after.size > before.size ? before.size + 1...after.size : nil, head: after)
                if options.dryRun { throw Trial(summary: summary) }
                return summary
            }
        } catch let trial as Trial {
            return trial.summary
        }
    }

    /// Undoes a trial's transaction.
    private struct Trial: Error {
        let summary: Summary
    }

    private func enterYears(_ drafts: [YearBudgetDraft], _ writer: any StoreWriter, _ summary: inout Summary) throws {
        for (year, drafts) in Dictionary(grouping: drafts.map(\.value), by: \.year).sorted(by: { $0.key < $1.key }) {
            var decisions = try YearDecisions(year, in: writer)
            for draft in drafts {
                let decision = YearDecision(
                    programme: draft.programme?.text,
                    amount: draft.amount,
                    number: draft.decision,
                    day: draft.decidedOn
                )
                guard !decisions.recorded.contains(decision) else { continue }
                try decisions.record(decision, by: draft.actor.text, at: surroundings.now, in: writer)
                summary.years += 1
            }
        }
    }

    private func enterRegister(_ portfolio: Portfolio, _ writer: any StoreWriter, _ summary: inout Summary) throws {
        let register = RegisterParty(surroundings)
        var renamed: Set<String> = []
        var faults: [ImportFault] = []
        func enter(_ entry: RegisterParty.Entry) throws -> Bool {
            let present = try writer.registered(entry.kind, code: entry.code)
            guard present != entry.json else { return false }
            _ = try register.enter(entry, isNew: present == nil, in: writer)
            if entry.isRenamed(from: present) { renamed.insert(entry.code) }
            return true
        }
        for draft in portfolio.organisations where try enter(.organisation(draft.value)) { summary.organisations += 1 }
        for draft in portfolio.programmes where try enter(.programme(draft.value)) { summary.programmes += 1 }
        for draft in portfolio.people {
            var person = draft.value
            // The files say nothing of family ties and findings: what the register knows of them stays.
            if let present = try writer.registered(.person, code: person.code.text).map({ try Person(json: $0) }) {
                // What was erased by a decision does not come back by a file; an export names such a person by the code alone. What was erased in
                // another store is not erased here.
                if person.erasure != nil {
                    if present.erasure == nil { summary.stillKnown.append(person.code) }
                    continue
                }
                if present.erasure != nil && person.name == present.name { continue }
                if let erasure = present.erasure {
                    let fault = present.erasedFault(erasure)
                    faults.append(draft.source.fault(.dataOfErased, fault.message, hint: fault.hint))
                    continue
                }
                (person.kin, person.findings) = (present.kin, present.findings)
                // A file without the column, or with an empty cell, takes nothing back.
                person.sex = person.sex ?? present.sex
                person.email = person.email ?? present.email
            }
            if try enter(.person(person)) { summary.people += 1 }
        }
        guard faults.isEmpty else { throw ImportRefusal(faults) }
        try register.reindexTasks(of: renamed, in: writer)
    }

    /// Nobody leads or serves a task that goes on whom nobody knows any more.
    private func requireNoOpenTask(of people: [PersonDraft], in writer: any StoreWriter) throws {
        let erased = people.filter { $0.value.erasure != nil }
        let faults = try ErasureBarriers.openTasks(of: Set(erased.map(\.value.code)), in: writer).compactMap { person, blocker in
            erased.first { $0.value.code == person }?.source.fault(.dataOfErased, blocker.message, hint: blocker.cure)
        }
        guard faults.isEmpty else { throw ImportRefusal(faults) }
    }
}
