public import LifecycleModel

/// Everything that the files of one folder hold, checked as far as that can be done without rules and store.
public struct Portfolio: Sendable, Hashable {
    /// The organisations in the order of their file.
    public var organisations: [OrganisationDraft]
    /// The people.
    public var people: [PersonDraft]
    /// The programmes.
    public var programmes: [ProgrammeDraft]
    /// The tasks.
    public var tasks: [TaskDraft]
    /// What happened, ready for replay: task after task in the order of `tasks` (then the store's own tasks by code), each task's
    /// events in the order of the file, their days never going back.
    public var history: [HistoryDraft]
    /// What there is to allot, by year.
    public var yearBudgets: [YearBudgetDraft]
    /// The money of the tasks, in the order of the file.
    public var money: [MoneyDraft]

    /// A portfolio.
    public init(
        organisations: [OrganisationDraft] = [],
        people: [PersonDraft] = [],
        programmes: [ProgrammeDraft] = [],
        tasks: [TaskDraft] = [],
        history: [HistoryDraft] = [],
        yearBudgets: [YearBudgetDraft] = [],
        money: [MoneyDraft] = []
    ) {
        self.organisations = organisations
        self.people = people
        self.programmes = programmes
        self.tasks = tasks
        self.history = history
        self.yearBudgets = yearBudgets
        self.money = money
    }
}

/// Codes that the store already has, to which the files may refer.
public struct KnownCodes: Sendable, Hashable {
    /// Organisations.
    public var organisations: Set<OrganisationCode>
    /// People.
    public var people: Set<PersonCode>
    /// Programmes.
    public var programmes: Set<ProgrammeCode>
    /// Tasks.
    public var tasks: Set<TaskCode>

    /// Known codes; none unless given.
    public init(
        organisations: Set<OrganisationCode> = [],
        people: Set<PersonCode> = [],
        programmes: Set<ProgrammeCode> = [],
        tasks: Set<TaskCode> = []
    ) {
        self.organisations = organisations
        self.people = people
        self.programmes = programmes
        self.tasks = tasks
    }
}
