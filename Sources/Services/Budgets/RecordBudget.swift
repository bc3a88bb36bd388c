import CanonicalJSON
public import Engine
public import LifecycleModel
import LumpSum
import Rules
import Store

/// Records the money of tasks: estimate, allotment, advances, clearing, changes, settlement, recovery. Every act is one transaction: the movement
/// in the journal and the event of the rules that it is, together or not at all.
public struct RecordBudget: Sendable {
    /// Common to every act.
    public struct Act: Sendable {
        /// Code of the task.
        public var task: String
        /// The day it happened.
        public var day: CivilDate
        /// Further facts of the rules, as they were written.
        public var facts: [String: String]
        /// Documents that come with it.
        public var documents: [AttachedDocument]
        /// Whether the person means what looks like a slip: the very same movement twice, a settlement of what nobody reported as spent.
        public var isConfirmed = false
        /// Whether to only show what would happen.
        public var dryRun: Bool

        /// Creates the common part of an act.
        public init(
            task: String,
            day: CivilDate,
            facts: [String: String] = [:],
            documents: [AttachedDocument] = [],
            dryRun: Bool = false
        ) {
            self.task = task
            self.day = day
            self.facts = facts
            self.documents = documents
            self.dryRun = dryRun
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The money afterwards.
        public let record: BudgetRecord
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?
    }

    private let surroundings: Surroundings
    private let definitions: Definitions

    /// Prepares the use case; whoever records much shares the definitions.
    public init(_ surroundings: Surroundings, definitions: Definitions = Definitions()) {
        self.surroundings = surroundings
        self.definitions = definitions
    }

    /// An act under way: the record, and what it may do.
    struct Work {
        let act: Act
        let desk: Desk
        var record: BudgetRecord

        /// Records a movement.
        mutating func move(_ happening: BudgetHappening, equipmentException: Bool = false, isAnother: Bool = false) throws {
            try BudgetJournal(desk: desk)
                .append(happening, to: &record, equipmentException: equipmentException, isAnother: isAnother || act.isConfirmed, note: note)
        }

        /// The documents, as the journal names them.
        private var note: JSONObject {
            guard !act.documents.isEmpty else { return [:] }
            return [
                "documents": .array(act.documents.map { ["form": .string($0.form), "number": .string($0.number), "date": $0.date.json] })
            ]
        }

        /// Fires the event of the rules that the movement is, with the facts that it asks for.
        mutating func fire(_ event: String, on machine: MachineReference = .task, _ facts: [String: String] = [:]) throws {
            let wanted = record.rules.wanted(by: event, of: machine.kind, act.facts.merging(facts) { $1 })
            record.task = try desk.fire(
                FireEvent.Request(
                    task: record.task.code,
                    machine: machine,
                    event: event,
                    facts: wanted.merging(act.facts) { first, _ in first },
                    documents: act.documents,
                    day: act.day
                )
            )
        }

        /// Whether the rules have such an event where the task or the small machine stands.
        func can(_ event: String, on machine: MachineReference = .task) -> Bool {
            guard let state = record.task.state(of: machine) else { return false }
            return record.rules.regime.machine(machine.kind)?.transitions.contains { $0.event == event && $0.from.contains(state) } ?? false
        }
    }

    /// Carries out an act on a task's money in a transaction of its own.
    func change(_ act: Act, _ work: (inout Work) throws -> Void) throws -> Answer {
        let (record, receipt) = try surroundings.transaction(on: act.day, dryRun: act.dryRun, definitions: definitions) { desk in
            try carryOut(act, at: desk, work)
        }
        return Answer(record: record, receipt: receipt)
    }

    /// Carries out an act inside a transaction that runs already.
    func carryOut(_ act: Act, at desk: Desk, _ work: (inout Work) throws -> Void) throws -> BudgetRecord {
        var doing = Work(act: act, desk: desk, record: try BudgetRecord(act.task, definitions: definitions, in: desk.writer))
        try work(&doing)
        try BudgetJournal(desk: desk).register(doing.record)
        return doing.record
    }
}

extension CompiledRegime {
    /// Of some facts those that an event of a machine records.
    func wanted(by event: String, of machine: String, _ facts: [String: String]) -> [String: String] {
        let transitions = regime.machine(machine)?.transitions.filter { $0.event == event } ?? []
        let names = Set(transitions.flatMap(\.records).map(\.fact))
        return facts.filter { names.contains($0.key) }
    }
}
