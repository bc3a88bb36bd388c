/// What must hold between rows, beyond what the constraints of the schema say; a store answers for each which rows break it.
public enum RowRule: String, Sendable, Hashable, CaseIterable {
    /// A clock's due, grace and lock dates follow each other.
    case deadlineOrder = "deadline-order"
    /// A clock has a day on which it was stopped just when it is stopped.
    case deadlineStopped = "deadline-stopped"
    /// The calendar waits for no clock that stands still or brings nothing.
    case deadlineAsleep = "deadline-asleep"
    /// A proof of use is about a result of its task.
    case evidenceResult = "evidence-result"
    /// A move is one of a result or proof that is there.
    case useMoveSubject = "use-move-subject"
    /// A document came with an event about its task.
    case documentEvent = "document-event"
    /// A document has hash, name and size of a file together, or none of them.
    case documentFile = "document-file"
    /// A bar does not end before it begins.
    case barOrder = "bar-order"
    /// The life of a task begins with its registration, once.
    case firstEvent = "first-event"
    /// Every event of a task, a council or the money of a task names the rules it was decided under.
    case eventDefinition = "event-definition"
    /// Whoever recorded an event is in the register, or is the program itself.
    case eventActor = "event-actor"
    /// Host, orderer, principal investigator and programme of a task are in the register.
    case taskParties = "task-parties"
    /// Money of a task is not negative.
    case taskMoney = "task-money"
    /// The organisation of a person is in the register.
    case personOrganisation = "person-organisation"
    /// Relatives of a person are in the register.
    case personKin = "person-kin"
    /// Whoever stands behind a task is in the register, and the task is there.
    case participationParties = "participation-parties"
    /// A council belongs to a task.
    case councilTask = "council-task"
    /// Every member of a council is in the register.
    case councilMembers = "council-members"
    /// Money on record belongs to a task.
    case budgetTask = "budget-task"
    /// A person has no roles after their data were erased.
    case erasedRoles = "erased-roles"
    /// A run of a job that is over has an end, one that goes on has none.
    case jobRunEnd = "job-run-end"
    /// A run belongs to a job that is on record.
    case jobRunJob = "job-run-job"
    /// A letter that was sent or given up has a moment of it, one that waits has none.
    case letterEnd = "letter-end"
    /// A letter goes to somebody in the register.
    case letterPerson = "letter-person"
    /// A notice goes to somebody in the register.
    case noticePerson = "notice-person"
    /// A notice is in a letter to the same person.
    case noticeLetter = "notice-letter"
}

/// A row that breaks a rule.
public struct BrokenRow: Sendable, Hashable {
    /// The rule.
    public let rule: RowRule
    /// What breaks it: a task's code, a person's code, a key.
    public let subject: String

    /// Creates one.
    public init(_ rule: RowRule, _ subject: String) {
        self.rule = rule
        self.subject = subject
    }
}
