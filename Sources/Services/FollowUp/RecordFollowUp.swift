public import Engine
public import LifecycleModel
import Rules
import Store

/// Records what becomes of a task's results: one act is one transaction, even where the rules see several events in it.
public struct RecordFollowUp: Sendable {
    /// One event of an act.
    public struct Deed: Sendable {
        /// The small machine it happens to, or the task.
        public var machine: MachineReference
        /// Whether it happens to the newest small machine of that kind, which a deed before it opened.
        public var isAboutNewest = false
        /// The event, as the rule files name it.
        public var event: String
        /// Facts as they were written.
        public var facts: [String: String]
        /// Documents that come with it, by form; a form that is empty means the one the rules ask for.
        public var documents: [AttachedDocument]

        /// Creates a deed.
        public init(
            on machine: MachineReference,
            _ event: String,
            facts: [String: String] = [:],
            documents: [AttachedDocument] = []
        ) {
            self.machine = machine
            self.event = event
            self.facts = facts
            self.documents = documents
        }

        /// Creates a deed on the result or proof that the deed before opens.
        public static func onOpened(_ machine: UseMachine, _ event: String, facts: [String: String]) -> Deed {
            var deed = Deed(on: machine.reference(1), event, facts: facts)
            deed.isAboutNewest = true
            return deed
        }

        /// The small machine in the state that the deeds before led to.
        fileprivate func machine(in state: TaskState?) -> MachineReference {
            guard isAboutNewest, let newest = state?.machines[machine.kind]?.last else { return machine }
            return MachineReference(kind: machine.kind, number: newest.number)
        }
    }

    /// What came of it.
    public struct Answer: Sendable {
        /// The task's results afterwards.
        public let history: ResultHistory
        /// The receipt; nil when nothing was written.
        public let receipt: Receipt?
    }

    private let surroundings: Surroundings
    private let definitions = Definitions()

    /// Prepares the use case.
    public init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// Does it: all deeds or none.
    ///
    /// - Throws: `UseCaseFault` with the reasons when the rules refuse one of them.
    public func callAsFunction(_ deeds: [Deed], task: String, on day: CivilDate, dryRun: Bool = false) throws -> Answer {
        let (history, receipt) = try surroundings.transaction(on: day, dryRun: dryRun, definitions: definitions) { desk in
            let row = try requireTask(task, in: desk.writer)
            let rules = try definitions.regime(row.definition, in: desk.writer).regime
            var state: TaskState?
            for deed in deeds {
                state = try desk.fire(
                    FireEvent.Request(
                        task: row.code,
                        machine: deed.machine(in: state),
                        event: deed.event,
                        facts: rules.written(deed, on: day),
                        documents: deed.documents.map { rules.named($0, for: deed) },
                        day: day
                    )
                )
            }
            guard let history = try ResultHistory(of: row.code, in: desk.writer) else {
                throw UseCaseFault(.unavailable, "record-broken", Phrase(vi: "Hồ sơ trống", en: "The record is empty"))
            }
            return history
        }
        return Answer(history: history, receipt: receipt)
    }
}

extension Regime {
    private func transitions(_ deed: RecordFollowUp.Deed) -> [Transition] {
        machine(deed.machine.kind)?.transitions.filter { $0.event == deed.event } ?? []
    }

    /// The facts of a deed, with the day where the event records one of its own and none was given.
    fileprivate func written(_ deed: RecordFollowUp.Deed, on day: CivilDate) -> [String: String] {
        let dated = ["this.received_on", "this.verified_on"].filter { name in
            deed.facts[name] == nil && transitions(deed).contains { $0.records.contains { $0.fact == name } }
        }
        return deed.facts.merging(dated.map { ($0, day.description) }) { first, _ in first }
    }

    /// A document under the form that the rules ask for with the event, where it was given without one.
    fileprivate func named(_ document: AttachedDocument, for deed: RecordFollowUp.Deed) -> AttachedDocument {
        guard document.form.isEmpty, let form = transitions(deed).flatMap(\.documents).first else { return document }
        var named = document
        named.form = form
        return named
    }
}
