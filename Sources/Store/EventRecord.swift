public import CanonicalJSON
public import LifecycleModel

/// One entry of the append-only log: the truth from which every table for reading is derived.
public struct EventRecord: Sendable, Hashable {
    /// Position in the log, from 1 without gaps; the leaf index in the Merkle tree is `number - 1`.
    public var number: Int64
    /// What it is about.
    public var subject: Subject
    /// What happened, past tense: `transitioned`.
    public var kind: String
    /// The facts of the happening.
    public var payload: JSONValue
    /// Who recorded it.
    public var actor: String
    /// The day it happened.
    public var happenedOn: CivilDate
    /// The moment it was recorded.
    public var recordedAt: Moment
    /// SHA-256 (hex) of the rule definition it was decided under; nil where no rules apply.
    public var definition: String?

    /// What an event can be about.
    public struct Subject: Sendable, Hashable, CustomStringConvertible {
        /// The kind of thing.
        public var kind: Kind
        /// Its code.
        public var code: String

        /// Kinds, a closed set.
        public enum Kind: String, Sendable, Hashable, CaseIterable {
            case task, organisation, person, programme, calendar, definition
            /// A session of a council: `TASK:2` is the second one of the task.
            case council
            /// Who stands behind a task, `TASK`, or behind one of its dossiers, `TASK:dossier:1`.
            case participation
            /// The money of a task, `TASK`.
            case budget
            /// The science budget of the province for a year, `2026`.
            case yearBudget = "year-budget"
            /// The values reported for an indicator of a book, `kh101:17`.
            case indicator
            /// What was reported of an assigned job, `kh101:II-13`.
            case assignment
        }

        /// Creates a subject.
        public init(_ kind: Kind, _ code: String) {
            self.kind = kind
            self.code = code
        }

        /// `task/TH-2022-001`
        public var description: String { "\(kind.rawValue)/\(code)" }
    }

    /// Creates a record.
    public init(
        number: Int64,
        subject: Subject,
        kind: String,
        payload: JSONValue,
        actor: String,
        happenedOn: CivilDate,
        recordedAt: Moment,
        definition: String?
    ) {
        self.number = number
        self.subject = subject
        self.kind = kind
        self.payload = payload
        self.actor = actor
        self.happenedOn = happenedOn
        self.recordedAt = recordedAt
        self.definition = definition
    }
}

/// An event on its way into the log; the store gives it its number.
public struct NewEvent: Sendable, Hashable {
    /// What it is about.
    public var subject: EventRecord.Subject
    /// What happened, past tense.
    public var kind: String
    /// The facts of the happening.
    public var payload: JSONValue
    /// Who records it.
    public var actor: String
    /// The day it happened.
    public var happenedOn: CivilDate
    /// The moment it is recorded.
    public var recordedAt: Moment
    /// SHA-256 (hex) of the rule definition, if any.
    public var definition: String?
    /// Personal data that the payload holds the commitments to; kept beside the log.
    public var personal: [PersonalPart]

    /// Creates an event.
    public init(
        subject: EventRecord.Subject,
        kind: String,
        payload: JSONValue,
        actor: String,
        happenedOn: CivilDate,
        recordedAt: Moment,
        definition: String?,
        personal: [PersonalPart] = []
    ) {
        self.subject = subject
        self.kind = kind
        self.payload = payload
        self.actor = actor
        self.happenedOn = happenedOn
        self.recordedAt = recordedAt
        self.definition = definition
        self.personal = personal
    }
}
