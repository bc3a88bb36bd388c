public import LifecycleModel

/// Something that happened to a task in the past.
public struct HistoryEntry: Sendable, Hashable {
    /// The task.
    public var task: TaskCode
    /// The day.
    public var happenedOn: CivilDate
    /// The event's name in the rule files.
    public var event: String
    /// The small machine, such as `periodic-report:3`; nil for the task itself.
    public var machine: String?
    /// Who recorded it: a person's code, or `system`.
    public var actor: String
    /// The facts that came with it.
    public var facts: [FactText]
    /// The documents that came with it.
    public var documents: [DocumentReference]
    /// Remarks.
    public var note: String?

    /// The actor that is no person: the program itself.
    public static let systemActor = "system"

    /// An entry.
    public init(
        task: TaskCode,
        happenedOn: CivilDate,
        event: String,
        machine: String? = nil,
        actor: String,
        facts: [FactText] = [],
        documents: [DocumentReference] = [],
        note: String? = nil
    ) {
        self.task = task
        self.happenedOn = happenedOn
        self.event = event
        self.machine = machine
        self.actor = actor
        self.facts = facts
        self.documents = documents
        self.note = note
    }
}

/// A document by form, number and date, with its file or without.
public struct DocumentReference: Sendable, Hashable {
    /// The form's code.
    public var form: String
    /// The number on it, such as `5192/QĐ-UBND`.
    public var number: String
    /// The date on it.
    public var date: CivilDate
    /// The file, relative to the portfolio's folder.
    public var path: String?

    /// A document.
    public init(form: String, number: String, date: CivilDate, path: String? = nil) {
        self.form = form
        self.number = number
        self.date = date
        self.path = path
    }
}
