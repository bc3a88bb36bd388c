public import LifecycleModel

/// A job that a plan assigns to a body: who leads, with whom, what comes out of it, until when.
public struct Assignment: Sendable, Hashable {
    /// Its number: `II-185`, `III-93`.
    public var number: String
    /// The heading it stands under.
    public var heading: String
    /// What is to be done.
    public var content: String
    /// Who leads it for the province, as printed.
    public var lead: String
    /// Who helps; in Appendix III the ministry that leads.
    public var partners: String
    /// What comes out of it.
    public var product: String
    /// Until when, as printed.
    public var due: String
    /// The last day of what is printed; nil where it names no day: always, every year, as the centre decides.
    public var dueOn: CivilDate?

    /// Creates an assignment.
    public init(
        number: String,
        heading: String,
        content: String,
        lead: String,
        partners: String,
        product: String,
        due: String,
        dueOn: CivilDate?
    ) {
        self.number = number
        self.heading = heading
        self.content = content
        self.lead = lead
        self.partners = partners
        self.product = product
        self.due = due
        self.dueOn = dueOn
    }

    /// Whether the plan itself says that it was done already.
    public var wasDone: Bool { VietnameseText.composed(due).lowercased() == "đã hoàn thành" }
}
