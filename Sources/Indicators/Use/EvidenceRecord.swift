public import LifecycleModel

/// A proof that a result is used, with all that was ever decided about it.
public struct EvidenceRecord: Sendable, Hashable {
    /// How firmly a proof stands; each includes the ones before it.
    public enum Standing: String, Sendable, Hashable, CaseIterable, Comparable {
        /// The host or the holder says so.
        case declared
        /// An officer has seen the paper.
        case checked
        /// Somebody has been on site.
        case verified

        /// Declared before checked before verified.
        public static func < (left: Standing, right: Standing) -> Bool {
            (left == .declared && right != .declared) || (left == .checked && right == .verified)
        }
    }

    /// A proof that came to stand so, or was rejected.
    public struct Change: Sendable, Hashable {
        /// How it stands from then on; nil: rejected.
        public var standing: Standing?
        /// The day it happened.
        public var happenedOn: CivilDate
        /// The day it was recorded, in Vietnam.
        public var recordedOn: CivilDate
        /// The event in the log; nil outside of a store.
        public var event: Int64?

        /// Creates a change.
        public init(_ standing: Standing?, on happenedOn: CivilDate, recordedOn: CivilDate, event: Int64? = nil) {
            self.standing = standing
            self.happenedOn = happenedOn
            self.recordedOn = recordedOn
            self.event = event
        }
    }

    /// What it is called: `NV-2025-001/evidence/2`.
    public var key: String
    /// Its kind, as the rule files name it: `production`.
    public var kind: String
    /// Since when the result is used.
    public var firstUseOn: CivilDate
    /// What was decided about it, in the order of the log.
    public var changes: [Change]

    /// Creates a proof.
    public init(key: String, kind: String, firstUseOn: CivilDate, changes: [Change]) {
        self.key = key
        self.kind = kind
        self.firstUseOn = firstUseOn
        self.changes = changes
    }

    /// The last change recorded on or before a day; nil while nothing was on record.
    public func lastChange(knownOn day: CivilDate) -> Change? { changes.last { $0.recordedOn <= day } }

    /// The day on which it came to stand at least so and has not been rejected since, as known on a day; nil when it does not.
    public func day(of standing: Standing, knownOn day: CivilDate) -> CivilDate? {
        var reached: CivilDate?
        for change in changes where change.recordedOn <= day {
            guard let current = change.standing, current >= standing else {
                reached = nil
                continue
            }
            reached = reached ?? change.happenedOn
        }
        return reached
    }
}
