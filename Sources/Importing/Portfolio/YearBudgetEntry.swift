public import LifecycleModel

/// What the province has to allot in a year, in all or for one programme, by which decision.
public struct YearBudgetEntry: Sendable, Hashable {
    /// The year.
    public var year: Int
    /// The programme; nil for the whole.
    public var programme: ProgrammeCode?
    /// How much.
    public var amount: Dong
    /// Number of the decision.
    public var decision: String
    /// The day of it.
    public var decidedOn: CivilDate
    /// Who recorded it.
    public var actor: PersonCode

    /// An entry.
    public init(year: Int, programme: ProgrammeCode? = nil, amount: Dong, decision: String, decidedOn: CivilDate, actor: PersonCode) {
        self.year = year
        self.programme = programme
        self.amount = amount
        self.decision = decision
        self.decidedOn = decidedOn
        self.actor = actor
    }

    /// The cells of a row in the order of the file's columns.
    var cells: [String] {
        ["\(year)", programme?.text ?? "", "\(amount.amount)", decision, decidedOn.description, actor.text]
    }
}
