public import CanonicalJSON
import Engine
public import LifecycleModel
import LumpSum
public import Store

/// The province's science budget of a year: what there is to allot, in all and by programme, with the decision that says so.
public struct YearBudget: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// What there is in all; nil while nobody has said.
    public var total: Dong?
    /// What there is for a programme, by its code.
    public var programmes: [String: Dong]

    /// Reads it from the store; empty when nothing is on record.
    public init(_ year: Int, in reader: any StoreReader) throws {
        let entry = try reader.registered(.yearBudget, code: "\(year)")
        self.year = year
        total = try entry?.optionalValue(at: "total")
        var programmes: [String: Dong] = [:]
        for member in entry?["programmes"]?.object ?? JSONObject() { programmes[member.key] = member.value.int.map { Dong($0) } }
        self.programmes = programmes
    }

    /// Folds what was recorded of a year.
    init(_ year: Int, recorded events: [EventRecord]) throws {
        self.year = year
        programmes = [:]
        for event in events {
            let amount: Dong = try event.payload.value(at: "amount")
            set(amount, of: event.payload["programme"]?.string)
        }
    }

    /// Puts in the sum of the year, or of one programme in it.
    mutating func set(_ amount: Dong, of programme: String?) {
        if let programme { programmes[programme] = amount } else { total = amount }
    }

    /// Writes down that a sum was set, and the year as it stands.
    func record(
        _ amount: Dong,
        of programme: String?,
        decision: String,
        by actor: String,
        on day: CivilDate,
        at moment: Moment,
        in writer: any StoreWriter
    ) throws {
        var payload: JSONObject = ["amount": amount.json, "decision": .string(decision)]
        payload["programme"] = programme.map(JSONValue.string)
        let event = NewEvent(
            subject: EventRecord.Subject(.yearBudget, "\(year)"),
            kind: "year_budget_set",
            payload: .object(payload),
            actor: actor,
            happenedOn: day,
            recordedAt: moment,
            definition: nil
        )
        _ = try writer.append([event])
        try writer.register(.yearBudget, code: "\(year)", value: json, searchText: "\(year)")
    }

    /// As the register keeps it.
    public var json: JSONValue {
        [
            "total": total?.json ?? .null,
            "programmes": .object(JSONObject(programmes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) })),
        ]
    }
}
