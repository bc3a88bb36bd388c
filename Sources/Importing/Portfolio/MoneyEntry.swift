public import LifecycleModel

/// A row of the money of a task: a line of something that happened to it. Rows of the same task and entry are one movement.
public struct MoneyEntry: Sendable, Hashable {
    /// The task.
    public var task: TaskCode
    /// Which movement of the task it belongs to, from 1.
    public var entry: Int
    /// The day.
    public var happenedOn: CivilDate
    /// Who recorded it.
    public var actor: PersonCode
    /// What happened, as the log calls it: `advance_paid`.
    public var movement: String
    /// Which part of it the row tells, where it has several: `labour`, `spent_other`; nil for its lines.
    public var part: String?
    /// The number of an advance, or how many people.
    public var number: Int?
    /// The item, and that to which money is moved.
    public var item, toItem: String?
    /// The budget year, and that to which money is carried over.
    public var year, toYear: Int?
    /// The source; nil for the state.
    public var source: String?
    /// Whether the money is lump-summed.
    public var isLumpSum: Bool
    /// How much.
    public var amount: Dong?
    /// A reason, a mode, months.
    public var text: String?

    /// A row.
    public init(
        task: TaskCode,
        entry: Int,
        happenedOn: CivilDate,
        actor: PersonCode,
        movement: String,
        part: String? = nil,
        number: Int? = nil,
        item: String? = nil,
        toItem: String? = nil,
        year: Int? = nil,
        toYear: Int? = nil,
        source: String? = nil,
        isLumpSum: Bool = false,
        amount: Dong? = nil,
        text: String? = nil
    ) {
        self.task = task
        self.entry = entry
        self.happenedOn = happenedOn
        self.actor = actor
        self.movement = movement
        self.part = part
        self.number = number
        self.item = item
        self.toItem = toItem
        self.year = year
        self.toYear = toYear
        self.source = source
        self.isLumpSum = isLumpSum
        self.amount = amount
        self.text = text
    }

    /// The cells of a row in the order of the file's columns.
    var cells: [String] {
        [
            task.text, "\(entry)", happenedOn.description, actor.text, movement, part ?? "", number.map { "\($0)" } ?? "", item ?? "",
            toItem ?? "", year.map { "\($0)" } ?? "", toYear.map { "\($0)" } ?? "", source ?? "", isLumpSum ? "1" : "",
            amount.map { "\($0.amount)" } ?? "", text ?? "",
        ]
    }
}
