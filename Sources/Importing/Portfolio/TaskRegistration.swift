public import LifecycleModel

/// What a task is registered with.
public struct TaskRegistration: Sendable, Hashable {
    /// The code.
    public var code: TaskCode
    /// The title.
    public var title: String
    /// The day it was proposed.
    public var proposedOn: CivilDate
    /// The year of its list, where that is another than the proposal's.
    public var year: Int?
    /// The regime, where it is not left to the rules to choose.
    public var regime: String?
    /// Words of the rule files: level, kind, field of science, route (selection or direct assignment).
    public var level, kind, field, route: String?
    /// The programme.
    public var programme: ProgrammeCode?
    /// The host organisation.
    public var host: OrganisationCode?
    /// The principal investigator.
    public var investigator: PersonCode?
    /// Who ordered it.
    public var orderer: OrganisationCode?
    /// Money of the state and of others.
    public var stateMoney, counterpartMoney: Dong?
    /// How long it takes.
    public var months: Int64?
    /// Further facts from columns named `group.fact`, in the order of the columns.
    public var facts: [FactText]

    /// A registration with what every task has.
    public init(code: TaskCode, title: String, proposedOn: CivilDate) {
        self.code = code
        self.title = title
        self.proposedOn = proposedOn
        facts = []
    }

    /// All that is known as facts of the rule files, `task.title` and so on; `code`, `year` and `regime` are none.
    public var allFacts: [FactText] {
        let known: [(TaskColumn, String?)] = [
            (.title, title), (.proposedOn, proposedOn.description), (.level, level), (.kind, kind), (.field, field),
            (.programme, programme?.text), (.route, route), (.host, host?.text), (.investigator, investigator?.text),
            (.orderer, orderer?.text), (.stateMoney, stateMoney.map { String($0.amount) }),
            (.counterpartMoney, counterpartMoney.map { String($0.amount) }), (.months, months.map { String($0) }),
        ]
        return known.compactMap { column, text in text.map { FactText(path: "task.\(column.rawValue)", text: $0) } } + facts
    }
}

/// A fact as it was written; the rule files say how to read it.
public struct FactText: Sendable, Hashable {
    /// Where it belongs, such as `selection.mean_score_x100`.
    public var path: String
    /// The text.
    public var text: String

    /// A fact.
    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
