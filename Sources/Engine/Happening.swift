public import LifecycleModel
public import WorkingCalendar

/// What happened to a task: the payload of its events. Folding them with `TaskState.apply` gives the task's state without any rule
/// file, so a record can be replayed for ever.
public enum Happening: Sendable, Hashable {
    /// The task entered the system.
    case registered(Registered)
    /// A machine took a transition.
    case transitioned(Transitioned)
    /// A small machine was opened.
    case machineOpened(MachineOpened)
    /// A clock was started.
    case deadlineStarted(DeadlineStarted)
    /// A clock was stopped.
    case deadlineStopped(DeadlineStopped)
    /// A clock stands still.
    case deadlineSuspended(DeadlineReference, on: CivilDate)
    /// A clock runs again, with new dates.
    case deadlineResumed(DeadlineReference, on: CivilDate, dates: DeadlineDates)
    /// A clock's dates changed because the working calendar did, by a recorded decision.
    case deadlineMoved(DeadlineReference, dates: DeadlineDates, reason: String)
    /// A flag was raised.
    case flagRaised(id: String, label: Phrase)
    /// A flag was cleared.
    case flagCleared(id: String)
    /// Somebody of the task was barred from new tasks.
    case barred(Barred)
    /// This task's bars on the party that have no end of their own were lifted.
    case barLifted(party: String, on: CivilDate)
    /// The task was put on a public page.
    case published(page: String)
    /// The task went under another regime.
    case regimeChanged(regime: String, definition: String, position: String)
    /// A document was made out of the record and issued.
    case documentIssued(DocumentIssued)
    /// The task was put under another definition by a decision about many tasks, or that was undone.
    case migrated(Migrated)

    /// The task entered the system.
    public struct Registered: Sendable, Hashable {
        /// Task code.
        public var code: String
        /// Regime and the definition it is pinned to.
        public var regime, definition: String
        /// Where it starts.
        public var position: String
        /// Facts of the groups it was registered with, by `group.name`.
        public var facts: [String: FactValue]

        /// Creates the happening.
        public init(code: String, regime: String, definition: String, position: String, facts: [String: FactValue]) {
            self.code = code
            self.regime = regime
            self.definition = definition
            self.position = position
            self.facts = facts
        }
    }

    /// A machine took a transition.
    public struct Transitioned: Sendable, Hashable {
        /// Which machine.
        public var machine: MachineReference
        /// The event's name.
        public var event: String
        /// States left and entered; equal when it stayed.
        public var from, to: String
        /// How its life ended by this (`Machine.State.End`), or nil.
        public var end: String?
        /// What the entered state counts as.
        public var countsAs: [String]
        /// Since when the task counts as something, where a fact says so and not the day of the event.
        public var since: [String: CivilDate]
        /// Facts recorded and computed, by `group.name` or `this.name`.
        public var facts: [String: FactValue]
        /// Documents attached.
        public var documents: [AttachedDocument]
        /// Refusals a person overrode.
        public var exceptions: [OverriddenBlocker]
        /// Whether it followed by itself from a move of another machine.
        public var isConsequence: Bool

        /// Creates the happening.
        public init(
            machine: MachineReference,
            event: String,
            from: String,
            to: String,
            end: String?,
            countsAs: [String],
            since: [String: CivilDate] = [:],
            facts: [String: FactValue],
            documents: [AttachedDocument],
            exceptions: [OverriddenBlocker],
            isConsequence: Bool = false
        ) {
            self.machine = machine
            self.event = event
            self.from = from
            self.to = to
            self.end = end
            self.countsAs = countsAs
            self.since = since
            self.facts = facts
            self.documents = documents
            self.exceptions = exceptions
            self.isConsequence = isConsequence
        }
    }

    /// A refusal that a person overrode: what, by whom, why.
    public struct OverriddenBlocker: Sendable, Hashable {
        /// The blocker's code and Vietnamese message.
        public var code, message: String
        /// The article it rests on.
        public var basis: String?
        /// Who answers for it and why.
        public var grant: ExceptionGrant

        /// Creates one.
        public init(code: String, message: String, basis: String?, grant: ExceptionGrant) {
            self.code = code
            self.message = message
            self.basis = basis
            self.grant = grant
        }
    }

    /// A small machine was opened.
    public struct MachineOpened: Sendable, Hashable {
        /// Which.
        public var machine: MachineReference
        /// Where it starts.
        public var state: String
        /// Its facts, by bare name.
        public var facts: [String: FactValue]
        /// The day.
        public var on: CivilDate

        /// Creates the happening.
        public init(machine: MachineReference, state: String, facts: [String: FactValue], on: CivilDate) {
            self.machine = machine
            self.state = state
            self.facts = facts
            self.on = on
        }
    }

    /// Somebody of the task was barred from new tasks.
    public struct Barred: Sendable, Hashable {
        /// A word of `BarredParty`.
        public var party: String
        /// Code of the organisation or person; empty of those whom the register names.
        public var code: String
        /// Why.
        public var reason: Phrase
        /// First day in force.
        public var from: CivilDate
        /// Last day in force; nil until lifted.
        public var until: CivilDate?
        /// The article.
        public var basis: String?

        /// Creates the happening.
        public init(party: String, code: String, reason: Phrase, from: CivilDate, until: CivilDate?, basis: String?) {
            self.party = party
            self.code = code
            self.reason = reason
            self.from = from
            self.until = until
            self.basis = basis
        }
    }
}
