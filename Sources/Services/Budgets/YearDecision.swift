import CanonicalJSON
import Engine
public import LifecycleModel
import Store

/// What a decision says of the money of a year, in all or for one programme.
public struct YearDecision: Sendable, Hashable {
    /// Code of the programme; nil for the whole.
    public let programme: String?
    /// How much.
    public let amount: Dong
    /// Number of the decision.
    public let number: String
    /// The day of it.
    public let day: CivilDate

    /// A decision.
    init(programme: String?, amount: Dong, number: String, day: CivilDate) {
        (self.programme, self.amount, self.number, self.day) = (programme, amount, number, day)
    }

    /// As an event of the log tells it.
    init(_ event: EventRecord) throws {
        programme = event.payload["programme"]?.string
        amount = try event.payload.value(at: "amount")
        number = try event.payload.string(at: "decision")
        day = event.happenedOn
    }

    /// Of decisions in the order in which they were recorded those that stand: for each sum the one of the latest day, on one day the last.
    static func inForce(_ decisions: [YearDecision]) -> [YearDecision] {
        var standing: [String?: YearDecision] = [:]
        for decision in decisions where decision.day >= (standing[decision.programme]?.day ?? decision.day) {
            standing[decision.programme] = decision
        }
        return Array(standing.values)
    }
}

/// What was decided of the money of a year, one decision after the other.
struct YearDecisions {
    private let year: Int
    private(set) var recorded: [YearDecision]

    /// Reads them from the log.
    init(_ year: Int, in reader: any StoreReader) throws {
        self.year = year
        recorded = try reader.events(of: Self.subject(year)).map(YearDecision.init)
    }

    /// The budget that follows from them.
    var budget: YearBudget { YearBudget(year, recorded) }

    /// Records another one, and the year as it stands then.
    mutating func record(_ decision: YearDecision, by actor: String, at moment: Moment, in writer: any StoreWriter) throws {
        var payload: JSONObject = ["amount": decision.amount.json, "decision": .string(decision.number)]
        payload["programme"] = decision.programme.map(JSONValue.string)
        let event = NewEvent(
            subject: Self.subject(year),
            kind: "year_budget_set",
            payload: .object(payload),
            actor: actor,
            happenedOn: decision.day,
            recordedAt: moment,
            definition: nil
        )
        _ = try writer.append([event])
        recorded.append(decision)
        try writer.register(.yearBudget, code: "\(year)", value: budget.json, searchText: "\(year)")
    }

    private static func subject(_ year: Int) -> EventRecord.Subject { EventRecord.Subject(.yearBudget, "\(year)") }
}
