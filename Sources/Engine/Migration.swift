public import LifecycleModel
public import Rules
public import WorkingCalendar

/// Works out how tasks pass from one definition of the rules to another: where each would stand, what keeps it from passing, which obligations
/// change and why. Pure; nothing is recorded here.
public struct Migration {
    let old, new: CompiledRegime
    let map: MigrationMap
    let calendar: WorkingCalendar
    let day: CivilDate

    /// Prepares the passage from one definition to another as of a day.
    public init(from old: CompiledRegime, to new: CompiledRegime, map: MigrationMap, calendar: WorkingCalendar, on day: CivilDate) {
        self.old = old
        self.new = new
        self.map = map
        self.calendar = calendar
        self.day = day
    }

    /// How one task would pass.
    public struct Plan: Sendable {
        /// The task now, and as it would be; where it cannot pass, `after` is only as far as could be told.
        public let before, after: TaskState
        /// Every reason why it cannot pass; empty when it can.
        public let blockers: [Blocker]
        /// Obligations that would not be what they are.
        public let obligations: [ObligationChange]
    }

    /// An obligation that would not be what it is.
    public struct ObligationChange: Sendable, Hashable {
        /// The clock, by its name in the new definition; in the old one where it ends.
        public let clock: DeadlineReference
        /// What becomes of it.
        public let kind: Kind
        /// Its dates now and then; nil where it does not run.
        public let before, after: DeadlineDates?
        /// Why.
        public let reason: Phrase

        /// What can become of an obligation.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            /// It begins.
            case started
            /// It ends.
            case ended
            /// It falls due on other days.
            case moved
            /// It stands still, or runs again.
            case suspended, resumed
            /// Its dates stay; its name, article, owner or consequences do not.
            case restated
        }
    }

    /// Works out how a task passes that lives under the old definition.
    public func callAsFunction(_ state: TaskState) -> Plan {
        var draft = Draft(after: state)
        draft.after.regime = new.regime.id
        draft.after.definition = new.hash
        if day < state.lastHappenedOn {
            draft.block(
                "date-before",
                "Ngày \(day.vietnamese) sớm hơn việc ghi gần nhất (\(state.lastHappenedOn.vietnamese))",
                "\(day) is before the last thing recorded (\(state.lastHappenedOn))"
            )
        }
        moveStates(state, &draft)
        checkFacts(state, &draft)
        carryClocks(state, &draft)
        startClocks(state, &draft)
        return Plan(before: state, after: draft.after, blockers: draft.blockers, obligations: draft.obligations)
    }

    /// What is known so far of one task's passage.
    struct Draft {
        var after: TaskState
        var blockers: [Blocker] = []
        var obligations: [ObligationChange] = []

        mutating func block(_ code: String, _ vi: String, _ en: String) {
            blockers.append(Blocker(code: code, message: Phrase(vi: vi, en: en)))
        }
    }
}
